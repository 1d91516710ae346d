import { isAbsent, type NamedFact } from "../files/policy-file.ts";
import { type Applied, applyEffects } from "../github/apply-effects.ts";
import { openPull } from "../github/open-pull.ts";
import { isStillThere } from "../github/read-again.ts";
import { readRequiredContexts } from "../github/required-contexts.ts";
import { POLICY_CONTEXT } from "../model/context.ts";
import type { CheckRunSaid } from "../model/effect.ts";
import type { Policy } from "../model/policy.ts";
import { checkRunEffects } from "../plan/check-run-effects.ts";
import type { LoadedPolicyFiles } from "../policy/load-policy-files.ts";
import { type PolicyCheck, renderPolicyCheck, UNTOUCHED } from "../render/policy-check.ts";
import { loadAtTip } from "./load-at-tip.ts";
import { type Owners, ownersApproval } from "./owners-approval.ts";
import { previewPolicy } from "./preview-policy.ts";
import type { Promoting } from "./promote.ts";
import { isPolicyPath, proposedPolicy } from "./proposed-policy.ts";
import { loadOrganization, proposedProblems } from "./proposed-problems.ts";

/** What became of a pull request that may change the policy. */
export interface PolicyPromoted {
  /** `null` where the policy stays as it is. */
  readonly check: PolicyCheck | null;
  readonly applied: readonly Applied[];
}

/**
 * Says what a pull request would make of the policy: whether it would be sound, which open promotions
 * it would change, and whether the owners of the policy approve. It is never judged by it. Only the
 * app says this, under a name of its own.
 *
 * @throws {GitHubFailure} where GitHub does not show the pull request, or what it changes.
 */
export async function promotePolicy(number: number, promoting: Promoting): Promise<PolicyPromoted> {
  const opened = await openPull({ ...promoting, number });
  const { pull, url, checkRuns } = opened;
  const isNothing = !pull.isOpen || pull.baseBranch !== opened.policy.ref;
  if (promoting.voice === "status" || isNothing) return { check: null, applied: [] };
  const proposed = await proposedPolicy(opened);
  const carries =
    checkRuns.state === "missing" || checkRuns.value.some(({ name }) => name === POLICY_CONTEXT);
  // Where it is waited for something has to be said in any case.
  if (proposed === null && !carries && !(await isRequired(pull.baseBranch, promoting))) {
    return { check: null, applied: [] };
  }
  const check = proposed === null ? null : await checkOf(opened, proposed, promoting);
  const isOwn = (file: string) => isPolicyPath(file, pull.repository);
  const text = check === null ? UNTOUCHED : renderPolicyCheck(check, { repository: url, isOwn });
  const about = { sha: pull.head, name: POLICY_CONTEXT, policy: opened.policy.sha };
  const detailsUrl = promoting.reportUrl ?? `${url}/pull/${number}`;
  const wanted = { ...text, ...about, conclusion: conclusionOf(check), detailsUrl };
  const effects = checkRunEffects(wanted, checkRuns);
  if (effects.length === 0) return { check, applied: [] };
  if (promoting.wants.dryRun) {
    return { check, applied: effects.map((effect) => ({ effect, failure: null })) };
  }
  // Moved meanwhile, it is looked at again by whoever was told that it moved.
  const isStill = await isStillThere(pull, promoting);
  return { check, applied: isStill ? await applyEffects(effects, promoting) : [] };
}

async function isRequired(branch: string, promoting: Promoting): Promise<boolean> {
  return (await readRequiredContexts(branch, promoting)).includes(POLICY_CONTEXT);
}

type Opened = Awaited<ReturnType<typeof openPull>>;
type Proposed = NonNullable<Awaited<ReturnType<typeof proposedPolicy>>>;

async function checkOf(
  opened: Opened,
  proposed: Proposed,
  promoting: Promoting,
): Promise<PolicyCheck> {
  const { packs } = promoting;
  const { repository } = opened.pull;
  const problems = proposedProblems(proposed, packs, repository);
  const now = loadAtTip(opened.policy, packs, repository);
  const then = loadAtTip(proposed.at, packs, repository);
  const policies: readonly Policy[] = [now, then].flatMap((one) =>
    one.state === "valid" ? [one.policy] : [],
  );
  const standing = proposed.isOrganizations
    ? {
        file: opened.policy.organization,
        loaded: loadOrganization(opened.policy.organization, packs),
      }
    : { file: opened.policy.policy, loaded: now };
  const approval = await ownersApproval(ownersOf(standing), opened);
  const preview =
    proposed.isOrganizations || then.state === "invalid"
      ? null
      : await previewPolicy(opened, proposed.at, policies, promoting);
  return { problems, approval, preview };
}

/** Who owns a policy that nobody can read is not known: whoever administers the repository does. */
function ownersOf({ file, loaded }: { file: NamedFact; loaded: LoadedPolicyFiles }): Owners {
  if (isAbsent(file.fact)) return { policy_owners: [], roles: {} };
  if (loaded.state === "valid") return loaded.policy;
  const roles = { administrators: { users: [], teams: [], permission: "admin" as const } };
  return { policy_owners: ["administrators"], roles };
}

function conclusionOf(check: PolicyCheck | null): CheckRunSaid["conclusion"] {
  if (check === null) return "success";
  const { problems, approval } = check;
  if (problems.length > 0 || approval.state === "unknown") return "failure";
  return approval.state === "waits" ? "action_required" : "success";
}
