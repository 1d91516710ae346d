import { expect, test } from "vitest";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";
import { openPostgresDriver } from "../../src/store/postgres/postgres-driver.ts";
import { type Driver, one } from "../../src/store/query.ts";
import { MIGRATIONS } from "../../src/store/schema/migrations.ts";
import { openSqliteDriver } from "../../src/store/sqlite/sqlite-driver.ts";
import { describeOnBoth } from "../support/stores.ts";

const NOW = 1_800_000_000_000;
const NEWEST = MIGRATIONS.length;

/** The tables of each version, with what the migration after it must keep. */
const TABLES: Readonly<Record<number, readonly string[]>> = {
  1: ["delivery", "installation", "work"],
  2: ["history", "memo"],
  3: ["position", "redelivery", "turn"],
  4: ["watch"],
};

test("each version is written down here", () => {
  expect(Object.keys(TABLES).map(Number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
});

await describeOnBoth("T30: the schema on $driver", (places) => {
  const newPlace = () => places.place();

  async function driverAt(place: StorePlace): Promise<Driver> {
    const { place: at, ...options } = place;
    return at.startsWith("postgres")
      ? openPostgresDriver({ url: at, ...options })
      : openSqliteDriver({ path: at, ...options });
  }

  /** A store as the program of that version left it. */
  async function asOfVersion(version: number) {
    const place = newPlace();
    const driver = await driverAt(place);
    for (let younger = NEWEST; younger > version; younger -= 1) {
      for (const table of TABLES[younger] ?? []) await driver.run(one(`drop table ${table}`));
    }
    await driver.run(one("update store_version set version = $1", version));
    return { place, driver };
  }

  test.each(MIGRATIONS.map((_, at) => ({ version: at + 1 })))(
    "of version $version is brought to the newest, with what is in it",
    async ({ version }) => {
      const { place, driver } = await asOfVersion(version);
      await driver.run(
        one(
          `insert into delivery (guid, event, received_at, size) values ('old', 'push', ${NOW}, 1)`,
        ),
      );
      await driver.run(one("insert into installation (id) values (7)"));
      await driver.run(
        one(`insert into work (installation, repository, subject, lane, generation, due_at,
               held_until, ready_at, marked_at, attempts)
             values (7, 'acme/shop', 'pull/1', 0, 1, ${NOW}, 0, ${NOW}, ${NOW}, 0)`),
      );
      await driver.close();

      const store = await openStore(place);
      expect(await store.unjournalled(["old"])).toEqual([]);
      const [lease] = await store.claim({ now: NOW, until: NOW + 1, limit: 9 });
      expect(lease).toMatchObject({ installation: 7, subject: "pull/1", memo: null });
      if (lease === undefined) throw new Error("it was marked");
      await store.done(lease, { now: NOW, next: null, memo: "m", watches: ["runs"] });
      expect(await store.memos(lease)).toEqual(new Map([["pull/1", "m"]]));
      expect(await store.watching(lease, ["runs"])).toEqual(["pull/1"]);
      expect(await store.position("sweep")).toBe(null);
      await store.close();
      const again = await driverAt(place);
      expect(await again.run(one("select version from store_version"))).toMatchObject([
        { version: NEWEST },
      ]);
      await again.close();
    },
  );

  test("of a newer version is refused", async () => {
    const { place, driver } = await asOfVersion(NEWEST);
    await driver.run(one("update store_version set version = $1", NEWEST + 1));
    await driver.close();
    await expect(openStore(place)).rejects.toMatchObject({
      code: "store-newer",
      message: `The store has version ${NEWEST + 1}, and this program knows versions up to ${NEWEST}`,
    });
  });
});
