import { fieldsOf, sectionFieldsOf } from "../../evidence/item-fields.ts";
import { parseDocument } from "../../evidence/parse-document.ts";
import { parsePeople } from "../../evidence/people.ts";
import { findPlaceholder } from "../../evidence/placeholder.ts";
import { sectionAt } from "../../evidence/sections.ts";
import type { KnownFacts } from "../../facts/fact-reader.ts";
import type { ItemField, MarkdownDocument } from "../../model/document.ts";
import { type FileFact, factKey } from "../../model/fact.ts";
import type { Finding } from "../../model/finding.ts";
import type { Place } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { itemIndex } from "../checklist/item-index.ts";

/**
 * Who is to act on a finding that names nobody itself: the owner of its item, else whom the policy
 * asks, else the owner of the section it stands in. `null` where there is none.
 */
export function whoActs(
  { at, item }: Pick<Finding, "at" | "item">,
  facts: KnownFacts,
  asked: string | null,
): string | null {
  const document = at === null ? null : documentAt(at, facts);
  if (at === null || document === null) return asked;
  const named = item === null ? [] : (itemIndex(document).byId.get(keyOf(item)) ?? []);
  // Several packs may have an item of one name: the one meant is the one the finding stands at.
  const task = named.findLast(({ at: start }) => start.line <= at.line);
  const own = task === undefined ? null : firstOwner(fieldsOf(document, task, "owner"));
  if (own !== null || asked !== null) return own ?? asked;
  const section = sectionAt(document, at.line);
  return section === undefined
    ? null
    : firstOwner(sectionFieldsOf(document, section.index, "owner"));
}

function documentAt({ file }: Place, facts: KnownFacts): MarkdownDocument | null {
  if (!/\.(md|markdown)$/i.test(file)) return null;
  const fact = facts.get(factKey({ kind: "file", path: file, revision: "evidence" }));
  if (fact?.state !== "known") return null;
  // Sound: a fact is kept under the key of the request it answers.
  const content = fact.value as FileFact;
  if (content.state !== "file") return null;
  const parsed = parseDocument(content.file);
  return parsed.state === "parsed" ? parsed.document : null;
}

/** `<@login>` of a template is nobody. */
function firstOwner(fields: readonly ItemField[]): string | null {
  const [person] = fields
    .filter(({ value }) => findPlaceholder(value) === null)
    .flatMap(({ value }) => parsePeople(value).people);
  return person === undefined ? null : `@${person.name}`;
}
