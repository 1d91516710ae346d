import type { PhrasingContent, RootContent } from "mdast";
import { commandLine } from "../model/command.ts";
import type { IsoDate } from "../model/iso-date.ts";
import type { Gate, Policy } from "../model/policy.ts";
import type { RuleVerdict } from "../model/verdict.ts";
import { inertLine } from "./inert-text.ts";
import { code, fold, paragraphOf, words } from "./markdown-text.ts";
import type { ToldGate } from "./outline.ts";
import { counted } from "./sentence.ts";

/** Lines to paste; whoever wants to waive more than that should rather talk. */
const LINES = 10;

export interface WaiveTerms {
  readonly policy: Pick<Policy, "gates" | "waivers" | "break_glass">;
  readonly head: string;
}

/** For whoever may waive: the commands as they have to be pasted. */
export function waiveFold(blocking: readonly ToldGate[], terms: WaiveTerms): RootContent[] {
  const { policy, head } = terms;
  const { approvers, max_days } = policy.waivers;
  const gates = new Map(policy.gates.map((gate) => [gate.id, gate]));
  const waive = blocking.flatMap((told) => waiveLines(told, gates.get(told.gate.id)));
  const unfreeze = blocking.some(({ gate }) => gate.id === "freeze")
    ? [commandLine({ verb: "unfreeze", commit: head, reason: WHY })]
    : [];
  const lines = [...unfreeze, ...waive];
  const who = approvers.length === 0 ? [] : ways(lines, approvers, counted(max_days, "day"));
  const glass = breakGlass(policy.break_glass, blocking.length === 0 ? null : head);
  const content = [...who, ...glass];
  if (content.length === 0) return [];
  const help = paragraphOf(code("/gate help"), words(" lists every command."));
  return fold("Cannot wait? How to waive", [...content, help]);
}

function ways(
  lines: readonly string[],
  approvers: readonly string[],
  limit: string,
): RootContent[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LINES);
  const more = lines.length - shown.length;
  return [
    someone(approvers),
    { type: "code", value: shown.join("\n") },
    paragraphOf(
      words(
        `Each line covers one rule, with the findings it has now, on this pull request alone. It shows up here with its author and reason, and ends with the date, at most ${limit} away.${more === 0 ? "" : ` ${counted(more, "rule")} more in the same way.`}`,
      ),
    ),
  ];
}

function waiveLines({ gate }: ToldGate, inPolicy: Gate | undefined): string[] {
  const waivable = new Set(inPolicy?.rules.filter((rule) => rule.waivable).map(({ id }) => id));
  return gate.rules
    .filter((rule) => waivable.has(rule.id) && isWaivable(rule))
    .map((rule) => {
      const standing = rule.findings.filter(({ outcome }) => CAN_BE_WAIVED.has(outcome));
      return commandLine({
        verb: "waive",
        gate: gate.id,
        rule: rule.id,
        service: gate.service,
        codes: [...new Set(standing.map((finding) => finding.code))].sort(),
        until: DAY_TO_FILL_IN,
        reason: WHY,
      });
    })
    .filter((line) => inertLine(line) === line);
}

const WHY = "<why>";
/** No day but the place for one: pasted as it is, the command refuses it. */
const DAY_TO_FILL_IN = "<YYYY-MM-DD>" as IsoDate;

const CAN_BE_WAIVED: ReadonlySet<string> = new Set(["failed", "pending"]);

function isWaivable({ severity, outcome, judged }: RuleVerdict): boolean {
  return severity === "block" && judged && CAN_BE_WAIVED.has(outcome);
}

function breakGlass(terms: Policy["break_glass"], head: string | null): RootContent[] {
  if (terms === null || head === null) return [];
  return [
    paragraphOf(
      words("In an emergency all that fails or waits passes at once, and is reviewed afterwards."),
    ),
    someone(terms.roles),
    { type: "code", value: commandLine({ verb: "break-glass", commit: head, reason: WHY }) },
    ...(terms.approvals === 1 ? [] : [paragraphOf(words(`${terms.approvals} people have to.`))]),
  ];
}

function someone(roles: readonly string[]): RootContent {
  const names = roles.flatMap((role, index): PhrasingContent[] =>
    index === 0 ? [code(role)] : [words(" or "), code(role)],
  );
  return paragraphOf(
    words("Somebody in "),
    ...names,
    words(", but not the author of this pull request, comments:"),
  );
}
