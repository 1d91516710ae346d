import { commandsOf } from "../../model/command.ts";
import type { PullRequestFact, Review } from "../../model/fact.ts";

export type Via = "review" | "comment";

/** That somebody approves a commit: a review that stands, or a comment for one role. */
export interface Approval {
  readonly login: string;
  readonly via: Via;
  /** For a comment whatever was typed; a review carries 40 hex digits. */
  readonly commit: string;
  readonly at: number;
}

/**
 * Whose reviews approve as they stand: of each person the last one that approves or requests
 * changes. Comment-only reviews change nothing, a dismissed approval is gone and brings no older
 * one back, and a dismissed request for changes stands until its author approves: a review that
 * merely answers the dismissal would otherwise lift it unawares.
 */
export function approvingReviews(pull: PullRequestFact): readonly Approval[] {
  return reviewsByPerson(pull).flatMap((reviews) => {
    const last = reviews.at(-1);
    return last === undefined || last.state !== "approved" || last.dismissed
      ? []
      : [approval(last)];
  });
}

/** The requests for changes that stand, dismissed or not: at most one of each person. */
export function standingObjections(pull: PullRequestFact): readonly Review[] {
  return reviewsByPerson(pull).flatMap((reviews) => {
    // An approval that was dismissed is gone, and with it what it lifted.
    const last = reviews.findLast(({ state, dismissed }) => state !== "approved" || !dismissed);
    return last?.state === "changes-requested" ? [last] : [];
  });
}

/**
 * All sign-off comments for a role. Not only the last of each person: deleting a comment may take
 * permission away, and must not bring any back.
 */
export function commentsFor(pull: PullRequestFact, role: string): readonly Approval[] {
  return commandsOf(pull.commands, "sign-off")
    .filter(({ command }) => command.role.toLowerCase() === role.toLowerCase())
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map(({ author: login, command, createdAt: at }) => ({
      login,
      via: "comment" as const,
      commit: command.commit.toLowerCase(),
      at,
    }));
}

function reviewsByPerson(pull: PullRequestFact): Review[][] {
  const opinions = pull.reviews.filter(({ state }) => state !== "commented").sort(inOrder);
  return byPerson(opinions);
}

/** By time; of two of one moment, whatever their order in the list, the request for changes last. */
function inOrder(a: Review, b: Review): number {
  if (a.submittedAt !== b.submittedAt) return a.submittedAt - b.submittedAt;
  if (a.state !== b.state) return a.state === "approved" ? -1 : 1;
  if (a.dismissed !== b.dismissed) return a.dismissed ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function approval({ author, commit, submittedAt }: Review): Approval {
  return { login: author, via: "review", commit: commit.toLowerCase(), at: submittedAt };
}

function byPerson<T extends { readonly author: string }>(statements: readonly T[]): T[][] {
  const people = new Map<string, T[]>();
  for (const statement of statements) {
    const login = statement.author.toLowerCase();
    const own = people.get(login);
    if (own === undefined) people.set(login, [statement]);
    else own.push(statement);
  }
  return [...people.values()];
}
