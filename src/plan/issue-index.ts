import { fingerprintIn, fingerprintOf, subjectOf } from "../model/marker.ts";
import type { OwnIssue, Surroundings } from "../model/surroundings.ts";
import type { GateVerdict } from "../model/verdict.ts";
import { trackedIn as trackedInBody } from "../render/issue-block.ts";
import { fingerprintOfRule, gapsOf } from "./gaps.ts";
import type { PlanInput } from "./plan-input.ts";

/** The one issue for gaps that have none of their own. */
export const ROLL_UP = fingerprintOf("roll-up", null);

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

/** What kind of issue of ours a body is of; `null` where it is none. */
export function issueKindIn(body: string): string | null {
  return subjectOf(fingerprintIn(body) ?? "")?.kind ?? null;
}

/** Numbers of the open issues about what a gate of a service lacks. */
export function trackedIn({ issues }: Surroundings): (gate: GateVerdict) => readonly number[] {
  const found = issuesByFingerprint(issues.state === "known" ? issues.value : []);
  const open = (fingerprint: string) =>
    found.get(fingerprint)?.find(({ state }) => state === "open") ?? null;
  const rollUp = open(ROLL_UP);
  const rolledUp = new Set(
    trackedInBody(rollUp?.body ?? "")?.map(({ fingerprint }) => fingerprint),
  );
  return (gate) => {
    const wanted = gate.rules
      .filter(({ outcome }) => outcome !== "passed")
      .map((rule) => fingerprintOfRule(gate, rule));
    const issues = wanted.flatMap((fingerprint) => {
      if (fingerprint === null) return [];
      const issue = open(fingerprint) ?? (rolledUp.has(fingerprint) ? rollUp : null);
      return issue === null ? [] : [issue.number];
    });
    return [...new Set(issues)];
  };
}

/** Why what needs an issue has none; `null` where it has one, or needs none. */
export function issueTrouble(input: PlanInput): string | null {
  const { surroundings, verdict } = input;
  if (verdict.breakGlass === null && !wantsIssues(input)) return null;
  if (!surroundings.repository.hasIssues) return "issues are switched off in this repository";
  return surroundings.issues.state === "known" ? null : surroundings.issues.detail;
}

function wantsIssues({ policy, surroundings, verdict }: PlanInput): boolean {
  if (policy?.issues.open !== true || surroundings.pull?.authorCanWrite !== true) return false;
  return gapsOf(verdict).some(({ state }) => state === "open");
}
