import { StoreError } from "./store-error.ts";

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** SQL that both databases understand, with `$1`, `$2`, … for its values. */
export interface Query {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Yields queries and is handed their rows: a way to write a transaction that is the same for both. */
export type Queries<T> = Generator<Query, T, readonly Row[]>;

/** Runs from its start to its end in one transaction; may be begun again after that was undone. */
export type Operation<T> = (dialect: Dialect) => Queries<T>;

/** Where the two databases differ. */
export interface Dialect {
  /** After a `select` of rows to be changed: passes over those that others are about to change. */
  readonly skipLocked: string;
  /** Selects the names of the tables in our place, as `name`. */
  readonly tables: string;
}

/** A database with our tables, which runs operations. */
export interface Driver {
  /** @param wakes whether listeners are told `work` once it is committed. */
  run<T>(operation: Operation<T>, wakes?: "wakes"): Promise<T>;
  listen(listener: (news: "work" | "lost") => void): () => void;
  /** Not there where others can read the database while it is used. */
  backUp?(copy: string): Promise<void>;
  close(): Promise<void>;
}

export function query(text: string, ...values: readonly Value[]): Query {
  return { text, values };
}

/** One query, as an operation of its own. */
export function one(text: string, ...values: readonly Value[]): Operation<readonly Row[]> {
  return function* () {
    return yield query(text, ...values);
  };
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw unexpected(column);
  return value;
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw unexpected(column);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column);
}

function unexpected(column: string): StoreError {
  return new StoreError(
    "store-damaged",
    `The store's column \`${column}\` holds something else than it should`,
    "take the store away and start again: all but the history is read from GitHub again",
  );
}
