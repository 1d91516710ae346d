import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, test } from "vitest";
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

/**
 * Specifies the same of both databases; `$driver` in the title is which.
 *
 * @returns places in PostgreSQL; `null` where there is none, which is said as a test that was skipped.
 */
export async function describeOnBoth(
  title: string,
  specify: (places: StorePlaces) => void,
): Promise<StorePlaces | null> {
  const both = [
    { driver: "SQLite", places: sqlitePlaces() },
    { driver: "PostgreSQL", places: await postgresPlaces() },
  ];
  afterAll(async () => {
    for (const { places } of both) await places?.remove();
  });
  describe.each(both)(title, ({ places }) => {
    if (places === null) test.skip("is not here to be tested", () => {});
    else specify(places);
  });
  return both[1]?.places ?? null;
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
