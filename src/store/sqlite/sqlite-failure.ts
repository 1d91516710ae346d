import { StoreError, type StoreErrorCode } from "../store-error.ts";

const MOVE_AWAY =
  "move it and the files beside it that begin with its name away, and start again: all but the history is read from GitHub again";

const CANTOPEN = 14;

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html. */
const FAILURES: Readonly<Record<number, readonly [StoreErrorCode, string, string]>> = {
  3: ["store-denied", "may not be read or written", "let the user of this process own the folder"],
  5: [
    "store-in-use",
    "is in use by another process",
    "end the other process, or give each its own file; for several at once set `DATABASE_URL` to a PostgreSQL",
  ],
  8: [
    "store-unwritable",
    "cannot be written",
    "mount its folder so that this user may write there",
  ],
  10: [
    "store-unwritable",
    "cannot be read or written",
    "look at the disk and the log of the system",
  ],
  11: ["store-damaged", "is damaged", MOVE_AWAY],
  13: [
    "store-full",
    "cannot grow, the disk is full",
    "free space on its disk; nothing has to be restarted",
  ],
  [CANTOPEN]: [
    "store-unwritable",
    "cannot be opened",
    "create its folder, and let the user of this process own it",
  ],
  26: ["store-damaged", "is no SQLite database", MOVE_AWAY],
};

/** What `node:sqlite` threw, as the store says it; what is the store's own already stays so. */
export function sqliteFailure(error: unknown, path: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const result = "errcode" in error && typeof error.errcode === "number" ? error.errcode : null;
  if (result === null && !("syscall" in error)) return error;
  // A folder that the system does not let us make is a file that cannot be opened.
  const [code, problem, help] = FAILURES[result === null ? CANTOPEN : result & 0xff] ?? [
    "store-failed" as const,
    `failed: ${error.message}`,
    "look at the log of the system",
  ];
  return new StoreError(code, `The store \`${path}\` ${problem}`, help, error);
}

/** What `PRAGMA quick_check` found. */
export function damaged(path: string, finding: string): StoreError {
  return new StoreError("store-damaged", `The store \`${path}\` is damaged`, MOVE_AWAY, finding);
}

/** No copy could be begun. */
export function neverStill(path: string): StoreError {
  return new StoreError(
    "store-busy",
    `The store \`${path}\` is written to all the time`,
    "ask for the copy again when there is less to do",
  );
}
