import { type Operation, type Queries, query, textOf } from "../query.ts";
import type { Repository } from "../store-state.ts";
import type { Millis, WorkKey } from "../work.ts";

export function* keepMemo(key: WorkKey, memo: string, at: Millis): Queries<void> {
  yield query(
    `insert into memo (installation, repository, subject, memo, at) values ($1, $2, $3, $4, $5)
     on conflict (installation, repository, subject)
     do update set memo = excluded.memo, at = excluded.at`,
    key.installation,
    key.repository,
    key.subject,
    memo,
    at,
  );
}

export function memosOf(of: Repository): Operation<ReadonlyMap<string, string>> {
  return function* () {
    const rows = yield query(
      "select subject, memo from memo where installation = $1 and repository = $2 order by subject",
      of.installation,
      of.repository,
    );
    return new Map(rows.map((row) => [textOf(row, "subject"), textOf(row, "memo")]));
  };
}
