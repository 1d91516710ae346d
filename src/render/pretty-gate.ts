import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { inertLine } from "./inert-text.ts";
import type { ToldFinding, ToldGate } from "./outline.ts";
import { type Detail, findingBlocks, placeAndFix } from "./pretty-findings.ts";
import { INDENT, type Look, paintWord, paragraph } from "./terminal-text.ts";
import { padTo, widthOf } from "./wrap-text.ts";

export interface GateText {
  readonly lines: readonly string[];
  /** Findings that had no room. */
  readonly hidden: number;
}

export function nameOf(gate: GateVerdict): string {
  const title = inertLine(gate.title, 120);
  return gate.service === null ? title : `${inertLine(gate.service, 120)} · ${title}`;
}

/** `column`: how wide the names of gates are that fit on one line with their only finding. */
export function gateText(told: ToldGate, column: number, detail: Detail, look: Look): GateText {
  const word = paintWord(told.standing, look);
  const only = onlyProblem(told);
  const isShort = only !== null && widthOf(nameOf(told.gate)) <= column;
  if (isShort && INDENT + column + 2 + widthOf(only.text) <= look.width) {
    const name = look.paint("strong", padTo(nameOf(told.gate), column));
    return {
      lines: [`${word}${name}  ${only.text}`, ...placeAndFix(only.finding, look)],
      hidden: 0,
    };
  }
  const { blocks, hidden } = findingBlocks(told, detail, look);
  const paragraphs = [...blocks, ...otherReasons(told, look)];
  const heading = `${word}${look.paint("strong", nameOf(told.gate))}`;
  const lines = paragraphs.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
  return { lines: [heading, ...lines], hidden };
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
  const title = `“${titleOf(rule)}”`;
  if (waiver.until === null) return `${title}: let through for this commit${by} (${reason})`;
  return `${title} is waived until ${inertLine(waiver.until)}${by}${where}: ${reason}`;
}

function titleOf(rule: RuleVerdict): string {
  return inertLine(rule.title, 120);
}

function namesOf(names: readonly string[]): string {
  return names.map((name) => inertLine(name, 120)).join(", ");
}
