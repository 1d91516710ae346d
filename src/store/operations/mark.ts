import { type Queries, query, type Value } from "../query.ts";
import type { Mark, Millis } from "../work.ts";
import { laneNumber } from "./lane.ts";

const ROWS_AT_ONCE = 200;

/** Due, once the mark is taken in: the earlier of both, or the new one where nothing was due. */
const DUE = `case when work.due_at is null or excluded.due_at < work.due_at
  then excluded.due_at else work.due_at end`;

/**
 * A leased row stays with its worker: only `done` and `release` make it ready again, from `due_at`.
 * The order of the rows keeps two processes from waiting for each other.
 */
export function* markWork(marks: readonly Mark[], now: Millis): Queries<void> {
  const wanted = [...merged(marks)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
  const installations = [...new Set(wanted.map(({ installation }) => installation))];
  installations.sort((a, b) => a - b);
  for (const id of installations) {
    yield query("insert into installation (id) values ($1) on conflict (id) do nothing", id);
  }
  for (let at = 0; at < wanted.length; at += ROWS_AT_ONCE) {
    yield insertion(wanted.slice(at, at + ROWS_AT_ONCE), now);
  }
}

function insertion(marks: readonly Mark[], now: Millis) {
  const values: Value[] = [now];
  const rows = marks.map((mark) => {
    const at = values.length;
    const { installation, repository, subject, readyAt } = mark;
    values.push(installation, repository, subject, laneNumber(mark.lane), readyAt);
    const [first, second, third, lane, due] = [1, 2, 3, 4, 5].map((n) => `$${at + n}`);
    return `(${first}, ${second}, ${third}, ${lane}, 1, ${due}, 0, ${due}, $1, 0)`;
  });
  return query(
    `insert into work (installation, repository, subject, lane, generation,
       due_at, held_until, ready_at, marked_at, attempts)
     values ${rows.join(", ")}
     on conflict (installation, repository, subject) do update set
       generation = work.generation + 1,
       lane = case when excluded.lane < work.lane then excluded.lane else work.lane end,
       marked_at = case when work.due_at is null or excluded.marked_at < work.marked_at
         then excluded.marked_at else work.marked_at end,
       due_at = ${DUE},
       ready_at = case when work.lease is not null then work.ready_at
         when ${DUE} > work.held_until then ${DUE} else work.held_until end`,
    ...values,
  );
}

/** One for each subject: no statement may touch a row twice. */
function merged(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  const merged = new Map<string, Mark>();
  for (const mark of marks) {
    const key = JSON.stringify([mark.installation, mark.repository, mark.subject]);
    const other = merged.get(key) ?? mark;
    merged.set(key, {
      ...mark,
      readyAt: Math.min(mark.readyAt, other.readyAt),
      lane: laneNumber(other.lane) === 0 ? "prompt" : (mark.lane ?? "prompt"),
    });
  }
  return merged;
}
