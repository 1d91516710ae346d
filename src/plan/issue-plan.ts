import type { Policy } from "../model/policy.ts";
import type { OwnIssue } from "../model/surroundings.ts";
import { type Tracked, trackedIn } from "../render/issue-block.ts";
import type { NoteTerms } from "../render/issue-note.ts";
import { githubLinks, type Links } from "../render/links.ts";
import { issuesByFingerprint, ROLL_UP } from "./issue-index.ts";
import type { PlanInput } from "./plan-input.ts";

/** What all plans for issues go by. */
export interface IssuePlan {
  readonly input: PlanInput;
  readonly policy: Policy;
  readonly issues: ReadonlyMap<string, readonly OwnIssue[]>;
  /** Gaps that the open roll-up issue holds. */
  readonly rolledUp: ReadonlyMap<string, Tracked>;
  readonly notes: NoteTerms;
  /** To the default branch, where things are mended for good. */
  readonly links: Links;
}

/** `null` where no issue is to be touched. */
export function issuePlanOf(input: PlanInput): IssuePlan | null {
  const { policy, surroundings, verdict, templates } = input;
  const { repository, issues, pull, head } = surroundings;
  if (policy === null || !policy.issues.open || !repository.hasIssues) return null;
  // What cannot be listed may be there already.
  if (issues.state === "missing") return null;
  if (pull === null ? !input.landed : !pull.authorCanWrite) return null;
  const found = issuesByFingerprint(issues.value);
  const rollUp = found.get(ROLL_UP)?.find(({ state }) => state === "open");
  const rolledUp = trackedIn(rollUp?.body ?? "") ?? [];
  return {
    input,
    policy,
    issues: found,
    rolledUp: new Map(rolledUp.map((tracked) => [tracked.fingerprint, tracked])),
    notes: {
      repository: repository.url,
      defaultBranch: repository.defaultBranch,
      commit: head,
    },
    links: githubLinks({
      repository: repository.url,
      revision: head,
      source: { url: repository.url, branch: repository.defaultBranch },
      policy: verdict.policy,
      templates,
      author: null,
    }),
  };
}
