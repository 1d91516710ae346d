import { type Operation, query } from "../query.ts";
import type { Turn } from "../store.ts";
import type { Millis } from "../work.ts";
import { LONGEST_LEASE } from "./limits.ts";

/** As of leases, an end that is further ahead than any can be is from before the clock was set back. */
export function takeTurn(
  turn: Turn,
  time: { readonly now: Millis; readonly until: Millis },
): Operation<Turn | null> {
  return function* () {
    const taken = yield query(
      `insert into turn (installation, repository, name, token, until) values ($1, $2, $3, $4, $5)
       on conflict (installation, repository, name)
       do update set token = excluded.token, until = excluded.until
       where turn.until <= $6 or turn.until > $7
       returning token`,
      turn.installation,
      turn.repository,
      turn.name,
      turn.token,
      time.until,
      time.now,
      time.now + LONGEST_LEASE,
    );
    return taken.length === 0 ? null : turn;
  };
}

export function endTurn(turn: Turn): Operation<void> {
  return function* () {
    yield query(
      "delete from turn where installation = $1 and repository = $2 and name = $3 and token = $4",
      turn.installation,
      turn.repository,
      turn.name,
      turn.token,
    );
  };
}
