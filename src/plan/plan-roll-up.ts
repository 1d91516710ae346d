import type { IssueEffect } from "../model/effect.ts";
import { renderRollUp } from "../render/issue.ts";
import { renderList, type Tracked, trackedIn, withTracked } from "../render/issue-block.ts";
import { renderReopened, renderResolved } from "../render/issue-note.ts";
import { type Gap, gapsOf } from "./gaps.ts";
import { ROLL_UP } from "./issue-index.ts";
import { asDuplicate, mayClose, standOf, update } from "./issue-life.ts";
import type { IssuePlan } from "./issue-plan.ts";
import { afterSight, firstSight, isMended } from "./track.ts";

const TITLE = "Owners and runbooks that are missing";

/** Gaps it holds; others follow as these are mended. */
export const MOST_ROLLED_UP = 50;

/**
 * The one issue for gaps without one of their own. A gap stays in it until it is mended, so that
 * what was too much for one run does not trickle out with the next ones.
 */
export function planRollUp(homeless: readonly Gap[], plan: IssuePlan): IssueEffect[] {
  const own = plan.issues.get(ROLL_UP) ?? [];
  const stand = standOf(own, plan.input.now);
  if (stand.is === "open") {
    const younger = stand.younger.map((issue) => asDuplicate(issue, stand.issue, plan));
    const tracked = trackedIn(stand.issue.body);
    // Somebody took out what we go by: the issue is theirs now.
    if (tracked === null) return younger;
    const left = stillOpen(tracked, homeless, plan);
    if (left.length > 0 || !mayClose(stand.issue)) {
      const block = renderList(left, plan.notes.repository);
      return [...update(stand.issue, withTracked(stand.issue.body, block)), ...younger];
    }
    const comment = renderResolved(plan.notes, null);
    const close = { kind: "close-issue", reason: "completed", comment } as const;
    return [{ ...close, number: stand.issue.number }, ...younger];
  }
  if (homeless.length === 0 || stand.is === "left") return [];
  if (stand.is === "new") return [created(stillOpen([], homeless, plan), plan)];
  const { issue, because } = stand;
  const known = (trackedIn(issue.body) ?? []).filter(({ fingerprint }) =>
    homeless.some((gap) => gap.fingerprint === fingerprint),
  );
  const block = renderList(stillOpen(known, homeless, plan), plan.notes.repository);
  const comment = renderReopened(because, {
    ...plan.notes,
    pull: plan.input.surroundings.pull?.number ?? null,
    finding: null,
    links: plan.links,
  });
  return [
    { kind: "reopen-issue", number: issue.number, comment },
    ...update(issue, withTracked(issue.body, block)),
  ];
}

function stillOpen(
  known: readonly Tracked[],
  homeless: readonly Gap[],
  plan: IssuePlan,
): Tracked[] {
  const states = new Map(gapsOf(plan.input.verdict).map((gap) => [gap.fingerprint, gap.state]));
  const stateOf = ({ fingerprint }: Tracked) => states.get(fingerprint) ?? null;
  const knownIds = new Set(known.map(({ fingerprint }) => fingerprint));
  return [
    ...known
      .map((tracked) => afterSight(tracked, stateOf(tracked), plan.input))
      .filter((tracked) => !isMended(tracked, stateOf(tracked), plan.input)),
    ...homeless
      .filter(({ fingerprint }) => !knownIds.has(fingerprint))
      .map((gap) => firstSight(gap, plan.input)),
  ].slice(0, MOST_ROLLED_UP);
}

function created(tracked: readonly Tracked[], { input, policy, notes }: IssuePlan): IssueEffect {
  return {
    kind: "create-issue",
    fingerprint: ROLL_UP,
    title: TITLE,
    body: renderRollUp(ROLL_UP, {
      stage: input.verdict.stage,
      approvers: policy.waivers.approvers,
      block: renderList(tracked, notes.repository),
    }),
    labels: policy.issues.labels,
    assignees: [],
  };
}
