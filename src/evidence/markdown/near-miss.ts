import { slug } from "github-slugger";
import { collapseSpaces } from "../../text/key.ts";

/** What stands in an item's place and is none. */
export interface Meant {
  readonly found: string;
  readonly meant: string;
  readonly id: string;
}

/** A bullet, or what a word processor makes of one, glued to the box or not. */
const BULLET = /^(?:[-*+•–—]|\d{1,9}[.)])[ \t]*/u;

const MARKS = "[xX✓✔✗✘☑☒✅❌×√vVyYoO*~.-]|yes|done|ok";
const BRACKETS = new RegExp(`^\\\\?\\[[\\s]{0,4}(${MARKS})?[\\s]{0,4}\\\\?\\]`, "u");
const WIDE = /^[［【]\s{0,4}([xXｘＸ✓✔✅☑√])?\s{0,4}[］】]/u;
const BALLOT = /^(?:([☑🗹])|[☐☒🗷⬜])\uFE0F?/u;
const TICKS: ReadonlySet<string> = new Set([..."xXｘＸ✓✔✅☑🗹√vVyY", "yes", "done", "ok"]);

/** Longer lines are no items; nothing here may cost more than the line is worth. */
const LONGEST = 500;

export interface LineToRead {
  /** From the first character that belongs to the text. */
  readonly line: string;
  /** Whether a list marker stands before it. */
  readonly isBullet: boolean;
}

/** A box that is no task item, at the start of a line of a paragraph. */
export function nearMissIn({ line, isBullet }: LineToRead): Meant | null {
  const text = line.slice(0, LONGEST);
  const bullet = BULLET.exec(text)?.[0] ?? "";
  const box = boxIn(text.slice(bullet.length));
  if (box === null) return null;
  const found = bullet.trim() + box.found;
  const rest = text.slice(bullet.length + box.found.length).trim();
  const marker = isBullet ? "-" : markerOf(bullet);
  return { found, meant: lineFor(marker, box.ticked, rest), id: idOf(rest) };
}

/** A box at the start of a table's cell; `rest` are the cells behind it. */
export function nearMissInCell(cell: string, others: readonly string[]): Meant | null {
  const text = cell.slice(0, LONGEST);
  const box = boxIn(text);
  if (box === null) return null;
  const own = text.slice(box.found.length).trim();
  const rest = [own, ...others.map((other) => other.trim())].filter((part) => part !== "");
  const line = rest.join(" ").slice(0, LONGEST);
  return { found: box.found, meant: lineFor("-", box.ticked, line), id: idOf(rest[0] ?? "") };
}

function boxIn(text: string): { readonly found: string; readonly ticked: boolean } | null {
  const match = BRACKETS.exec(text) ?? WIDE.exec(text) ?? BALLOT.exec(text);
  if (match === null) return null;
  const [found, mark = ""] = match;
  const behind = text.slice(found.length);
  // `[v](…)` and `[v][…]` are links, `[o]ther` is a word.
  const isProper = mark === "" || /[xX]/.test(mark);
  if (/^[([:]/.test(behind) || (!isProper && /^[\p{L}\p{N}]/u.test(behind))) return null;
  return { found, ticked: TICKS.has(mark) };
}

function markerOf(bullet: string): string {
  const marker = bullet.trim();
  return /^[*+]$|^\d/.test(marker) ? marker : "-";
}

function lineFor(marker: string, ticked: boolean, rest: string): string {
  return `${marker} [${ticked ? "x" : " "}] ${rest === "" ? "<what has to be done>" : rest}`;
}

const CODE = /^(`+)([^`]+)\1/;
const BOLD = /^(?:\*\*([^*]+)\*\*|__([^_]+)__)/;
const COMMENT = /<!--\s*id:\s*([^\s<>]+)\s*-->/;
const LINKED = /\[([^\][]*)\]\([^()]*\)/g;

/** As the id would be found were the line an item. */
function idOf(rest: string): string {
  const bold = BOLD.exec(rest);
  const explicit = CODE.exec(rest)?.[2] ?? bold?.[1] ?? bold?.[2] ?? COMMENT.exec(rest)?.[1];
  if (explicit !== undefined) return collapseSpaces(explicit).replace(/:$/, "");
  const [title = ""] = rest.split(" · ");
  return slug(collapseSpaces(title.replace(LINKED, "$1")));
}
