import type { Store } from "./store.ts";
import { storeOver } from "./store-over.ts";

export interface StorePlace {
  /**
   * `postgres://…` or `postgresql://…` for a store that several processes share; else the path of a
   * file, which is made with its folder where it is not there. `:memory:` is a store that ends with
   * the process, to try things with.
   */
  readonly place: string;
  /** SQLite: how long to wait for another process to let go of the file, in milliseconds; 5,000. */
  readonly busyTimeout?: number;
  /** SQLite: how large the file may grow, in bytes. */
  readonly largest?: number;
  /** PostgreSQL: the schema that holds the tables; `stage_gates`. */
  readonly schema?: string;
  /** PostgreSQL: how many connections at most; 10. One more is for being told of news. */
  readonly connections?: number;
}

/**
 * Opens the store, brings its tables to the newest version, and refuses what could lose data: a file
 * that another process has, on a network disk, damaged, or of a newer version.
 * @throws {StoreError}
 */
export async function openStore({ place, ...options }: StorePlace): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(place)) {
    const { openPostgresDriver } = await import("./postgres/postgres-driver.ts");
    return storeOver(await openPostgresDriver({ url: place, ...options }));
  }
  const { openSqliteDriver } = await import("./sqlite/sqlite-driver.ts");
  return storeOver(openSqliteDriver({ path: place, ...options }));
}
