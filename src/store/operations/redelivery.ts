import type { Redelivery } from "../delivery.ts";
import { numberOf, type Operation, query, textOf } from "../query.ts";
import type { Millis } from "../work.ts";

export function unjournalled(guids: readonly string[]): Operation<readonly string[]> {
  return function* () {
    if (guids.length === 0) return [];
    const places = guids.map((_, at) => `$${at + 1}`).join(", ");
    const rows = yield query(`select guid from delivery where guid in (${places})`, ...guids);
    const journalled = new Set(rows.map((row) => textOf(row, "guid")));
    return guids.filter((guid) => !journalled.has(guid));
  };
}

export function noteRedeliveries(
  guids: readonly string[],
  now: Millis,
): Operation<readonly Redelivery[]> {
  return function* () {
    const noted: Redelivery[] = [];
    for (const guid of [...new Set(guids)].sort()) {
      const [row] = yield query(
        `insert into redelivery (guid, times, at) values ($1, 1, $2)
         on conflict (guid) do update set times = redelivery.times + 1, at = excluded.at
         returning times`,
        guid,
        now,
      );
      noted.push({ guid, times: row === undefined ? 1 : numberOf(row, "times") });
    }
    return noted;
  };
}
