import { closedBy } from "./closing-references.ts";
import type { HostedRepository } from "./hosted-repository.ts";
import type { PullRequest, Review } from "./issue.ts";
import { changeIssue, newIssue } from "./issue-changes.ts";
import { mergeBlockers, potentialMerge } from "./mergeability.ts";
import { invalid, Refusal } from "./refusal.ts";
import { hasQueue } from "./rules-of-branch.ts";
import type { World } from "./world.ts";

export async function openPull(
  world: World,
  repository: HostedRepository,
  said: {
    readonly author: string;
    readonly title: string;
    readonly body: string | null;
    readonly base: string;
    /** `branch`, or `owner:branch` of a fork. */
    readonly head: string;
    readonly draft?: boolean;
  },
): Promise<PullRequest> {
  const [ofFork, branch = ""] = said.head.includes(":") ? said.head.split(":") : [null, said.head];
  const from =
    ofFork === null || ofFork === repository.owner
      ? repository
      : world.find(`${ofFork}/${repository.name}`);
  const headSha = (await from?.git.branch(branch)) ?? null;
  if (from === null || headSha === null) throw invalid("PullRequest", "head", "invalid");
  const baseSha = await repository.git.branch(said.base);
  if (baseSha === null) throw invalid("PullRequest", "base", "invalid");
  if (from !== repository) await bringOver(repository, from, headSha);
  const { ahead } = await repository.git.compare(baseSha, headSha);
  if (ahead === 0) {
    const message = `No commits between ${said.base} and ${branch}`;
    throw invalid("PullRequest", "head", "custom", message);
  }
  const pull: PullRequest = {
    ...newIssue(world, repository, said),
    base: said.base,
    baseSha,
    head: { repository: from.fullName, branch },
    headSha,
    draft: said.draft ?? false,
    merged: null,
    mergedBy: null,
    mergeCommit: null,
    reviews: [],
    requestedUsers: [],
    requestedTeams: [],
    baseChanges: [],
    forcePushes: [],
    linked: [],
  };
  repository.issues.set(pull.number, pull);
  await repository.git.setRef(`refs/pull/${pull.number}/head`, headSha);
  const { author: sender } = said;
  world.tell({ name: "pull_request", action: "opened", repository, sender, subject: pull.number });
  return pull;
}

/** Objects of a fork are one store with those of its parent, as on GitHub. */
async function bringOver(to: HostedRepository, from: HostedRepository, sha: string): Promise<void> {
  if (!(await to.git.fetchFrom(from.git, sha))) throw invalid("PullRequest", "head", "invalid");
}

/** After a push: pull requests follow their branches. */
export async function followBranch(
  world: World,
  from: HostedRepository,
  branch: string,
  sender: string,
): Promise<void> {
  const sha = await from.git.branch(branch);
  if (sha === null) return;
  for (const repository of world.repositories()) {
    for (const pull of repository.pulls()) {
      const { head } = pull;
      if (head.repository !== from.fullName || head.branch !== branch) continue;
      if (pull.state !== "open" || pull.headSha === sha) continue;
      if (repository !== from) await bringOver(repository, from, sha);
      const before = pull.headSha;
      pull.headSha = sha;
      pull.updated = world.tick();
      await repository.git.setRef(`refs/pull/${pull.number}/head`, sha);
      if (!(await repository.git.isAncestor(before, sha))) {
        const push = { id: world.nextId(), before, after: sha, by: sender, at: world.now };
        pull.forcePushes.push(push);
      }
      const subject = pull.number;
      const details = { push: { before, after: sha } };
      world.tell({
        name: "pull_request",
        action: "synchronize",
        repository,
        sender,
        subject,
        details,
      });
    }
  }
}

