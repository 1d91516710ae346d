import { inertLine, inertLines } from "./inert-text.ts";
import { byRemedy, type ToldFinding, type ToldGate } from "./outline.ts";
import { counted, formatCount } from "./sentence.ts";
import { INDENT, type Look, paragraph, WORDS } from "./terminal-text.ts";
import { padTo, widthOf, wrapText } from "./wrap-text.ts";

/** How much of one gate is told. */
export interface Detail {
  /** Remedies, each with what it mends. */
  readonly remedies: number;
  /** Findings that one remedy mends. */
  readonly findings: number;
  /** Findings more, without their remedies. */
  readonly brief: number;
}

const ROOMY: Detail = { remedies: 5, findings: 20, brief: 20 };
/** A long list is not read to its end: then each gate says where to begin. */
const DENSE: Detail = { remedies: 2, findings: 4, brief: 0 };
const LONG = 40;

export function detailFor(findings: number): Detail {
  return findings > LONG ? DENSE : ROOMY;
}

/** Paragraphs of a gate's findings, and how many findings had no room. */
export function findingBlocks(
  told: ToldGate,
  detail: Detail,
  look: Look,
): { readonly blocks: readonly string[][]; readonly hidden: number } {
  const groups = byRemedy(told.findings);
  const blocks = groups
    .slice(0, detail.remedies)
    .map((group) => remedyLines(group, told, detail, look));
  const rest = groups.slice(detail.remedies).flat();
  const brief = rest.slice(0, detail.brief);
  const untold = rest.length - brief.length;
  if (brief.length > 0) {
    const title = paragraph(`${formatCount(rest.length)} more:`, look);
    blocks.push([...title, ...entryLines(brief, told, look), ...moreLines(untold, look)]);
  } else if (untold > 0) blocks.push(moreLines(untold, look));
  const cut = groups
    .slice(0, detail.remedies)
    .reduce((sum, group) => sum + Math.max(0, group.length - detail.findings), 0);
  return { blocks, hidden: untold + cut };
}

/** What one remedy mends, and the remedy. */
function remedyLines(
  group: readonly ToldFinding[],
  told: ToldGate,
  detail: Detail,
  look: Look,
): string[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  if (others.length === 0) {
    return [...problemLines(first, told, look), ...placeAndFix(first, look)];
  }
  const shown = group.slice(0, detail.findings);
  const more = moreLines(group.length - shown.length, look);
  return [...entryLines(shown, told, look), ...more, ...fixLines(first, look)];
}

function problemLines(one: ToldFinding, told: ToldGate, look: Look): string[] {
  const text = problemText(one, told);
  const [first = "", ...rest] = paragraph(text, look);
  return [paintFirst(first, one, told, look), ...rest];
}

/** Several findings: each behind its place, the places in a column. */
function entryLines(all: readonly ToldFinding[], told: ToldGate, look: Look): string[] {
  const places = all.map(placeText);
  const widest = Math.max(...places.map((place) => widthOf(place ?? "")));
  // Beside long paths there is no room for a column: then the text hangs below its place.
  const column = widest + 2 <= (look.width - INDENT) / 2 ? widest + 2 : 2;
  return all.flatMap((one, index) => {
    const place = places[index] ?? "";
    const start = column === 2 ? (place === "" ? "" : `${place} `) : padTo(place, column);
    const text = `${"_".repeat(widthOf(start))}${problemText(one, told)}`;
    const [first = "", ...rest] = wrapText(text, look.width - INDENT - (column === 2 ? 2 : 0));
    const shown = first.slice(widthOf(start));
    const below = wrapText(rest.join(" "), look.width - INDENT - column).filter(
      (line) => line !== "",
    );
    const indent = " ".repeat(INDENT);
    return [
      `${indent}${look.paint("quiet", start)}${paintFirst(shown, one, told, look)}`,
      ...below.map((line) => `${indent}${" ".repeat(column)}${line}`),
    ];
  });
}

/** With its word, where it is another than the gate's. */
function problemText(one: ToldFinding, told: ToldGate): string {
  const text = inertLine(one.finding.problem);
  return one.standing === told.standing ? text : `${WORDS[one.standing]} ${text}`;
}

function paintFirst(line: string, one: ToldFinding, told: ToldGate, look: Look): string {
  if (one.standing === told.standing) return line;
  const word = WORDS[one.standing];
  return line.replace(word, look.paint(one.standing, word));
}

function moreLines(count: number, look: Look): string[] {
  return count === 0
    ? []
    : paragraph(`and ${counted(count, "finding")} more`, look, { tone: "quiet" });
}

export function placeAndFix(one: ToldFinding, look: Look): string[] {
  const place = placeText(one);
  // Alone on its line, so that terminals make a link of it.
  const line = place === null ? [] : [`${" ".repeat(INDENT)}${look.paint("quiet", place)}`];
  return [...line, ...fixLines(one, look)];
}

function placeText({ finding: { at } }: ToldFinding): string | null {
  return at === null ? null : `${inertLine(at.file)}:${at.line}:${at.column}`;
}

function fixLines({ finding }: ToldFinding, look: Look): string[] {
  const [first = "", ...pasted] = inertLines(finding.remedy, 1200);
  const by = finding.asks === null ? "fix" : `fix by ${inertLine(finding.asks, 80)}`;
  return [
    ...paragraph(`${by}: ${first}`, look, { hanging: 5 }),
    // What is to be pasted keeps its lines.
    ...pasted.map((line) => `${" ".repeat(INDENT + 5)}${line}`.trimEnd()),
  ];
}
