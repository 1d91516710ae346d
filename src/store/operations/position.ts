import { type Operation, query, textOf } from "../query.ts";

export function positionOf(sweep: string): Operation<string | null> {
  return function* () {
    const [row] = yield query("select position from position where sweep = $1", sweep);
    return row === undefined ? null : textOf(row, "position");
  };
}

export function setPosition(sweep: string, position: string): Operation<void> {
  return function* () {
    yield query(
      `insert into position (sweep, position) values ($1, $2)
       on conflict (sweep) do update set position = excluded.position`,
      sweep,
      position,
    );
  };
}
