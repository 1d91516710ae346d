import { afterAll, afterEach, describe, expect, test } from "vitest";
import { startPostgres } from "../../support/postgres.ts";
import { newDatabase } from "../../support/stores.ts";
import { Soak, type Soaking } from "./soak.ts";

/** `npm run soak` does the same for as long as it is told to. */
const SMALL: Soaking = {
  ...{ organizations: 3, pulls: 2, replicas: 1, database: null, faults: 0 },
  ...{ seed: 1, debounce: 50, sweepMinutes: 10 },
};
const PATIENCE = 60_000;

const postgres = await startPostgres();
afterAll(() => postgres?.remove());

let soak: Soak;
afterEach(() => soak.stop());

describe("T20: a service that is killed in the middle of bursts", () => {
  test("keeps what it promised, on SQLite", async () => {
    soak = await Soak.start(SMALL);
    await soak.killInBursts(3);
    expect(await soak.settle(PATIENCE, "pass")).toEqual([]);
    expect(soak.figures.acknowledged).toBeGreaterThan(0);
  });

  test.skipIf(postgres === null)(
    "keeps what it promised, in two replicas on PostgreSQL",
    async () => {
      if (postgres === null) return;
      const database = await newDatabase(postgres);
      soak = await Soak.start({ ...SMALL, replicas: 2, database });
      await soak.killInBursts(3);
      expect(await soak.settle(PATIENCE, "pass")).toEqual([]);
    },
  );
});

test("T93, T95: a service takes each delivery of a burst, and though calls go wrong says what is right", async () => {
  soak = await Soak.start({ ...SMALL, faults: 0.05 });
  await soak.burst(300, 300);
  expect(soak.figures).toMatchObject({ acknowledged: 300, refused: 0 });
  expect(await soak.settle(PATIENCE, "pass")).toEqual([]);
  expect(soak.figures.faults).toBeGreaterThan(0);
});

/** GitHub allows an installation 5,000 of each kind in an hour. */
const FIFTH_OF_BUDGET = 1_000;
/** Of an installation, whose share of a look at everything is what so many times as few take. */
const OPEN = 200;

test("T94: a look at everything takes little of the hour's budget", async () => {
  const pulls = 20;
  soak = await Soak.start({ ...SMALL, organizations: 2, pulls });
  const share = async () => ((await soak.reconciled()) * OPEN) / pulls;
  // The first has everything written, and read again.
  expect(await share()).toBeLessThan(2 * FIFTH_OF_BUDGET);
  await soak.restart(0);
  expect(await share()).toBeLessThan(FIFTH_OF_BUDGET);
});
