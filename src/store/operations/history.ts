import type { HistoryEntry, HistoryQuestion } from "../history-entry.ts";
import {
  numberOf,
  type Operation,
  type Queries,
  query,
  type Row,
  textOf,
  textOrNull,
  type Value,
} from "../query.ts";

export function* addHistory(entries: readonly HistoryEntry[]): Queries<void> {
  for (const entry of entries) {
    yield query(
      `insert into history
         (id, installation, repository, subject, at, kind, stage, head, outcome, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
      entry.id,
      entry.installation,
      entry.repository,
      entry.subject,
      entry.at,
      entry.kind,
      entry.stage,
      entry.head,
      entry.outcome,
      entry.detail,
    );
  }
}

export function historyOf(question: HistoryQuestion): Operation<readonly HistoryEntry[]> {
  const { installation, repository, limit, ...rest } = question;
  const { subject, kind, stage, head } = rest;
  const asked: [string, Value | undefined][] = [
    ["installation", installation],
    ["repository", repository],
    ["subject", subject],
    ["kind", kind],
    ["stage", stage],
    ["head", head],
  ];
  const given = asked.filter((pair): pair is [string, Value] => pair[1] !== undefined);
  const where = given.map(([column], at) => `${column} = $${at + 1}`).join(" and ");
  return function* () {
    const rows = yield query(
      `select * from history where ${where} order by at desc, id desc limit $${given.length + 1}`,
      ...given.map(([, value]) => value),
      limit,
    );
    return rows.map(entryOf);
  };
}

function entryOf(row: Row): HistoryEntry {
  return {
    id: textOf(row, "id"),
    installation: numberOf(row, "installation"),
    repository: textOf(row, "repository"),
    subject: textOf(row, "subject"),
    at: numberOf(row, "at"),
    kind: textOf(row, "kind"),
    stage: textOrNull(row, "stage"),
    head: textOrNull(row, "head"),
    outcome: textOf(row, "outcome"),
    detail: textOf(row, "detail"),
  };
}
