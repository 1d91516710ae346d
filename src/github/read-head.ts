import type { Fact } from "../model/fact.ts";
import type { OwnCheckRun } from "../model/surroundings.ts";
import type { Voice } from "../model/voice.ts";
import { type Actor, dataAt, loginOf } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import { askOpenPulls } from "./pull/open-pulls.ts";
import { askOwnRuns } from "./pull/own-runs.ts";
import type { StatusData } from "./pull/pull-fields.ts";
import { Query } from "./query.ts";

/** As little of a pull request as is needed to take a pass back. */
export interface PullHead {
  readonly isOpen: boolean;
  readonly author: string;
  readonly head: string;
  readonly baseBranch: string;
  /** Of the head. */
  readonly statuses: readonly StatusData[];
  /** Of ours, on the head. */
  readonly checkRuns: Fact<readonly OwnCheckRun[]>;
  /** Whether another open pull request is known to have the same head. */
  readonly isShared: boolean;
}

/** @throws {GitHubFailure} where GitHub does not show that much. */
export async function readHead(
  number: number,
  asking: { readonly client: GitHubClient; readonly name: RepositoryName; readonly voice: Voice },
): Promise<PullHead> {
  const { client, name, voice } = asking;
  const query = new Query();
  const alias = query.inRepository(`pullRequest(number: ${query.variable("Int!", number)}) {
    state headRefOid baseRefName author { __typename login }
    commits(last: 1) { nodes { commit {
      status { contexts { context state description targetUrl creator { __typename login } } } } } } }`);
  const openPulls = askOpenPulls(query);
  const ownRuns = askOwnRuns(query, voice, { pull: number });
  const answer = await query.ask(client, name);
  const data = dataAt(answer.repository, alias) as PullHeadData | null | undefined;
  if (data === null || data === undefined || answer.problemAt("repository", alias) !== null) {
    throw new GitHubFailure("unreadable", `GitHub does not show pull request #${number}`);
  }
  const others = await openPulls(answer, client, name);
  return {
    isOpen: data.state === "OPEN",
    author: loginOf(data.author),
    head: data.headRefOid,
    baseBranch: data.baseRefName,
    statuses: data.commits.nodes[0]?.commit.status?.contexts ?? [],
    checkRuns: ownRuns(answer, data.headRefOid),
    isShared:
      others.state === "known" &&
      others.value.some((one) => one.headRefOid === data.headRefOid && one.number !== number),
  };
}

interface PullHeadData {
  readonly state: string;
  readonly headRefOid: string;
  readonly baseRefName: string;
  readonly author: Actor | null;
  readonly commits: {
    readonly nodes: readonly {
      readonly commit: { readonly status: { readonly contexts: readonly StatusData[] } | null };
    }[];
  };
}
