import { chmodSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { backup, DatabaseSync, type StatementSync } from "node:sqlite";
import { type Dialect, type Operation, type Query, type Row, textOf } from "../query.ts";
import { migrate } from "../schema/migrate.ts";
import { refuseNetworkDisk } from "./network-disk.ts";
import { damaged, neverStill, sqliteFailure } from "./sqlite-failure.ts";

export interface SqliteOptions {
  readonly path: string;
  /** How long to wait for another process to let go of the file, in milliseconds. */
  readonly busyTimeout?: number;
  /** In bytes; beyond it the store is full. */
  readonly largest?: number;
}

const DIALECT: Dialect = {
  skipLocked: "",
  tables: "select name from sqlite_master where type = 'table' order by name",
};

const PAGE_SIZE = 4096;

/** Where waiting for whoever still has the file ends: a process that is told to stop has 10 s. */
const BUSY_TIMEOUT = 5_000;

/** To begin a copy. */
const MOST_TRIES = 1_000;

/** Statements of many marks have as many forms as there are numbers of marks; those are not kept. */
const LONGEST_KEPT = 3_000;

/**
 * The file, open and ours alone. The lock is the system's and ends with the process, however that
 * ends: nothing has to be cleared away after a crash.
 */
export class SqliteConnection {
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #file: string;
  readonly #log: string;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws {StoreError} */
  constructor({ path, busyTimeout = BUSY_TIMEOUT, largest }: SqliteOptions) {
    this.#path = path;
    this.#db = this.#saying(() => {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      refuseNetworkDisk(dirname(path));
      return new DatabaseSync(path, { timeout: busyTimeout });
    });
    try {
      this.#db.exec("pragma locking_mode = exclusive");
      this.#db.exec("pragma journal_mode = wal");
      this.#db.exec("pragma synchronous = full");
      if (largest !== undefined) {
        this.#db.exec(`pragma max_page_count = ${Math.ceil(largest / PAGE_SIZE)}`);
      }
      this.#refuseDamage();
      this.transaction(() => this.run(migrate()));
    } catch (error) {
      this.#db.close();
      throw sqliteFailure(error, path);
    }
    this.#file = numberOnDisk(path);
    this.#log = numberOnDisk(logOf(path));
  }

  /** Whether the file is still the one that was opened, and not gone, moved or put back from a copy. */
  get hasItsFile(): boolean {
    return numberOnDisk(this.#path) === this.#file;
  }

  /** Whether also what was not taken into the file yet is where the next one to open it looks for it. */
  get hasItsFiles(): boolean {
    return this.hasItsFile && numberOnDisk(logOf(this.#path)) === this.#log;
  }

  /** Commits what `inside` does, or undoes it and throws a {@link StoreError}. */
  transaction<T>(inside: () => T): T {
    return this.#saying(() => {
      this.#db.exec("begin immediate");
      return this.#orUndo("rollback", () => {
        const result = inside();
        this.#db.exec("commit");
        return result;
      });
    });
  }

  /** Inside a transaction: an operation that fails is undone, and those beside it are not. */
  alone<T>(operation: Operation<T>): T {
    this.#db.exec("savepoint alone");
    return this.#orUndo("rollback to alone; release alone", () => {
      const result = this.run(operation);
      this.#db.exec("release alone");
      return result;
    });
  }

  /** Whether a transaction is still open; SQLite ends it by itself when, say, the disk is full. */
  get inTransaction(): boolean {
    return this.#db.isTransaction;
  }

  run<T>(operation: Operation<T>): T {
    const queries = operation(DIALECT);
    let step = queries.next();
    while (step.done !== true) step = queries.next(this.#rows(step.value));
    return step.value;
  }

  /** Nobody else can read the file while it is ours. What is in `copy` is whole at every moment. */
  async backUp(copy: string): Promise<void> {
    const partial = `${copy}.partial`;
    try {
      for (let tries = 1; !(await isBackedUp(this.#db, partial)); tries += 1) {
        if (tries === MOST_TRIES) throw neverStill(this.#path);
      }
      chmodSync(partial, 0o600);
      renameSync(partial, copy);
    } catch (error) {
      throw sqliteFailure(error, copy);
    }
  }

  /** Where another file is in the place of ours, our log would be taken into that one: it goes. */
  close(): void {
    const log = logOf(this.#path);
    const strays = !this.hasItsFile && numberOnDisk(log) === this.#log;
    this.#statements.clear();
    this.#db.close();
    if (strays) rmSync(log, { force: true });
  }

  #rows({ text, values }: Query): readonly Row[] {
    const statement = this.#statements.get(text) ?? this.#db.prepare(text);
    if (text.length <= LONGEST_KEPT) this.#statements.set(text, statement);
    const named = Object.fromEntries(values.map((value, at) => [`$${at + 1}`, value]));
    return statement.all(named) as unknown as readonly Row[];
  }

  #refuseDamage(): void {
    const [first] = this.#rows({ text: "pragma quick_check(1)", values: [] });
    const finding = first === undefined ? "" : textOf(first, "quick_check");
    if (finding !== "ok") throw damaged(this.#path, finding);
  }

  #orUndo<T>(undo: string, step: () => T): T {
    try {
      return step();
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec(undo);
      throw error;
    }
  }

  #saying<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw sqliteFailure(error, this.#path);
    }
  }
}

/**
 * Node copies in another thread. Where that begins in the middle of a transaction of ours, Node gives
 * up, with an error that says there was none.
 *
 * @returns `false` then
 */
async function isBackedUp(db: DatabaseSync, copy: string): Promise<boolean> {
  rmSync(copy, { force: true });
  try {
    await backup(db, copy);
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === 0) return false;
    throw error;
  }
}

/** What was written since it was last taken into the file. */
function logOf(path: string): string {
  return `${path}-wal`;
}

function numberOnDisk(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "none" : `${found.dev}:${found.ino}`;
}
