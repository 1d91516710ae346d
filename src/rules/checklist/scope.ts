import { isWithin, itemsIn, nearMissesIn } from "../../evidence/sections.ts";
import type { MarkdownDocument, NearMiss, Section, TaskItem } from "../../model/document.ts";
import type { FileText } from "../../model/fact.ts";
import type { Finding } from "../../model/finding.ts";
import { type Place, placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { keyOf } from "../../text/key.ts";
import type { CommonCode } from "../common-codes.ts";
import type { RuleContext } from "../define-rule.ts";
import { topOf } from "../reading/readiness.ts";
import type { ChecklistCode } from "./codes.ts";
import { type ItemIndex, itemIndex } from "./item-index.ts";
import type { ChecklistOptions } from "./options.ts";

export type ChecklistFinding = Finding<ChecklistCode | CommonCode>;

export type ChecklistFacts = FactReader<
  "file" | "files" | "reference" | "account" | "team" | "pull-request"
>;

/** Where a checklist looks for its items, and what every judgement of one needs. */
export interface Scope {
  readonly facts: ChecklistFacts;
  readonly options: ChecklistOptions;
  readonly context: RuleContext;
  readonly document: MarkdownDocument;
  readonly path: string;
  readonly file: FileText;
  /** `null`: the whole document, by explicit ids only. */
  readonly section: Section | null;
  readonly index: ItemIndex;
  readonly items: readonly TaskItem[];
  readonly nearMisses: ReadonlyMap<string, NearMiss>;
}

export function scopeOf(
  given: Pick<Scope, "facts" | "options" | "context" | "document" | "path" | "file" | "section">,
): Scope {
  const { document, section } = given;
  const misses = section === null ? document.nearMisses : nearMissesIn(document, section);
  return {
    ...given,
    index: itemIndex(document),
    items: section === null ? document.items : itemsIn(document, section),
    nearMisses: new Map(misses.map((miss) => [keyOf(miss.id), miss])),
  };
}

export function itemsWithId({ document, section, index }: Scope, id: string): readonly TaskItem[] {
  const all = index.byId.get(keyOf(id)) ?? [];
  return section === null
    ? all.filter(({ idFrom }) => idFrom !== "title")
    : all.filter((item) => isWithin(document, item.section, section));
}

/** Where what is missing belongs. */
export function homeOf({ section, path }: Scope): Place {
  return section === null ? topOf(path) : placeIn(path, section.at);
}
