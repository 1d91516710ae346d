import type { Alone } from "../../promotion/carry-out.ts";
import type { Store } from "../../store/store.ts";
import type { Lease } from "../../store/work.ts";

/** Somebody who takes longer has died. */
const TURN = 60_000;
/** Longer is not waited: two of a kind are seen and taken back. */
const WAIT = 20_000;
const POLL = 50;

export interface Waiting {
  readonly store: Store;
  /** Milliseconds since 1970, by GitHub's clock. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** What several workers, in one process or in many, do one after the other in a repository. */
export function inTurn({ installation, repository }: Lease, { store, now, sleep }: Waiting): Alone {
  return async (work) => {
    const what = { installation, repository, name: "issues" };
    const begin = () => store.takeTurn(what, { now: now(), until: now() + TURN });
    let turn = await begin();
    for (let waited = 0; turn === null && waited < WAIT; waited += POLL) {
      await sleep(POLL);
      turn = await begin();
    }
    try {
      return await work();
    } finally {
      if (turn !== null) await store.endTurn(turn);
    }
  };
}
