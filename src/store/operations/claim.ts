import {
  numberOf,
  numberOrNull,
  type Operation,
  type Queries,
  query,
  type Row,
  textOf,
  textOrNull,
} from "../query.ts";
import type { Lease, Millis } from "../work.ts";
import { laneOf } from "./lane.ts";
import { LONGEST_LEASE } from "./limits.ts";

/** How much longer than other work of its installation `background` work is kept waiting. */
const BACKGROUND_WAITS = 60_000;

/** What of an installation is ready in one lane. */
interface Candidate {
  readonly installation: number;
  readonly lane: number;
  readonly firstReadyAt: Millis;
  readonly newestTurn: number;
  running: number;
  turn: number;
}

export interface Claim {
  readonly now: Millis;
  readonly until: Millis;
  /** A token for each lease. */
  readonly tokens: readonly string[];
}

export function claim({ now, until, tokens }: Claim): Operation<readonly Lease[]> {
  return function* ({ skipLocked }) {
    yield* endImpossibleLeases(now);
    const candidates = new Set((yield query(CANDIDATES, now)).map(candidateOf));
    let [turn = 0] = [...candidates].map(({ newestTurn }) => newestTurn);
    const leases: Lease[] = [];
    const turns = new Map<number, number>();
    for (const token of tokens) {
      const row = yield* nextOf(candidates, now, skipLocked);
      if (row === null) break;
      const lease = leaseOf(row, token);
      yield query(TAKE, until, token, lease.installation, lease.repository, lease.subject);
      leases.push(lease);
      turn += 1;
      turns.set(lease.installation, turn);
      for (const candidate of candidates) {
        if (candidate.installation !== lease.installation) continue;
        candidate.running += 1;
        candidate.turn = turn;
      }
    }
    yield* keepTurns(turns);
    return leases;
  };
}

/** Those that turn out to have nothing (more), or nothing that others are not just taking, drop out. */
function* nextOf(candidates: Set<Candidate>, now: Millis, skipLocked: string): Queries<Row | null> {
  for (const candidate of [...candidates].sort(byTurn)) {
    const { installation, lane } = candidate;
    const [row] = yield query(FIRST_READY + skipLocked, installation, lane, now);
    if (row !== undefined) return row;
    candidates.delete(candidate);
  }
  return null;
}

/** All at the end and in their order: two that claim at once would wait for each other otherwise. */
function* keepTurns(turns: ReadonlyMap<number, number>): Queries<void> {
  for (const [installation, turn] of [...turns].sort(([a], [b]) => a - b)) {
    yield query("update installation set turn = $1 where id = $2", turn, installation);
  }
}

/**
 * A lease that is longer than any lease is one from before the clock was set back. Its work would be
 * kept for as long as the clock jumped.
 */
function* endImpossibleLeases(now: Millis): Queries<void> {
  yield query(
    "update work set ready_at = $1 where lease is not null and ready_at > $2",
    now,
    now + LONGEST_LEASE,
  );
}

const CANDIDATES = `select * from (
  select i.id as installation, i.turn as turn, l.lane as lane,
    (select max(turn) from installation) as newest_turn,
    (select count(*) from work r
      where r.installation = i.id and r.lease is not null and r.ready_at > $1) as running,
    (select min(w.ready_at) from work w
      where w.installation = i.id and w.lane = l.lane and w.ready_at <= $1) as first
  from installation i cross join (select 0 as lane union all select 1 as lane) l
  where i.paused_until <= $1 and (l.lane = 0 or i.background_paused_until <= $1)
) candidate where first is not null`;

const FIRST_READY = `select work.*,
    (select memo from memo where memo.installation = work.installation
      and memo.repository = work.repository and memo.subject = work.subject) as memo
  from work where work.installation = $1 and work.lane = $2 and work.ready_at <= $3
  order by work.ready_at limit 1`;

const TAKE = `update work set lease = $2, ready_at = $1, due_at = null, attempts = attempts + 1
  where installation = $3 and repository = $4 and subject = $5`;

function byTurn(a: Candidate, b: Candidate): number {
  const waits = (candidate: Candidate) =>
    candidate.firstReadyAt + candidate.lane * BACKGROUND_WAITS;
  return a.running - b.running || a.turn - b.turn || waits(a) - waits(b);
}

function candidateOf(row: Row): Candidate {
  return {
    installation: numberOf(row, "installation"),
    lane: numberOf(row, "lane"),
    firstReadyAt: numberOf(row, "first"),
    running: numberOf(row, "running"),
    turn: numberOf(row, "turn"),
    newestTurn: numberOf(row, "newest_turn"),
  };
}

function leaseOf(row: Row, token: string): Lease {
  return {
    installation: numberOf(row, "installation"),
    repository: textOf(row, "repository"),
    subject: textOf(row, "subject"),
    token,
    generation: numberOf(row, "generation"),
    attempts: numberOf(row, "attempts") + 1,
    markedAt: numberOf(row, "marked_at"),
    lane: laneOf(numberOf(row, "lane")),
    error: textOrNull(row, "error"),
    memo: textOrNull(row, "memo"),
  };
}

/** `min` of nothing is one row with null. */
export const nextReady: Operation<Millis | null> = function* () {
  const [row] = yield query(`select min(case when paused > first then paused else first end) as at
    from (
      select
        case when l.lane = 0 or i.paused_until > i.background_paused_until
          then i.paused_until else i.background_paused_until end as paused,
        (select min(w.ready_at) from work w
          where w.installation = i.id and w.lane = l.lane) as first
      from installation i cross join (select 0 as lane union all select 1 as lane) l
    ) candidate where first is not null`);
  return row === undefined ? null : numberOrNull(row, "at");
};
