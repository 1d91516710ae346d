import { type Operation, type Queries, query, textOf } from "../query.ts";
import type { Repository } from "../store-state.ts";
import type { WorkKey } from "../work.ts";

/** Changes what differs alone: most looks find what the one before found. */
export function* keepWatches(key: WorkKey, watches: readonly string[]): Queries<void> {
  const of = [key.installation, key.repository, key.subject] as const;
  const rows = yield query(
    "select key from watch where installation = $1 and repository = $2 and subject = $3",
    ...of,
  );
  const kept = new Set(rows.map((row) => textOf(row, "key")));
  const wanted = new Set(watches);
  for (const watch of kept) {
    if (wanted.has(watch)) continue;
    yield query(
      `delete from watch
       where installation = $1 and repository = $2 and subject = $3 and key = $4`,
      ...of,
      watch,
    );
  }
  for (const watch of wanted) {
    if (kept.has(watch)) continue;
    yield query(
      "insert into watch (installation, repository, subject, key) values ($1, $2, $3, $4)",
      ...of,
      watch,
    );
  }
}

export function watching(
  { installation, repository }: Repository,
  keys: readonly string[],
): Operation<readonly string[]> {
  return function* () {
    if (keys.length === 0) return [];
    const places = keys.map((_, at) => `$${at + 3}`).join(", ");
    const rows = yield query(
      `select distinct subject from watch
       where installation = $1 and repository = $2 and key in (${places}) order by subject`,
      installation,
      repository,
      ...keys,
    );
    return rows.map((row) => textOf(row, "subject"));
  };
}
