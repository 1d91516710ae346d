import type { Verdict } from "../model/verdict.ts";
import type { Outline, Standing } from "./outline.ts";
import { counted, formatCount } from "./sentence.ts";
import { conditionOf } from "./summary.ts";

/** A verdict in its first words, for whoever reads nothing else. */
export interface Headline {
  readonly icon: "✅" | "⚠️" | "❌";
  /** `Blocked: 2 of 5 gates fail`; our own words alone. */
  readonly text: string;
}

export function headlineOf(verdict: Verdict, { counts }: Outline): Headline {
  const { decision, mode, problems } = verdict;
  if (problems.length > 0) {
    return {
      icon: "❌",
      text: `No verdict: the policy has ${counted(problems.length, "problem")}`,
    };
  }
  const total = Object.entries(counts).reduce(
    (sum, [standing, count]) => (standing === "none" ? sum : sum + count),
    0,
  );
  switch (decision) {
    case "go":
      return {
        icon: "✅",
        text: total === 0 ? "Ready: no gates apply" : `Ready: ${passing(counts)}`,
      };
    case "conditional-go":
      return { icon: "✅", text: `Ready on ${conditionOf(verdict)}: ${passing(counts)}` };
    case "undetermined":
      return { icon: "⚠️", text: `Undetermined: ${told(counts, ["open"], total)}` };
    case "no-go": {
      const what = total === 0 ? "no gate counts" : told(counts, ["fail", "error", "wait"], total);
      return mode === "enforce"
        ? { icon: "❌", text: `Blocked: ${what}` }
        : { icon: "⚠️", text: `Would block: ${what}` };
    }
  }
}

const VERBS: Readonly<Partial<Record<Standing, readonly [one: string, many: string]>>> = {
  fail: ["fails", "fail"],
  error: ["cannot be judged", "cannot be judged"],
  wait: ["is pending", "are pending"],
  open: ["needs GitHub", "need GitHub"],
};

/** `2 of 5 gates fail, 1 is pending` */
function told(counts: Outline["counts"], standings: readonly Standing[], total: number): string {
  const parts = standings
    .filter((standing) => counts[standing] > 0)
    .map((standing, index) => {
      const [one, many] = VERBS[standing] ?? ["", ""];
      const of = index === 0 ? ` of ${counted(total, "gate")}` : "";
      return `${formatCount(counts[standing])}${of} ${counts[standing] === 1 ? one : many}`;
    });
  return parts.length === 0 ? "no gate passes" : parts.join(", ");
}

function passing({ pass, warn, conditional }: Outline["counts"]): string {
  const verb = pass === 1 ? "passes" : "pass";
  return [
    `${counted(pass, "gate")} ${verb}`,
    ...(warn === 0 ? [] : [`${formatCount(warn)} ${warn === 1 ? "warns" : "warn"}`]),
    ...(conditional === 0 ? [] : [`${formatCount(conditional)} on conditions`]),
  ].join(", ");
}
