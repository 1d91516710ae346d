import type { IssueEffect } from "../model/effect.ts";
import type { OwnIssue } from "../model/surroundings.ts";
import { issueTitle, renderIssue } from "../render/issue.ts";
import { renderBlock, type Tracked, trackedIn, withTracked } from "../render/issue-block.ts";
import { renderReopened, renderResolved } from "../render/issue-note.ts";
import { DAY } from "../time/date.ts";
import { assigneesOf } from "./assignees.ts";
import { type Gap, gapsOf } from "./gaps.ts";
import { asDuplicate, mayClose, standOf, update } from "./issue-life.ts";
import { type IssuePlan, issuePlanOf } from "./issue-plan.ts";
import type { PlanInput } from "./plan-input.ts";
import { planReview } from "./plan-review.ts";
import { MOST_ROLLED_UP, planRollUp } from "./plan-roll-up.ts";
import { afterSight, firstSight, isMended } from "./track.ts";

/** Opened on one day in one repository, whatever the policy says. */
const A_DAY = 20;

/**
 * Issues for missing owners and runbooks. What people wrote, closed or opened stays as they left
 * it; a pull request by somebody without write access touches none.
 */
export function planIssues(input: PlanInput): readonly IssueEffect[] {
  const review = planReview(input);
  const planned = issuePlanOf(input);
  if (planned === null) return review;
  const { issues, rolledUp } = planned;
  const effects: IssueEffect[] = [];
  const homeless: Gap[] = [];
  let room = roomFor(planned);
  for (const gap of gapsOf(input.verdict)) {
    const own = issues.get(gap.fingerprint) ?? [];
    if (gap.state !== "open") {
      effects.push(...whileNotOpen(gap, own, planned));
      continue;
    }
    const stand = standOf(own, input.now);
    if (stand.is === "left") continue;
    if (stand.is === "open") {
      effects.push(...whileOpen(gap, stand.issue, planned));
      effects.push(...stand.younger.map((issue) => asDuplicate(issue, stand.issue, planned)));
    } else if (planned.input.surroundings.pull === null || rolledUp.has(gap.fingerprint)) {
      // Issues are opened for what blocks somebody; the default branch by itself blocks nobody.
    } else if (input.verdict.mode === "advisory") homeless.push(gap);
    else if (stand.is === "reopen") effects.push(...reopened(gap, stand, planned));
    else if (room > 0) {
      room -= 1;
      effects.push(opened(gap, stand.earlier, planned));
    } else homeless.push(gap);
  }
  return [...review, ...effects, ...planRollUp(homeless, planned)];
}

function roomFor({ input, policy, issues, rolledUp }: IssuePlan): number {
  // More is missing than fits: what is left over waits its turn.
  if (rolledUp.size >= MOST_ROLLED_UP) return 0;
  const today = [...issues.values()].flat().filter(({ createdAt }) => createdAt > input.now - DAY);
  return Math.max(0, Math.min(policy.issues.max_per_run, A_DAY - today.length));
}

function whileNotOpen(gap: Gap, own: readonly OwnIssue[], plan: IssuePlan): readonly IssueEffect[] {
  const issue = own.find(({ state }) => state === "open");
  const [tracked] = trackedIn(issue?.body ?? "") ?? [];
  if (issue === undefined || tracked === undefined) return [];
  const now = afterSight(tracked, gap.state, plan.input);
  if (!isMended(now, gap.state, plan.input)) return rewritten(issue, now, plan);
  if (!mayClose(issue)) return [];
  const [pull = null, ...others] = tracked.fixedIn;
  const comment = renderResolved(plan.notes, others.length === 0 ? pull : null);
  return [{ kind: "close-issue", number: issue.number, reason: "completed", comment }];
}

function whileOpen(gap: Gap, issue: OwnIssue, plan: IssuePlan): readonly IssueEffect[] {
  const [tracked] = trackedIn(issue.body) ?? [];
  // Somebody took out what we go by: the issue is theirs now.
  return tracked === undefined
    ? []
    : rewritten(issue, afterSight(tracked, gap.state, plan.input), plan);
}

function rewritten(issue: OwnIssue, tracked: Tracked, plan: IssuePlan): readonly IssueEffect[] {
  const block = renderBlock(tracked, plan.notes.repository);
  return update(issue, withTracked(issue.body, block));
}

function reopened(
  gap: Gap,
  { issue, because }: { readonly issue: OwnIssue; readonly because: "back" | "still" },
  plan: IssuePlan,
): readonly IssueEffect[] {
  const comment = renderReopened(because, {
    ...plan.notes,
    pull: plan.input.surroundings.pull?.number ?? null,
    finding: gap.failing[0]?.rule.findings.find(({ outcome }) => outcome === "failed") ?? null,
    links: plan.links,
  });
  const reopen = { kind: "reopen-issue", number: issue.number, comment } as const;
  return [reopen, ...whileOpen(gap, issue, plan)];
}

function opened(gap: Gap, earlier: number | null, plan: IssuePlan): IssueEffect {
  const { input, policy, notes, links } = plan;
  return {
    kind: "create-issue",
    fingerprint: gap.fingerprint,
    title: issueTitle(gap),
    body: renderIssue(gap, {
      stage: input.verdict.stage,
      repository: notes.repository,
      defaultBranch: notes.defaultBranch,
      links,
      templates: input.templates,
      approvers: policy.waivers.approvers,
      earlier,
      block: renderBlock(firstSight(gap, input), notes.repository),
    }),
    labels: policy.issues.labels,
    assignees: assigneesOf(gap, policy),
  };
}
