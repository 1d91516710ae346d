import type { List, ListItem, Paragraph } from "mdast";
import type { ItemField, Link } from "../../model/document.ts";
import { collapseSpaces } from "../../text/key.ts";
import { parseIsoDate } from "../../time/date.ts";
import { parsePeople } from "../people.ts";
import { fieldNameOf } from "./field-names.ts";
import { claimedIn, linksOf, type Run, textOf } from "./runs.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** The runs of each paragraph, which is read once and looked at more often. */
export type RunsOf = (paragraph: Paragraph) => readonly Run[];

const LONGEST_LABEL = 40;
const LABEL = /^\s*(\p{L}[^:：·\n]*?)\s*$/u;

/**
 * `Key: value`. The key is words, not code and no link, so that an example in backticks is no
 * field; the colon ends a word (`12:30` and `https://…` have none).
 */
function labelled({ runs, at }: Segment): ItemField | null {
  let label = "";
  for (const [index, run] of runs.entries()) {
    if (run.isCode || run.link !== null || run.isStruck) return null;
    const colon = run.text.search(/[:：]/);
    if (colon === -1) {
      label += run.text;
      if (label.length > LONGEST_LABEL) return null;
      continue;
    }
    const written = LABEL.exec(label + run.text.slice(0, colon))?.[1];
    const behind = run.text.slice(colon + 1);
    if (written === undefined || written.length > LONGEST_LABEL) return null;
    if (run.text[colon] === ":" && !/^(?:\s|@|$)/.test(behind)) return null;
    const value = claimedIn([{ ...run, text: behind }, ...runs.slice(index + 1)]);
    return {
      name: fieldNameOf(written),
      label: written,
      value: collapseSpaces(textOf(value)),
      links: linksOf(value),
      at,
    };
  }
  return null;
}

/** A mention is the owner, a link the evidence, an ISO date the review; other words are no field. */
function bare({ runs, at }: Segment): readonly ItemField[] {
  const claimed = claimedIn(runs);
  const value = collapseSpaces(textOf(claimed));
  const links = linksOf(claimed);
  const field = { label: "", value, links, at };
  if (isPeople(value)) return [{ name: "owner", ...field }];
  if (parseIsoDate(value) !== null) return [{ name: "reviewed", ...field }];
  const shown = links.filter(({ target }) => !/^mailto:/i.test(target));
  if (shown.length === 0) return [];
  const words = collapseSpaces(textOf(claimed.filter(({ link }) => link === null)));
  const owner = isPeople(words) ? [{ name: "owner", ...field, value: words, links: [] }] : [];
  return [...owner, { name: "evidence", ...field, links: shown }];
}

function isPeople(text: string): boolean {
  const { people, rest } = parsePeople(text);
  return people.length > 0 && rest === "";
}

/** Fields behind ` · ` on an item's own line, and the words there that are none. */
export function inlineFields(segments: readonly Segment[]): {
  readonly fields: readonly ItemField[];
  readonly words: readonly string[];
} {
  const fields: ItemField[] = [];
  const words: string[] = [];
  for (const segment of segments) {
    const label = labelled(segment);
    const found = label === null ? bare(segment) : [label];
    fields.push(...found);
    if (found.length === 0) words.push(collapseSpaces(textOf(segment.runs)));
  }
  return { fields, words };
}

/** Fields of a nested list: bullets `Key: value`, or a bullet that is only an address. */
export function listFields(list: List, runsOf: RunsOf): readonly ItemField[] {
  return list.children.flatMap((bullet) => bulletFields(bullet, runsOf));
}

function bulletFields(bullet: ListItem, runsOf: RunsOf): readonly ItemField[] {
  const [first, ...others] = bullet.children;
  if (typeof bullet.checked === "boolean" || first?.type !== "paragraph") return [];
  const at = { line: bullet.position?.start.line ?? 1, column: bullet.position?.start.column ?? 1 };
  const [head, ...behind] = segmentsOf(runsOf(first), at, "dots");
  if (head === undefined) return [];
  const label = labelled(head);
  if (label === null) return onlyAddress(head, behind);
  const fields = withMore(label, behind);
  const [field, ...rest] = fields;
  if (field === undefined || field.value !== "" || rest.length > 0) return fields;
  return [withNested(field, others, runsOf)];
}

/** A bullet that holds links and nothing else is evidence. */
function onlyAddress(head: Segment, behind: readonly Segment[]): readonly ItemField[] {
  const segments = [head, ...behind];
  const isOnlyLinks = segments.every(({ runs }) =>
    runs.every(({ text, link }) => link !== null || text.trim() === ""),
  );
  if (!isOnlyLinks) return [];
  return segments.flatMap(bare).filter(({ name }) => name === "evidence");
}

/** Further fields of one line; what is none belongs to the value before it. */
function withMore(first: ItemField, behind: readonly Segment[]): ItemField[] {
  const fields = [first];
  for (const segment of behind) {
    const label = labelled(segment);
    const found = label === null && segment.after === "dot" ? bare(segment) : [];
    if (label !== null) fields.push(label);
    else if (found.length > 0) fields.push(...found);
    else {
      const last = fields.pop() ?? first;
      const claimed = claimedIn(segment.runs);
      const mark = segment.after === "dot" ? " · " : " ";
      const value = collapseSpaces(`${last.value}${mark}${textOf(claimed)}`);
      fields.push({ ...last, value, links: [...last.links, ...linksOf(claimed)] });
    }
  }
  return fields;
}

/** `Evidence:` with a list under it. */
function withNested(field: ItemField, blocks: ListItem["children"], runsOf: RunsOf): ItemField {
  const values: string[] = [];
  const links: Link[] = [];
  for (const list of blocks) {
    if (list.type !== "list") continue;
    for (const bullet of list.children) {
      const [first] = bullet.children;
      if (typeof bullet.checked === "boolean" || first?.type !== "paragraph") continue;
      const claimed = claimedIn(runsOf(first));
      values.push(collapseSpaces(textOf(claimed)));
      links.push(...linksOf(claimed));
    }
  }
  return { ...field, value: values.filter((value) => value !== "").join(", "), links };
}

/** The paragraph right under a heading, where it starts with `Key: value`. */
export function headingFields(runs: readonly Run[]): readonly ItemField[] {
  const at = runs[0]?.at;
  if (at === undefined) return [];
  const [head, ...behind] = segmentsOf(runs, at, "dots-and-lines");
  const label = head === undefined ? null : labelled(head);
  return label === null ? [] : withMore(label, behind);
}
