import type { Problem } from "../model/finding.ts";
import type { LoadedPolicy } from "../model/policy.ts";
import { fail, ok, type ProtectionFinding, placed, warn } from "./finding.ts";

/**
 * Whether there is a policy to judge by.
 *
 * @param besides what is wrong with waivers and baseline.
 * @param unseen where an organization's policy would be, if none was seen that may still be there.
 */
export function policyFindings(
  loaded: LoadedPolicy,
  besides: readonly Problem[],
  unseen: string | null,
): readonly ProtectionFinding[] {
  const wrong = [...(loaded.state === "invalid" ? loaded.problems : []), ...besides];
  const code = "policy-valid";
  const failed = wrong.map(({ message, help, at }) =>
    placed(fail(code, message, help ?? "correct it on the default branch"), at),
  );
  if (loaded.state === "invalid") return failed;
  const { mode, enforce_from, stages } = loaded.policy;
  const names = stages.map(({ id }) => `\`${id}\``).join(", ");
  const sound = failed.length > 0 ? failed : [ok(code, `the policy is valid; it has ${names}`)];
  const valid = [...sound, ...unseenFindings(unseen)];
  if (enforce_from !== null || mode === "enforce") return valid;
  const problem = "the policy is advisory: every verdict is a success and blocks nothing";
  return [...valid, warn("policy-advisory", problem, "set `mode: enforce` or `enforce_from:`")];
}

/** No fault: GitHub answers for what a token may not see as for what is not there. */
function unseenFindings(name: string | null): readonly ProtectionFinding[] {
  if (name === null) return [];
  const what = `no organization policy was seen; if there is a private \`${name}\`, give the action \`org-token\`, or install the app for it`;
  return [ok("policy-organization", what)];
}
