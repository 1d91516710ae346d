import type { HostedRepository } from "./hosted-repository.ts";
import type { PullRequest, Review } from "./issue.ts";
import { notFound, Refusal } from "./refusal.ts";
import type { World } from "./world.ts";
import type { EventDetails } from "./world-event.ts";

export function reviewOf(pull: PullRequest, id: number): Review {
  const found = pull.reviews.find((one) => one.id === id);
  if (found === undefined) throw notFound();
  return found;
}

export function editReview(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  said: { readonly review: Review; readonly body: string; readonly by: string },
): void {
  const { review, body, by } = said;
  const changes = { body: { from: review.body } };
  review.edits.push({ editor: by, at: world.tick(), before: review.body });
  review.body = body;
  tell(world, repository, pull, { action: "edited", by, review, changes });
}

/** Asks people and teams, by login and slug. Authors are not asked, nor is who may not read. */
export function requestReviews(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  wanted: Wanted & { readonly by: string },
): void {
  const strange = [
    ...wanted.users.filter((login) => !mayReview(world, repository, login)),
    ...wanted.teams.filter((slug) => !repository.teams.has(slug)),
  ];
  if (strange.length > 0) {
    const message =
      "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of this repository.";
    throw new Refusal(422, message);
  }
  if (wanted.users.includes(pull.author)) {
    throw new Refusal(422, "Review cannot be requested from pull request author.");
  }
  const users = wanted.users.filter((login) => !pull.requestedUsers.includes(login));
  const teams = wanted.teams.filter((slug) => !pull.requestedTeams.includes(slug));
  pull.requestedUsers.push(...users);
  pull.requestedTeams.push(...teams);
  tellReviewers(world, repository, pull, { users, teams, by: wanted.by });
}

/** Takes it back that people and teams were asked. */
export function unrequestReviews(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  wanted: Wanted & { readonly by: string },
): void {
  const users = wanted.users.filter((login) => pull.requestedUsers.includes(login));
  const teams = wanted.teams.filter((slug) => pull.requestedTeams.includes(slug));
  pull.requestedUsers = pull.requestedUsers.filter((login) => !users.includes(login));
  pull.requestedTeams = pull.requestedTeams.filter((slug) => !teams.includes(slug));
  const action = "review_request_removed";
  tellReviewers(world, repository, pull, { users, teams, by: wanted.by, action });
}

interface Wanted {
  /** Logins. */
  readonly users: readonly string[];
  /** Slugs. */
  readonly teams: readonly string[];
}

/** Once for each that was asked. */
function tellReviewers(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  said: Wanted & { readonly by: string; readonly action?: string },
): void {
  const { users, teams, by: sender, action = "review_requested" } = said;
  pull.updated = world.tick();
  const { number: subject } = pull;
  const all = [...users.map((login) => ({ login })), ...teams.map((slug) => ({ slug }))];
  for (const reviewer of all) {
    const about = { name: "pull_request", action, sender, subject, details: { reviewer } };
    world.tell({ ...about, repository });
  }
}

function mayReview(world: World, repository: HostedRepository, login: string): boolean {
  if (world.account(login) === null) return false;
  const isOwner = login.toLowerCase() === repository.owner.toLowerCase();
  if (isOwner || repository.collaborators.has(login.toLowerCase())) return true;
  return [...repository.teams.keys()].some((slug) =>
    world.team(repository.owner, slug)?.members.has(login.toLowerCase()),
  );
}

export function setDraft(
  world: World,
  repository: HostedRepository,
  pull: PullRequest,
  { draft, by }: { readonly draft: boolean; readonly by: string },
): void {
  if (pull.draft === draft) return;
  pull.draft = draft;
  pull.updated = world.tick();
  const action = draft ? "converted_to_draft" : "ready_for_review";
  const subject = pull.number;
  world.tell({ name: "pull_request", action, repository, sender: by, subject });
}

function tell(
  world: World,
  repository: HostedRepository,
  { number: subject }: PullRequest,
  said: EventDetails & { readonly action: string; readonly by: string },
): void {
  const { action, by: sender, ...details } = said;
  world.tell({ name: "pull_request_review", action, repository, sender, subject, details });
}
