import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { inertLine, inertLines } from "./inert-text.ts";
import { byRemedy, type ToldFinding, type ToldGate } from "./outline.ts";
import { counted, formatCount } from "./sentence.ts";
import { INDENT, type Look, paintWord, paragraph, WORDS } from "./terminal-text.ts";
import { padTo, widthOf } from "./wrap-text.ts";

/** Of one gate: so many remedies in full, so many findings more in a line each. */
const IN_FULL = 5;
const IN_BRIEF = 20;

export function nameOf(gate: GateVerdict): string {
  const title = inertLine(gate.title, 120);
  return gate.service === null ? title : `${inertLine(gate.service, 120)} · ${title}`;
}

/** `column`: how wide the names of gates that fit on one line with their only finding are. */
export function gateLines(told: ToldGate, column: number, look: Look): string[] {
  const word = paintWord(told.standing, look);
  const name = look.paint("strong", padTo(nameOf(told.gate), column));
  const only = onlyProblem(told);
  if (only !== null && INDENT + column + 2 + widthOf(only.text) <= look.width) {
    return [`${word}${name}  ${only.text}`, ...placeAndFix([only.finding], look)];
  }
  const heading = `${word}${look.paint("strong", nameOf(told.gate))}`;
  const paragraphs = [...findingBlocks(told, look), ...otherReasons(told, look)];
  return [heading, ...paragraphs.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]))];
}

/** The name's width, for gates that can stand on one line with their only finding. */
export function columnOf(told: ToldGate, look: Look): number {
  const only = onlyProblem(told);
  if (only === null) return 0;
  const width = widthOf(nameOf(told.gate));
  return INDENT + width + 2 + widthOf(only.text) <= look.width ? width : 0;
}

function onlyProblem(told: ToldGate): { finding: ToldFinding; text: string } | null {
  const [finding, ...others] = told.findings;
  if (finding === undefined || others.length > 0) return null;
  if (finding.standing !== told.standing || otherReasonsOf(told).length > 0) return null;
  return { finding, text: inertLine(finding.finding.problem) };
}

/** Findings that one and the same remedy mends stand together, with the remedy once. */
function findingBlocks(told: ToldGate, look: Look): string[][] {
  const all = byRemedy(told.findings);
  const inFull = all.slice(0, IN_FULL).map((group) => groupLines(group, told, look));
  const rest = all.slice(IN_FULL).flat();
  return rest.length === 0 ? inFull : [...inFull, briefLines(rest, told, look)];
}

function groupLines(group: readonly ToldFinding[], told: ToldGate, look: Look): string[] {
  const shown = group.slice(0, IN_BRIEF);
  const lines = shown.flatMap((one) => [
    ...problemLines(one, told, look),
    ...placeLines(one, look),
  ]);
  const more = group.length - shown.length;
  return [...lines, ...moreLines(more, look), ...fixLines(group[0], look)];
}

function problemLines(one: ToldFinding, told: ToldGate, look: Look): string[] {
  const text = inertLine(one.finding.problem);
  if (one.standing === told.standing) return paragraph(text, look);
  const [first = "", ...rest] = paragraph(`${WORDS[one.standing]} ${text}`, look);
  const word = WORDS[one.standing];
  return [first.replace(word, look.paint(one.standing, word)), ...rest];
}

function briefLines(rest: readonly ToldFinding[], told: ToldGate, look: Look): string[] {
  const shown = rest.slice(0, IN_BRIEF);
  return [
    ...paragraph(`${formatCount(rest.length)} more:`, look),
    ...shown.flatMap((one) => {
      const place = placeText(one);
      const word = one.standing === told.standing ? "" : `${WORDS[one.standing]} `;
      const text = `${word}${inertLine(one.finding.problem, 200)}`;
      return paragraph(place === null ? text : `${place} ${text}`, look, null, 2);
    }),
    ...moreLines(rest.length - shown.length, look),
  ];
}

function moreLines(count: number, look: Look): string[] {
  if (count === 0) return [];
  return paragraph(`${counted(count, "finding")} more: --format json lists all`, look, "quiet");
}

function placeAndFix(group: readonly ToldFinding[], look: Look): string[] {
  return [...group.flatMap((one) => placeLines(one, look)), ...fixLines(group[0], look)];
}

function placeText({ finding: { at } }: ToldFinding): string | null {
  return at === null ? null : `${inertLine(at.file)}:${at.line}:${at.column}`;
}

/** Alone on its line, so that terminals make a link of it. */
function placeLines(one: ToldFinding, look: Look): string[] {
  const place = placeText(one);
  return place === null ? [] : [`${" ".repeat(INDENT)}${look.paint("quiet", place)}`];
}

function fixLines(one: ToldFinding | undefined, look: Look): string[] {
  if (one === undefined) return [];
  const [first = "", ...pasted] = inertLines(one.finding.remedy, 1200);
  const by = one.finding.asks === null ? "fix" : `fix by ${inertLine(one.finding.asks, 80)}`;
  return [
    ...paragraph(`${by}: ${first}`, look, null, 5),
    // What is to be pasted keeps its lines.
    ...pasted.map((line) => `${" ".repeat(INDENT + 5)}${line}`.trimEnd()),
  ];
}

/** What else there is to say of a gate, beside findings. */
function otherReasonsOf({ gate, waived, leftOut }: ToldGate): string[] {
  return [
    ...(gate.waitsFor.length === 0 ? [] : [`waits for ${namesOf(gate.waitsFor)}`]),
    ...waived.map(waiverText),
    ...(leftOut.length === 0 ? [] : [`left out, needs GitHub: ${namesOf(leftOut.map(titleOf))}`]),
  ];
}

function otherReasons(told: ToldGate, look: Look): string[][] {
  const reasons = otherReasonsOf(told);
  return reasons.length === 0 ? [] : [reasons.flatMap((reason) => paragraph(reason, look))];
}

function waiverText(rule: RuleVerdict): string {
  const { waiver } = rule;
  if (waiver === null) return "";
  const by = waiver.approvedBy.length === 0 ? "" : ` by ${namesOf(waiver.approvedBy)}`;
  const where = waiver.approvedIn === null ? "" : ` in #${waiver.approvedIn}`;
  const reason = inertLine(waiver.reason, 200);
  return `${titleOf(rule)} is waived until ${inertLine(waiver.until)}${by}${where}: ${reason}`;
}

function titleOf(rule: RuleVerdict): string {
  return inertLine(rule.title, 120);
}

function namesOf(names: readonly string[]): string {
  return names.map((name) => inertLine(name, 120)).join(", ");
}
