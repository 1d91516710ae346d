import type { GitHubClient, RepositoryName } from "./client.ts";
import { failureOf } from "./failure.ts";

/** What became of a branch by a push. */
export interface PushedRange {
  /** What it had before it has no more. */
  readonly isForced: boolean;
  /** What it became, step by step, newest first: merges and what was put on it, not what a merge brought. */
  readonly steps: readonly string[];
  /** Whether these are all steps. */
  readonly isWhole: boolean;
}

interface CommitData {
  readonly sha: string;
  readonly parents: readonly { readonly sha: string }[];
}

/**
 * The steps a branch took from one commit to another.
 *
 * @param most steps that are told
 * @throws {GitHubFailure}
 */
export async function readPush(
  { before, after, most }: { before: string; after: string; most: number },
  { client, name }: { readonly client: GitHubClient; readonly name: RepositoryName },
): Promise<PushedRange> {
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
      ...{ owner: name.owner, repo: name.name, basehead: `${before}...${after}` },
    });
    const { status, commits } = data as {
      readonly status: string;
      readonly commits: readonly CommitData[];
    };
    const isForced = status === "diverged" || status === "behind";
    if (status === "behind") return { isForced, steps: [], isWhole: true };
    return { isForced, ...stepsOf(commits, { before, after, most, isForced }) };
  } catch (error) {
    const failure = failureOf(error);
    // No way leads from one to the other, or GitHub has the old one no more.
    if (failure.status === 404) return { isForced: true, steps: [after], isWhole: false };
    throw failure;
  }
}

function stepsOf(
  commits: readonly CommitData[],
  range: { before: string; after: string; most: number; isForced: boolean },
): Pick<PushedRange, "steps" | "isWhole"> {
  const parents = new Map(commits.map(({ sha, parents: [first] }) => [sha, first?.sha ?? null]));
  const steps: string[] = [];
  let at: string | null = range.after;
  while (at !== null && parents.has(at) && steps.length < range.most) {
    steps.push(at);
    at = parents.get(at) ?? null;
  }
  // GitHub lists 250 commits: the way may lead on behind them.
  return { steps, isWhole: at === range.before || (range.isForced && commits.length < 250) };
}
