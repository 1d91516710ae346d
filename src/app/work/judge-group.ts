import { GitHubFailure } from "../../github/failure.ts";
import { type Group, promoteGroup } from "../../promotion/promote-group.ts";
import type { Held, Looked } from "./look.ts";
import { type Judging, promotingIn } from "./promoting-in.ts";

/** What cannot be judged is tried so often; then the answer is no, so that the queue goes on. */
const TRIES = 3;
/** What could not even be said is given up after half an hour: by then the queue has done so, too. */
const MOST = 10;

/** Judges a merge group and has GitHub say so, as long as the lease is held. */
export async function judgeGroup(group: Group, held: Held, judging: Judging): Promise<Looked> {
  const { attempts } = held.lease;
  const { now, installation } = judging;
  try {
    const done = await promoteGroup(group, promotingIn(held, judging), attempts >= TRIES);
    const unsaid = done.flatMap(({ failure, promoted }) => [
      ...(failure === null ? [] : [failure]),
      ...(promoted?.applied ?? []).flatMap((one) => one.failure ?? []),
    ]);
    const [failure] = unsaid;
    if (failure !== undefined) throw failure;
    return { state: "settled", next: null };
  } catch (error) {
    const { pausedUntil } = installation.traffic;
    if (pausedUntil > now()) return { state: "postponed", until: pausedUntil };
    if (attempts >= MOST && error instanceof GitHubFailure) {
      return { state: "settled", next: null, unsaid: error.message };
    }
    throw error;
  }
}
