import type { PhrasingContent } from "mdast";
import type { Verdict } from "../model/verdict.ts";
import { code, words } from "./markdown-text.ts";
import type { Outline, Standing } from "./outline.ts";
import { counted, formatCount } from "./sentence.ts";
import { isWaived } from "./summary.ts";

/** The verdict in its first words: ``❌ Blocked: 2 of 5 gates fail for `production` ``. */
export function headingNodes(verdict: Verdict, { counts }: Outline): PhrasingContent[] {
  const { decision, mode, problems, stage } = verdict;
  if (problems.length > 0) {
    return [words(`❌ No verdict: the policy has ${counted(problems.length, "problem")}`)];
  }
  const total = Object.entries(counts).reduce(
    (sum, [standing, count]) => (standing === "none" ? sum : sum + count),
    0,
  );
  const target = [words(" for "), code(stage)];
  switch (decision) {
    case "go":
      if (total === 0) return [words("✅ Ready: no gates apply"), ...target];
      return [words(`✅ Ready: ${passing(counts)}`), ...target];
    case "conditional-go": {
      const on = isWaived(verdict) ? "a waiver" : "conditions";
      return [words(`✅ Ready on ${on}: ${passing(counts)}`), ...target];
    }
    case "undetermined":
      return [words(`⚠️ Undetermined: ${told(counts, ["open"], total)}`), ...target];
    case "no-go": {
      const what = total === 0 ? "no gate counts" : told(counts, ["fail", "error", "wait"], total);
      if (mode === "enforce") return [words(`❌ Blocked: ${what}`), ...target];
      return [words(`⚠️ Would block: ${what}`), ...target, words(" (advisory, nothing is blocked)")];
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
