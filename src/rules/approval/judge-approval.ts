import type { PullRequestFact } from "../../model/fact.ts";
import type { Role } from "../../model/policy.ts";
import type { FactReader } from "../../model/ports.ts";
import type { Duration } from "../../time/duration.ts";
import type { RuleContext } from "../define-rule.ts";
import { holdsRole, isAuthor } from "../people/authority.ts";
import { type Coverage, changedSince } from "./coverage.ts";
import type { Approval } from "./statements.ts";

/** What an approval has to meet to count for a role. */
export interface Terms {
  readonly role: Role;
  readonly pull: PullRequestFact;
  /** `"head"`: the whole head; `"any"`: whatever it was given for. */
  readonly covers: Coverage | "head" | "any";
  /** How long it holds. */
  readonly holdsFor: Duration | null;
}

export type JudgedApproval =
  | { readonly state: "valid" | "not-a-holder" | "author" | "no-commit" | "expired" }
  /** `path`: the first that changed; `null` where the whole head is what counts. */
  | { readonly state: "changed"; readonly path: string | null };

export type SignOffKinds = "account" | "team" | "file" | "files";

/**
 * Only a full commit id is taken: whoever can push can search for a commit whose id begins like
 * the one that was approved, and seven digits take minutes.
 */
const FULL_COMMIT = /^[0-9a-f]{40}$/;

/** `null`: facts were asked for that are not known yet. */
export function judgeApproval(
  facts: FactReader<SignOffKinds>,
  approval: Approval,
  terms: Terms,
  context: RuleContext,
): JudgedApproval | null {
  const isHolder = holdsRole(facts, terms.role, approval.login);
  if (isHolder === false) return { state: "not-a-holder" };
  const content = judgeContent(facts, approval, terms, context);
  if (isHolder === null) return null;
  if (isAuthor(terms.pull, approval.login)) return { state: "author" };
  if (content?.state !== "valid") return content;
  const isOver = terms.holdsFor !== null && context.time.reached(approval.at + terms.holdsFor);
  return { state: isOver ? "expired" : "valid" };
}

/** Asked while the holder is still unknown, so that both come in one round. */
function judgeContent(
  facts: FactReader<SignOffKinds>,
  { commit }: Approval,
  { covers, pull }: Terms,
  context: RuleContext,
): JudgedApproval | null {
  if (covers === "any") return { state: "valid" };
  if (!FULL_COMMIT.test(commit)) return { state: "no-commit" };
  if (covers === "head") {
    return commit === pull.head.toLowerCase()
      ? { state: "valid" }
      : { state: "changed", path: null };
  }
  const changed = changedSince(facts, covers, commit, context);
  if (changed === null) return null;
  return changed.path === null ? { state: "valid" } : { state: "changed", path: changed.path };
}
