import type { FactReader } from "../../model/ports.ts";
import { judgeApproval } from "../approval/judge-approval.ts";
import { approvingReviews, commentsFor, standingObjections } from "../approval/statements.ts";
import type { RuleContext } from "../define-rule.ts";
import { holdsRole, roleOf } from "../people/authority.ts";

type Kinds = "pull-request" | "account" | "team" | "file" | "files";

/**
 * Whether somebody who holds the role, and did not write the pull request, approved it with the
 * record as it stands, and nobody who holds it objects. `null`: asked for, not known yet.
 */
export function isApproved(
  facts: FactReader<Kinds>,
  path: string,
  decider: string,
  context: RuleContext,
): boolean | null {
  const pull = facts.read("pull-request", {});
  const role = roleOf(context.roles, decider);
  if (pull === null) return null;
  if (role === null) return false;
  const objects = standingObjections(pull).map(({ author }) => holdsRole(facts, role, author));
  const covers = { globs: [], gate: null, paths: [path] };
  const judged = [...approvingReviews(pull), ...commentsFor(pull, decider)].map((approval) =>
    judgeApproval(facts, approval, { role, pull, covers, holdsFor: null }, context),
  );
  if (objects.includes(true)) return false;
  if (objects.includes(null)) return null;
  if (judged.some((verdict) => verdict?.state === "valid")) return true;
  return judged.includes(null) ? null : false;
}
