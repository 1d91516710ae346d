import { type CommandComment, commandLine, type WaiveCommand } from "../model/command.ts";
import type { Note } from "../model/finding.ts";
import type { Gate } from "../model/policy.ts";
import type { GateVerdict, RuleVerdict } from "../model/verdict.ts";
import { isBlocking } from "./outcomes.ts";
import { concerns, subjectOf, uncovered } from "./waivers.ts";

/**
 * What blocks beside a waiver by comment that was to cover it, with the line that would. Codes that
 * appear later are never covered by what was said before, so they are to be named.
 */
export function waiverRemarks(
  waivers: readonly CommandComment<WaiveCommand>[],
  verdicts: readonly GateVerdict[],
  gates: readonly Gate[],
): readonly Note[] {
  return waivers.flatMap((comment) => {
    const { command, author } = comment;
    const about = `the \`waive ${subjectOf(command)}\` of \`@${author}\``;
    const open = verdicts.flatMap((gate) =>
      gate.rules
        .filter((rule) => isOpen(rule) && concerns(command, ruleIn(gate, rule)))
        .map((rule) => ({ gate, rule })),
    );
    const fixed = open.filter(({ gate, rule }) => !isWaivable(gate, rule, gates));
    const rest = open.filter((one) => !fixed.includes(one));
    const codes = rest.flatMap(({ rule }) =>
      rule.findings.filter(({ outcome }) => isBlocking(outcome)).map(({ code }) => code),
    );
    if (command.codes === null && codes.length === 0) {
      return [
        remark(
          "WAIVER-NO-CODES",
          `${about} changes nothing: it names no codes, and there are none to waive`,
        ),
      ];
    }
    const line = lineFor(command, codes);
    return [
      ...fixed.map(({ gate, rule }) =>
        remark(
          "WAIVER-REFUSED",
          `${about} does not cover \`${gate.id}/${rule.id}\`: ${whyFixed(rule)}`,
        ),
      ),
      ...(codes.length === 0
        ? []
        : [
            command.codes === null
              ? remark(
                  "WAIVER-NO-CODES",
                  `${about} changes nothing: it names no codes; to waive what blocks now: \`${line}\``,
                )
              : remark(
                  "WAIVER-OPEN",
                  `${about} does not cover ${namesOf(rest, command)}; to waive that as well: \`${line}\``,
                ),
          ]),
    ];
  });
}

interface Open {
  readonly gate: GateVerdict;
  readonly rule: RuleVerdict;
}

function isOpen({ severity, outcome }: RuleVerdict): boolean {
  return severity === "block" && isBlocking(outcome);
}

function ruleIn(gate: GateVerdict, { id }: RuleVerdict) {
  return { gate: gate.id, rule: id, service: gate.service };
}

function isWaivable(gate: GateVerdict, rule: RuleVerdict, gates: readonly Gate[]): boolean {
  const stated = gates.find(({ id }) => id === gate.id)?.rules.find(({ id }) => id === rule.id);
  return rule.outcome !== "errored" && stated?.waivable === true;
}

function whyFixed({ outcome }: RuleVerdict): string {
  return outcome === "errored"
    ? "what could not be judged cannot be waived"
    : "the policy says that it cannot be waived";
}

function namesOf(open: readonly Open[], command: WaiveCommand): string {
  const names = open.flatMap(({ gate, rule }) =>
    uncovered(rule, command).map(({ code }) => `\`${code}\` of \`${gate.id}/${rule.id}\``),
  );
  return [...new Set(names)].join(", ");
}

/** As it was said, with all codes that stand now. */
function lineFor(command: WaiveCommand, codes: readonly string[]): string {
  return commandLine({
    ...command,
    codes: [...new Set([...(command.codes ?? []), ...codes])].sort(),
  });
}

function remark(code: string, message: string): Note {
  return { code, message, at: null };
}
