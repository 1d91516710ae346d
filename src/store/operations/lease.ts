import { numberOf, type Operation, query } from "../query.ts";
import type { Extended, Lease, Millis, Returned, Settled } from "../work.ts";
import { addHistory } from "./history.ts";
import { storableError } from "./limits.ts";
import { keepMemo } from "./memo.ts";
import { keepWatches } from "./watch.ts";

/** A lease that ran out and that nobody took is still its worker's. */
const HELD = "installation = $1 and repository = $2 and subject = $3 and lease = $4";

export function extend(lease: Lease, until: Millis): Operation<Extended> {
  return function* () {
    const [row] = yield query(
      `update work set ready_at = $5 where ${HELD} returning generation`,
      ...held(lease),
      until,
    );
    if (row === undefined) return "lost";
    return numberOf(row, "generation") === lease.generation ? "held" : "marked";
  };
}

export function done(lease: Lease, settled: Settled): Operation<"done" | "lost"> {
  return function* () {
    const { now, next, memo, watches = [], history = [] } = settled;
    const settles = yield next === null
      ? query(
          `delete from work where ${HELD} and generation = $5 returning subject`,
          ...held(lease),
          lease.generation,
        )
      : query(
          // Only what is wanted next is left: a timer, which nobody has marked yet.
          `update work set lease = null, lane = 0, generation = 1, due_at = $6, held_until = 0,
             ready_at = $6, marked_at = $6, attempts = 0, error = null
           where ${HELD} and generation = $5 returning subject`,
          ...held(lease),
          lease.generation,
          next,
        );
    // It was marked while it was leased: with what was marked since, it is as if newly marked.
    const left =
      settles.length > 0
        ? settles
        : yield query(
            `update work set lease = null, generation = generation - $5, held_until = 0,
               ready_at = due_at, attempts = 0, error = null
             where ${HELD} and due_at is not null returning subject`,
            ...held(lease),
            lease.generation,
          );
    if (left.length === 0) return "lost";
    if (memo !== undefined) {
      yield* keepMemo(lease, memo, now);
      yield* keepWatches(lease, watches);
    }
    yield* addHistory(history);
    return "done";
  };
}

export function release(lease: Lease, { at, error }: Returned): Operation<"released" | "lost"> {
  return function* () {
    const rows = yield query(
      `update work set lease = null, due_at = $5, held_until = $5, ready_at = $5,
         attempts = attempts - $6, error = $7
       where ${HELD} returning subject`,
      ...held(lease),
      at,
      error === null ? 1 : 0,
      storableError(error),
    );
    return rows.length > 0 ? "released" : "lost";
  };
}

function held(lease: Lease): readonly [number, string, string, string] {
  return [lease.installation, lease.repository, lease.subject, lease.token];
}
