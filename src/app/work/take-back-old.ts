import type { OpenedPull } from "../../github/open-pull.ts";
import { readOwnRuns } from "../../github/pull/own-runs.ts";
import type { Promoting } from "../../promotion/promote.ts";
import { takeBack } from "../../promotion/take-back.ts";
import type { PullMemo } from "./pull-memo.ts";

/**
 * A pull request that has gone on to another commit leaves a pass behind, to which it could be forced back.
 *
 * @throws {GitHubFailure} where that could not be taken back, so that it is tried again.
 */
export async function takeBackOld(
  memo: PullMemo | null,
  opened: OpenedPull,
  promoting: Promoting,
): Promise<void> {
  const head = memo?.green;
  if (head === undefined || head === opened.pull.head) return;
  const checkRuns = await readOwnRuns(head, promoting);
  const left = { head, there: { statuses: [], checkRuns } };
  for (const { failure } of await takeBack(left, opened, promoting)) {
    if (failure !== null) throw failure;
  }
}
