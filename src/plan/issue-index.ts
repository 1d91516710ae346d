import { fingerprintIn } from "../model/marker.ts";
import type { OwnIssue, Surroundings } from "../model/surroundings.ts";
import type { GateVerdict } from "../model/verdict.ts";
import { fingerprintOfRule, gapsOf } from "./gaps.ts";
import type { PlanInput } from "./plan-input.ts";

/** Issues by what they are about, each list by number. */
export function issuesByFingerprint(
  issues: readonly OwnIssue[],
): ReadonlyMap<string, readonly OwnIssue[]> {
  const found = new Map<string, OwnIssue[]>();
  for (const issue of issues.toSorted((a, b) => a.number - b.number)) {
    const fingerprint = fingerprintIn(issue.body);
    if (fingerprint === null) continue;
    const others = found.get(fingerprint);
    if (others === undefined) found.set(fingerprint, [issue]);
    else others.push(issue);
  }
  return found;
}

/** Numbers of the open issues about what a gate of a service lacks. */
export function trackedIn({ issues }: Surroundings): (gate: GateVerdict) => readonly number[] {
  const found = issuesByFingerprint(issues.state === "known" ? issues.value : []);
  return (gate) => {
    const wanted = gate.rules
      .filter(({ outcome }) => outcome !== "passed")
      .map((rule) => fingerprintOfRule(gate, rule));
    return [...new Set(wanted)].flatMap((fingerprint) => {
      const open = found.get(fingerprint ?? "")?.find(({ state }) => state === "open");
      return open === undefined ? [] : [open.number];
    });
  };
}

/** Why what is missing has no issue; `null` where it has one, or needs none. */
export function issueTrouble({ policy, surroundings, verdict }: PlanInput): string | null {
  if (policy?.issues.open !== true || surroundings.pull?.authorCanWrite !== true) return null;
  if (!gapsOf(verdict).some(({ state }) => state === "open")) return null;
  if (!surroundings.repository.hasIssues) return "issues are switched off in this repository";
  return surroundings.issues.state === "known" ? null : surroundings.issues.detail;
}
