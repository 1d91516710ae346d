import type { Problem } from "../model/finding.ts";
import type { LoadedPolicy } from "../model/policy.ts";
import { fail, ok, type ProtectionFinding, placed, warn } from "./finding.ts";

/**
 * Whether there is a policy to judge by.
 *
 * @param besides what is wrong with waivers and baseline.
 */
export function policyFindings(
  loaded: LoadedPolicy,
  besides: readonly Problem[],
): readonly ProtectionFinding[] {
  const wrong = [...(loaded.state === "invalid" ? loaded.problems : []), ...besides];
  const code = "policy-valid";
  const failed = wrong.map(({ message, help, at }) =>
    placed(fail(code, message, help ?? "correct it on the default branch"), at),
  );
  if (loaded.state === "invalid") return failed;
  const { mode, enforce_from, stages } = loaded.policy;
  const names = stages.map(({ id }) => `\`${id}\``).join(", ");
  const valid = failed.length > 0 ? failed : [ok(code, `the policy is valid; it has ${names}`)];
  if (enforce_from !== null || mode === "enforce") return valid;
  const problem = "the policy is advisory: every verdict is a success and blocks nothing";
  return [...valid, warn("policy-advisory", problem, "set `mode: enforce` or `enforce_from:`")];
}
