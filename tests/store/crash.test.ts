import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { startStoreProcess } from "../support/store-process.ts";
import { describeOnBoth } from "../support/stores.ts";

const shared = await describeOnBoth("T20: a process that is killed, on $driver,", (places) => {
  test.each([
    { what: "die before the commit", left: [], missing: ["one"] },
    { what: "die after the commit", left: ["pull/one"], missing: [] },
  ])("has kept all or nothing: $what", async ({ what, left, missing }) => {
    const place = places.place();
    await startStoreProcess(place, what).gone;
    const store = await openStore(place);
    const now = Date.now();
    const leases = await store.claim({ now, until: now + 1_000, limit: 10 });
    expect(leases.map(({ subject }) => subject)).toEqual(left);
    expect(await store.unjournalled(["one"])).toEqual(missing);
    await store.close();
  });

  test("gives up what it had leased, once the lease ends", async () => {
    const place = places.place();
    const process = startStoreProcess(place, "die after the claim", "300000");
    await process.gone;
    expect(process.lines).toEqual(["claimed"]);
    const store = await openStore(place);
    const now = Date.now();
    expect(await store.claim({ now, until: now + 1, limit: 1 })).toEqual([]);
    const ends = (await store.nextReady()) ?? 0;
    expect(ends).toBeGreaterThan(now);
    expect(await store.claim({ now: ends - 1, until: ends, limit: 1 })).toEqual([]);
    const [lease] = await store.claim({ now: ends, until: ends + 1, limit: 1 });
    expect(lease).toMatchObject({ subject: "pull/one", attempts: 2 });
    await store.close();
  });

  test("has kept every delivery that it acknowledged, killed again and again in a burst", async () => {
    const place = places.place();
    const acknowledged: string[] = [];
    for (const [round, lines] of [1, 7, 40].entries()) {
      const process = startStoreProcess(place, "burst", `round-${round}`);
      await process.said(lines);
      await process.kill();
      acknowledged.push(...process.lines.map((line) => line.replace("acknowledged ", "")));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(48);
    const store = await openStore(place);
    expect(await store.unjournalled(acknowledged)).toEqual([]);
    const now = Date.now();
    const found = new Set<string>();
    for (;;) {
      const leases = await store.claim({ now, until: now + 60_000, limit: 100 });
      if (leases.length === 0) break;
      for (const { subject } of leases) found.add(subject);
    }
    expect(acknowledged.filter((guid) => !found.has(`pull/${guid}`))).toEqual([]);
    await store.close();
  });
});

interface Run {
  readonly begins: bigint;
  readonly ends: bigint;
}

/** What a worker looked at, and from when to when; a run that was cut off ends with its process. */
function runsOf(lines: readonly string[], gone: bigint): ReadonlyMap<string, readonly Run[]> {
  const runs = new Map<string, Run[]>();
  for (const line of lines) {
    const [word, subject = "", time = "0"] = line.split(" ");
    const of = runs.get(subject) ?? [];
    if (word === "begins") runs.set(subject, [...of, { begins: BigInt(time), ends: gone }]);
    const last = of.at(-1);
    if (word === "ends" && last !== undefined) {
      runs.set(subject, [...of.slice(0, -1), { ...last, ends: BigInt(time) }]);
    }
  }
  return runs;
}

describe.skipIf(shared === null)("T25: three processes at one store", () => {
  test("share the work, one at a time for each subject, though one of them is killed", async () => {
    if (shared === null) return;
    const place = shared.place();
    const store = await openStore(place);
    // Shorter than the test, so that what the killed one had is looked at again; longer than a look.
    const workers = [1, 2, 3].map(() => startStoreProcess(place, "work", "3000"));
    await Promise.all(workers.map((worker) => worker.said(1)));
    const keys = Array.from({ length: 12 }, (_, at) => ({
      installation: at % 3,
      repository: "acme/shop",
      subject: `pull/${at}`,
    }));
    const marked = new Map<string, bigint>();
    for (let round = 0; round < 30; round += 1) {
      const some = keys.filter((_, at) => (at + round) % 3 !== 0);
      await store.mark(
        some.map((key) => ({ ...key, readyAt: Date.now() })),
        Date.now(),
      );
      for (const { subject } of some) marked.set(subject, process.hrtime.bigint());
      if (round === 15) await workers[0]?.kill();
    }
    const killed = process.hrtime.bigint();
    while ((await store.nextReady()) !== null) await store.check();
    await Promise.all(workers.map((worker) => worker.kill()));

    const all = workers.map(({ lines }, at) => runsOf(lines, at === 0 ? killed : 0n));
    for (const { subject } of keys) {
      const runs = all.flatMap((runs) => runs.get(subject) ?? []);
      runs.sort((a, b) => (a.begins < b.begins ? -1 : 1));
      const whole = runs.filter(({ ends }) => ends !== killed && ends !== 0n);
      // None began before the one before it had ended.
      expect(whole.filter((run, at) => at > 0 && run.begins < (whole[at - 1]?.ends ?? 0n))).toEqual(
        [],
      );
      // And one began after the last mark was acknowledged: S2 and L1.
      expect(runs.some(({ begins }) => begins > (marked.get(subject) ?? 0n))).toBe(true);
    }
    await store.close();
  });
});
