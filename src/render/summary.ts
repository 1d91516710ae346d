import type { Verdict } from "../model/verdict.ts";
import { type Outline, type Standing, standingOf } from "./outline.ts";
import { formatCount } from "./sentence.ts";

/** `Blocked: 2 fail, 1 warns, 2 pass` */
export function summaryOf(verdict: Verdict, { counts }: Outline): string {
  if (verdict.problems.length > 0)
    return "No verdict: the policy has problems, nothing was evaluated";
  const parts = VERBS.filter(([standing]) => counts[standing] > 0).map(
    ([standing, one, many]) =>
      `${formatCount(counts[standing])} ${counts[standing] === 1 ? one : many}`,
  );
  const said = parts.length === 0 ? [nothing(verdict)] : [...unjudged(verdict), ...parts];
  return `${headline(verdict)}: ${said.join(", ")}`;
}

/** One service that no gate judges blocks all, however many gates of others pass. */
function unjudged({ decision, services, gates }: Verdict): string[] {
  if (decision !== "no-go") return [];
  const judged = new Set(
    gates.filter((gate) => standingOf(gate) !== "none").map(({ service }) => service),
  );
  const count = services.filter((id) => !judged.has(id)).length;
  if (count === 0) return [];
  return [`${formatCount(count)} ${count === 1 ? "service is" : "services are"} judged by no gate`];
}

const VERBS: readonly (readonly [Standing, one: string, many: string])[] = [
  ["fail", "fails", "fail"],
  ["error", "cannot be judged", "cannot be judged"],
  ["wait", "waits", "wait"],
  ["open", "needs GitHub", "need GitHub"],
  ["conditional", "passes on conditions", "pass on conditions"],
  ["warn", "warns", "warn"],
  ["pass", "passes", "pass"],
];

function headline(verdict: Verdict): string {
  switch (verdict.decision) {
    case "go":
      return "Ready";
    case "conditional-go":
      return `Ready on ${conditionOf(verdict)}`;
    case "undetermined":
      return "Undetermined";
    case "no-go":
      return verdict.mode === "advisory" ? "Would block (advisory)" : "Blocked";
  }
}

/** What a conditional pass rests on, the gravest first. */
export function conditionOf({ breakGlass, gates }: Verdict): string {
  if (breakGlass !== null) return "broken glass";
  const isWaived = gates.some(({ rules }) => rules.some(({ waiver }) => waiver?.kind === "waiver"));
  return isWaived ? "a waiver" : "conditions";
}

function nothing(verdict: Verdict): string {
  if (verdict.decision === "no-go") return "no gate counts, and nothing passes on nothing";
  return "no gates apply";
}
