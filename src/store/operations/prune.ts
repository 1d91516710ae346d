import { type Operation, query } from "../query.ts";
import type { Millis } from "../work.ts";

export interface Older {
  readonly deliveries: Millis;
  readonly history: Millis;
  readonly memos: Millis;
  readonly limit: number;
}

export function prune({ deliveries, history, memos, limit }: Older): Operation<number> {
  return function* () {
    let removed = 0;
    for (const [table, key, time, before] of [
      ["delivery", "guid", "received_at", deliveries],
      ["redelivery", "guid", "at", deliveries],
      ["history", "id", "at", history],
      ["memo", "installation, repository, subject", "at", memos],
    ] as const) {
      const rows = yield query(
        `delete from ${table} where (${key}) in
           (select ${key} from ${table} where ${time} < $1 order by ${time} limit $2)
         returning 1 as removed`,
        before,
        limit,
      );
      removed += rows.length;
    }
    return removed;
  };
}
