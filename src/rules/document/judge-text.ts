import { findPlaceholder, isUnwritten } from "../../evidence/placeholder.ts";
import { blocksIn, textOf } from "../../evidence/sections.ts";
import type { Section, TextBlock } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { countWords } from "../../text/words.ts";
import { failed } from "../findings.ts";
import type { DocumentFinding } from "./codes.ts";
import type { DocumentOptions } from "./options.ts";
import type { Target } from "./targets.ts";

/** Words, placeholders and forbidden words of the judged parts of a document. */
export function judgeText(
  target: Target,
  areas: readonly Section[],
  options: DocumentOptions,
): DocumentFinding[] {
  const blocks = [...new Set(areas.flatMap((area) => blocksIn(target.document, area)))];
  return [
    ...judgeLength(target, options),
    ...judgePlaceholders(target, blocks),
    ...judgeForbidden(target, blocks, options.forbid),
  ];
}

function judgeLength(
  { document, path, scope }: Target,
  { min_words, max_words }: DocumentOptions,
): DocumentFinding[] {
  const words = countWords(textOf(document, scope));
  const at = placeIn(path, scope.at);
  const what = scope.depth === 0 ? `\`${path}\`` : `the section \`${scope.heading}\``;
  if (words < min_words) {
    return [
      failed({
        code: "DOCUMENT-SHORT",
        problem:
          words === 0
            ? `${what} has no text`
            : `${what} has ${words} of the ${min_words} words it needs`,
        remedy: "write what a reader needs to know there",
        at,
        item: path,
      }),
    ];
  }
  if (max_words === undefined || words <= max_words) return [];
  return [
    failed({
      code: "DOCUMENT-LONG",
      problem: `${what} has ${words} words; ${max_words} is the most`,
      remedy: `shorten it by ${words - max_words} words`,
      at,
      item: path,
    }),
  ];
}

interface Unfilled {
  readonly placeholder: string;
  readonly block: TextBlock;
}

/**
 * The first placeholder of each section. Where every section that says anything holds one, the
 * document is the template as it was copied, and one finding says so.
 */
function judgePlaceholders(
  { path, document }: Target,
  blocks: readonly TextBlock[],
): DocumentFinding[] {
  const unfilled = new Map<number, Unfilled>();
  const said = new Set<number>();
  for (const block of blocks) {
    if (block.kind === "code") continue;
    if (block.kind !== "heading") said.add(block.section);
    const placeholder = placeholderIn(block);
    if (placeholder === null || unfilled.has(block.section)) continue;
    unfilled.set(block.section, { placeholder, block });
  }
  const [first] = unfilled.values();
  if (first === undefined) return [];
  if (said.size > 1 && [...said].every((section) => unfilled.has(section))) {
    return [
      failed({
        code: "DOCUMENT-TEMPLATE",
        problem: `\`${path}\` is still the template: each of its ${said.size} sections holds a placeholder`,
        remedy: `fill it in, from \`${first.placeholder}\` on`,
        at: placeIn(path, first.block.at),
        item: path,
      }),
    ];
  }
  return [...unfilled.values()].map(({ placeholder, block }) =>
    failed({
      code: "DOCUMENT-PLACEHOLDER",
      problem: `\`${placeholder}\` was not replaced`,
      remedy: "write what is meant there",
      at: placeIn(path, block.at),
      item: document.sections[block.section]?.heading || path,
    }),
  );
}

function placeholderIn({ kind, text }: TextBlock): string | null {
  // A heading may well be called `To do`, and so may a state in a table.
  const isLeft = (kind === "paragraph" || kind === "item") && isUnwritten(text);
  return findPlaceholder(text) ?? (isLeft ? text.trim() : null);
}

function judgeForbidden(
  { path }: Target,
  blocks: readonly TextBlock[],
  forbidden: readonly string[],
): DocumentFinding[] {
  if (forbidden.length === 0) return [];
  const texts = blocks.map((block) => ({ block, key: keyOf(block.text) }));
  return forbidden.flatMap((phrase) => {
    const key = keyOf(phrase);
    const hit = texts.find((text) => hasPhrase(text.key, key));
    if (hit === undefined) return [];
    return [
      failed({
        code: "DOCUMENT-FORBIDDEN",
        problem: `\`${phrase}\` stands in the text, which the policy forbids`,
        remedy: "settle what it stands for and take it out",
        at: placeIn(path, hit.block.at),
        item: phrase,
      }),
    ];
  });
}

const WORD = /[\p{L}\p{N}_]/u;

/** As whole words: `TBD` is not in "outbde". */
function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + phrase.length] ?? " ";
    const opens = WORD.test(before) && WORD.test(phrase[0] ?? "");
    const closes = WORD.test(after) && WORD.test(phrase.at(-1) ?? "");
    if (!opens && !closes) return true;
  }
  return false;
}
