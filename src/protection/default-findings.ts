import type { Fact } from "../model/fact.ts";
import type { WorkflowDefaults } from "../model/protection.ts";
import { ok, type ProtectionFinding, unknown, warn } from "./finding.ts";

/** What the settings of the repository give to every workflow. */
export function defaultFindings(
  defaults: Fact<WorkflowDefaults>,
  repository: string,
): readonly ProtectionFinding[] {
  const code = "token-defaults";
  if (defaults.state === "missing") {
    const problem = `what the settings give to workflows is not known: ${defaults.detail}`;
    const remedy = "use the token of an administrator, or one with `administration: read`";
    return [unknown(code, problem, remedy)];
  }
  const { mayWrite, mayApprove } = defaults.value;
  const found = [
    ...(mayWrite
      ? ["a workflow that states no permissions may write statuses, and so forge one"]
      : []),
    ...(mayApprove
      ? ["workflows may approve pull requests, so an approval need not be a person's"]
      : []),
  ];
  if (found.length === 0) return [ok(code, "workflows get no more than they state")];
  const remedy = `run \`gh api --method PUT repos/${repository}/actions/permissions/workflow -f default_workflow_permissions=read -F can_approve_pull_request_reviews=false\``;
  return found.map((problem) => warn(code, problem, remedy));
}
