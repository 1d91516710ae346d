import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { StorePlace } from "../../src/store/open-store.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";

/** Places for stores, each new and empty. */
export interface StorePlaces {
  place(): StorePlace;
  /** `null` where there is none to be had; those tests are skipped. */
  readonly postgres: TestPostgres | null;
  remove(): Promise<void>;
}

export function sqlitePlaces(): StorePlaces {
  // Processes are killed in these tests, not machines: memory keeps what they wrote, and is quicker.
  const disk = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const folder = mkdtempSync(join(disk, "stage-gates-store-"));
  return {
    postgres: null,
    place: () => ({ place: join(folder, randomUUID(), "store.db"), busyTimeout: 100 }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** All in one server, each with a schema of its own. */
export async function postgresPlaces(): Promise<StorePlaces | null> {
  const postgres = await startPostgres();
  if (postgres === null) return null;
  return {
    postgres,
    place: () => ({ place: postgres.url, schema: `Test ${randomUUID()}`, connections: 5 }),
    remove: () => postgres.remove(),
  };
}

/** A database of its own in a server; its address. */
export async function newDatabase({ url }: TestPostgres): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url.replace(/[^/]+$/, name);
}
