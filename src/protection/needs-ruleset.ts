import type { ProtectionFinding } from "./finding.ts";

/** What a ruleset puts right. */
const BY_RULESET = [
  "context-required",
  "source-bound",
  "pull-request-required",
  "force-push-refused",
  "deletion-refused",
  "policy-reviewed",
];

/** Whether something is not fine, or not known to be, that a ruleset would see to. */
export function needsRuleset(findings: readonly ProtectionFinding[]): boolean {
  return findings.some(({ level, code }) => level !== "ok" && BY_RULESET.includes(code));
}
