import { type Operation, query } from "../query.ts";
import type { Pause } from "../store-state.ts";

/** Of two who were told to wait, the one told to wait longer is right. */
export function pause({ installation, until, what }: Pause): Operation<void> {
  const column = what === "all" ? "paused_until" : "background_paused_until";
  return function* () {
    yield query(
      `insert into installation (id, ${column}) values ($1, $2)
       on conflict (id) do update set ${column} = case
         when excluded.${column} = 0 or excluded.${column} > installation.${column}
         then excluded.${column} else installation.${column} end`,
      installation,
      until,
    );
  };
}

/** The row of the installation stays: a mark that comes just now would not be found without it. */
export function forget(scope: {
  readonly installation: number;
  readonly repository?: string;
}): Operation<void> {
  const { installation, repository } = scope;
  const only = repository === undefined ? "" : " and repository = $2";
  const values = repository === undefined ? [installation] : [installation, repository];
  return function* () {
    yield query(`delete from work where installation = $1${only}`, ...values);
    yield query(`delete from memo where installation = $1${only}`, ...values);
  };
}
