import type { Fact, FactAnswer } from "../../model/fact.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import type { PullState } from "../pull/pull-state.ts";
import type { QueryAnswer } from "../query.ts";
import type { Blobs } from "./blobs.ts";

/** What every reader has at hand. */
export interface Reading {
  readonly client: GitHubClient;
  /** Sees the organization's teams, which a workflow's own token does not. */
  readonly organizationClient: GitHubClient | null;
  readonly name: RepositoryName;
  readonly pull: PullState;
  readonly blobs: Blobs;
}

/** Takes its own part out of the answer to a query that was asked for many. */
export type Answering = (answer: QueryAnswer) => Promise<Fact<FactAnswer>> | Fact<FactAnswer>;

/** `evidence` and `base` as the commits they stand for. */
export function commitOf(revision: string, { pull }: Pick<Reading, "pull">): string {
  if (revision === "evidence") return pull.evidence;
  return revision === "base" ? pull.base : revision;
}
