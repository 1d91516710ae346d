import { EventEmitter } from "node:events";
import type { Driver, Operation } from "../query.ts";
import { StoreError } from "../store-error.ts";
import type { StoreNews } from "../store-state.ts";
import { SqliteConnection, type SqliteOptions } from "./sqlite-connection.ts";
import { sqliteFailure } from "./sqlite-failure.ts";

interface Waiting {
  /** Does its part and returns how its result is told once all is committed. */
  readonly step: (connection: SqliteConnection) => () => void;
  readonly reject: (error: unknown) => void;
  readonly wakes: boolean;
}

/** How many operations share a commit at most: they keep the process from other things meanwhile. */
const MOST_AT_ONCE = 200;
/** How long an operation waits at most for others to share its commit, in milliseconds. */
const LONGEST_GATHERING = 10;

/**
 * Milliseconds. Nothing else happens in the process while it waits for whoever has the file: on start
 * there is nothing else, but whoever runs answers deliveries, which GitHub takes for lost after 10 s.
 */
const BUSY_AGAIN = 100;

/** @throws {StoreError} */
export function openSqliteDriver(options: SqliteOptions): Driver {
  return new SqliteDriver(options);
}

/**
 * Operations that come together share one transaction, and with it one wait for the disk. Each is told
 * its result after that. A burst comes in many turns of the event loop, a connection or two in each:
 * as long as every turn brings more, and not for longer than the disk may take, they are gathered.
 */
class SqliteDriver implements Driver {
  readonly #options: SqliteOptions;
  readonly #news = new EventEmitter();
  #connection: SqliteConnection | null;
  #waiting: Waiting[] = [];
  #closed = false;
  /** The last copy, once it has ended in whatever way. */
  #copied: Promise<void> = Promise.resolve();
  /** Also while no new one can be opened: it is told once there is one to begin anew with. */
  #lost = false;

  constructor(options: SqliteOptions) {
    this.#options = options;
    this.#connection = new SqliteConnection(options);
    this.#news.setMaxListeners(0);
  }

  run<T>(operation: Operation<T>, wakes?: "wakes"): Promise<T> {
    if (this.#closed) return Promise.reject(closed(this.#options.path));
    return new Promise((resolve, reject) => {
      const step = (connection: SqliteConnection) => {
        const result = connection.alone(operation);
        return () => resolve(result);
      };
      this.#waiting.push({ step, reject, wakes: wakes === "wakes" });
      if (this.#waiting.length === 1) this.#gather(performance.now());
    });
  }

  listen(listener: (news: StoreNews) => void): () => void {
    this.#news.on("news", listener);
    return () => this.#news.off("news", listener);
  }

  /** One after the other: two at once would write into the same file. */
  async backUp(copy: string): Promise<void> {
    const copied = this.#copied.then(async () => {
      if (this.#closed) throw closed(this.#options.path);
      await this.#connectionInPlace().backUp(copy);
    });
    this.#copied = copied.catch(() => undefined);
    return copied;
  }

  async close(): Promise<void> {
    this.#closed = true;
    while (this.#waiting.length > 0) this.#commit();
    this.#connection?.close();
    this.#connection = null;
    this.#news.removeAllListeners();
  }

  #gather(since: number): void {
    const before = this.#waiting.length;
    setImmediate(() => {
      const count = this.#waiting.length;
      const comesMore = count > before && count < MOST_AT_ONCE;
      if (comesMore && performance.now() - since < LONGEST_GATHERING) this.#gather(since);
      else this.#commit();
    });
  }

  #commit(): void {
    const group = this.#waiting.splice(0, MOST_AT_ONCE);
    if (this.#waiting.length > 0) setImmediate(() => this.#commit());
    if (group.length === 0) return;
    try {
      const connection = this.#connectionInPlace();
      const tellings = connection.transaction(() => this.#stepThrough(connection, group));
      for (const tell of tellings) tell();
      if (group.some(({ wakes }) => wakes)) this.#tell("work");
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  /** @throws when SQLite has given up the transaction, and with it what the others did. */
  #stepThrough(connection: SqliteConnection, group: readonly Waiting[]): readonly (() => void)[] {
    return group.map(({ step, reject }) => {
      try {
        return step(connection);
      } catch (error) {
        if (!connection.inTransaction) throw error;
        return () => reject(sqliteFailure(error, this.#options.path));
      }
    });
  }

  /**
   * Who takes the file of a running program away means to begin anew; what we hold is nobody's then.
   * Where but the log is gone, closing the file takes all into it.
   */
  #connectionInPlace(): SqliteConnection {
    if (this.#connection?.hasItsFiles === true) return this.#connection;
    if (this.#connection?.hasItsFile === false) this.#lost = true;
    this.#connection?.close();
    this.#connection = null;
    this.#connection = new SqliteConnection({ ...this.#options, busyTimeout: BUSY_AGAIN });
    if (this.#lost) this.#tell("lost");
    this.#lost = false;
    return this.#connection;
  }

  /** Later, so that no listener comes between those who wait and their results. */
  #tell(news: StoreNews): void {
    setImmediate(() => this.#news.emit("news", news));
  }
}

function closed(path: string): StoreError {
  return new StoreError(
    "store-closed",
    `The store \`${path}\` is closed`,
    "start the program again",
  );
}
