import { numberOf, numberOrNull, type Operation, query, type Row } from "../query.ts";
import type { Counts } from "../store-state.ts";
import type { Millis } from "../work.ts";

export function counts(now: Millis): Operation<Counts> {
  return function* () {
    const [work] = yield query(
      `select
         count(case when ready_at <= $1 then 1 end) as ready,
         count(case when ready_at > $1 and lease is not null then 1 end) as running,
         count(case when ready_at > $1 and lease is null then 1 end) as waiting,
         count(error) as failing,
         min(case when ready_at <= $1 then ready_at end) as oldest
       from work`,
      now,
    );
    const [paused] = yield query(
      "select count(*) as paused from installation where paused_until > $1",
      now,
    );
    return countsOf(work ?? {}, paused ?? {});
  };
}

function countsOf(work: Row, installations: Row): Counts {
  return {
    ready: numberOf(work, "ready"),
    running: numberOf(work, "running"),
    waiting: numberOf(work, "waiting"),
    failing: numberOf(work, "failing"),
    oldestReadyAt: numberOrNull(work, "oldest"),
    pausedInstallations: numberOf(installations, "paused"),
  };
}
