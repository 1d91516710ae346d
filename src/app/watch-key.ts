import type { FactRequest } from "../model/fact.ts";

/**
 * Something on GitHub that verdicts rest on, by a name of ours:
 *
 * - `issue/12`, an issue or a pull request; `issues`, the list of them
 * - `head/<sha>`, what others say of a commit; `own/<sha>`, what bears our name there, or asks us
 * - `runs`, runs of workflows
 * - `*`, all of them
 */
export type WatchKey = string;

export function issueKey(number: number | string): WatchKey {
  return `issue/${number}`;
}

export function headKey(sha: string): WatchKey {
  return `head/${sha}`;
}

export function ownKey(sha: string): WatchKey {
  return `own/${sha}`;
}

export const ISSUES: WatchKey = "issues";
export const RUNS: WatchKey = "runs";
/** Stands for all that could be watched. */
export const EVERYTHING: WatchKey = "*";

/**
 * What a judgement rested on and GitHub tells of. Of files, branches, people and teams it tells in
 * ways that concern all promotions; these it would be a waste to look at again on every event.
 *
 * @param head the commit that gets the verdict
 */
export function watchKeysOf(requests: readonly FactRequest[], head: string): readonly WatchKey[] {
  const keys = requests.flatMap((request) => {
    switch (request.kind) {
      case "merged-pull":
        return [issueKey(request.number)];
      case "issues":
        return [ISSUES];
      case "checks":
        return [request.on === "head" ? headKey(head) : RUNS];
      case "reference":
        if (request.repository !== null) return [];
        if (request.what === "issue") return [issueKey(request.id)];
        return request.what === "run" ? [RUNS] : [];
      default:
        return [];
    }
  });
  return [...new Set([ownKey(head), ...keys])].sort();
}