export function addReview(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  said: { readonly author: string; readonly state: Review["state"]; readonly body?: string },
): Review {
  if (said.author === pull.author && said.state !== "COMMENTED") {
    const what = said.state === "APPROVED" ? "approve" : "request changes on";
    throw new Refusal(422, "Unprocessable Entity", {
      errors: [`Can not ${what} your own pull request`],
    });
  }
  const review: Review = {
    id: world.nextId(),
    author: said.author,
    state: said.state,
    body: said.body ?? "",
    edits: [],
    commit: pull.headSha,
    submitted: world.tick(),
    minimized: false,
    dismissal: null,
  };
  pull.reviews.push(review);
  pull.requestedUsers = pull.requestedUsers.filter((login) => login !== said.author);
  const { author: sender } = said;
  const subject = pull.number;
  const details = { review };
  world.tell({
    name: "pull_request_review",
    action: "submitted",
    repository,
    sender,
    subject,
    details,
  });
  return review;
}

/** Takes a review out of force: it keeps its place, and no longer says what it said. */
export function dismissReview(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  said: { readonly review: Review; readonly by: string },
): void {
  const { review, by } = said;
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
    throw new Refusal(422, `Can not dismiss a ${review.state.toLowerCase()} pull request review`);
  }
  const at = world.tick();
  review.dismissal = { id: world.nextId(), by, at, was: review.state };
  review.state = "DISMISSED";
  const about = { name: "pull_request_review", action: "dismissed", details: { review } };
  world.tell({ ...about, repository, sender: by, subject: pull.number });
}

/** Turns a pull request to another branch of its repository. */
export async function retargetPull(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  said: { readonly base: string; readonly by: string; readonly isAutomatic?: boolean },
): Promise<void> {
  const { base: to, by, isAutomatic = false } = said;
  const sha = await repository.git.branch(to);
  if (sha === null || pull.state === "closed") throw invalid("PullRequest", "base", "invalid");
  const { base: from, baseSha } = pull;
  const at = world.tick();
  Object.assign(pull, { base: to, baseSha: sha, updated: at });
  pull.baseChanges.push({ id: world.nextId(), from, to, by, at, isAutomatic });
  const changes = { base: { ref: { from }, sha: { from: baseSha } } };
  const subject = pull.number;
  world.tell({
    name: "pull_request",
    action: "edited",
    repository,
    sender: by,
    subject,
    details: { changes },
  });
}

/** Merges, or refuses with GitHub's status and words. */
export async function mergePull(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  by: { readonly login: string; readonly sha?: string },
): Promise<string> {
  if (pull.state === "closed" || pull.draft)
    throw new Refusal(405, "Pull Request is not mergeable");
  if (by.sha !== undefined && by.sha !== pull.headSha) {
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  }
  const blockers = [
    ...(hasQueue(repository, pull.base) ? ["Changes must be made through the merge queue"] : []),
    ...(await mergeBlockers(world, repository, pull)),
  ];
  if (blockers.length > 0) {
    throw new Refusal(405, `Repository rule violations found\n\n${blockers.join("\n\n")}`);
  }
  const merge = await potentialMerge(world, repository, pull);
  if (merge === null) throw new Refusal(405, "Pull Request is not mergeable");
  const before = await repository.git.branch(pull.base);
  await repository.git.setRef(`refs/heads/${pull.base}`, merge);
  markMerged(world, repository, pull, { merge, by: by.login });
  const details = { push: { before, after: merge } };
  const ref = `refs/heads/${pull.base}`;
  world.tell({ name: "push", action: null, repository, sender: by.login, subject: ref, details });
  return merge;
}

/** What follows once the commits of a pull request are in its base, however they came there. */
export function markMerged(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  { merge, by }: { readonly merge: string; readonly by: string },
): void {
  const now = world.tick();
  Object.assign(pull, { state: "closed", closed: now, closedBy: by, updated: now });
  Object.assign(pull, { merged: now, mergedBy: by, mergeCommit: merge });
  const subject = pull.number;
  world.tell({ name: "pull_request", action: "closed", repository, sender: by, subject });
  for (const issue of closedBy(repository, pull)) {
    changeIssue(world, repository, issue, { state: "closed" }, by);
  }
}
