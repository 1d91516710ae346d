import fc from "fast-check";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Lease } from "../../src/store/work.ts";
import { describeOnBoth } from "../support/stores.ts";

/**
 * Any story of marks, workers, clocks and restarts, told to the store and to a model of it:
 *
 * - no subject is leased twice at a time, however long leases last and whoever extends them;
 * - only who has the lease can finish, extend or give back;
 * - what was marked after it was last claimed by a worker that finished is looked at in the end: no
 *   acknowledged mark is lost.
 */
const INSTALLATIONS = 2;
const START = 1_800_000_000_000;

const millis = fc.integer({ min: 0, max: 50 });
/** Few, so that what happens happens to the same ones. */
const which = fc.nat({ max: 3 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("mark" as const),
      subjects: fc.array(which, { minLength: 1, maxLength: 4 }),
      wait: millis,
      background: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("claim" as const),
      limit: fc.integer({ min: 1, max: 3 }),
      lasts: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("done" as const),
      lease: which,
      next: fc.option(millis, { freq: 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("release" as const),
      lease: which,
      wait: millis,
      failed: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("extend" as const), lease: which, lasts: millis }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("pause" as const),
      installation: which,
      lasts: millis,
    }),
  },
  // Also backwards, further than a lease lasts.
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("clock" as const),
      by: fc.oneof(millis, fc.constantFrom(-3_600_000, -10, 3_600_000)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the model knows of a subject; numbers count the steps of the story. */
interface Known {
  markedAt: number;
  /** When it was claimed by the last worker that finished. */
  settledAt: number;
  holder: { readonly token: string; readonly claimedAt: number; until: number } | null;
}

const LONGEST_LEASE = 600_000;

class Story {
  readonly #reopen: () => Promise<Store>;
  #store: Store;
  /** Each story has installations of its own in the one store. */
  readonly #first: number;
  readonly #known = new Map<string, Known>();
  readonly #leases: Lease[] = [];
  #now = START;
  #latest = START;
  #step = 0;

  constructor(store: Store, reopen: () => Promise<Store>, first: number) {
    this.#store = store;
    this.#reopen = reopen;
    this.#first = first;
  }

  async tell(steps: readonly Step[]): Promise<void> {
    for (const next of steps) {
      this.#step += 1;
      await this.#tellOne(next);
    }
    await this.#end();
  }

  async #tellOne(step: Step): Promise<void> {
    const now = this.#now;
    switch (step.kind) {
      case "mark": {
        const keys = step.subjects.map((subject) => this.#key(subject));
        const lane = step.background ? ("background" as const) : ("prompt" as const);
        await this.#store.mark(
          keys.map((key) => ({ ...key, readyAt: now + step.wait, lane })),
          now,
        );
        for (const key of keys) this.#of(key).markedAt = this.#step;
        return;
      }
      case "claim":
        await this.#claim(step.limit, now + step.lasts);
        return;
      case "done": {
        const lease = this.#lease(step.lease);
        if (lease === null) return;
        const next = step.next === null ? null : now + step.next;
        const holder = this.#holderBy(lease);
        expect(await this.#store.done(lease, { now, next })).toBe(
          holder === null ? "lost" : "done",
        );
        if (holder === null) return;
        const known = this.#of(lease);
        known.settledAt = holder.claimedAt;
        known.holder = null;
        if (next !== null && known.markedAt < holder.claimedAt) known.markedAt = this.#step;
        return;
      }
      case "release": {
        const lease = this.#lease(step.lease);
        if (lease === null) return;
        const error = step.failed ? "502" : null;
        const held = this.#holderBy(lease) !== null;
        const said = await this.#store.release(lease, { at: now + step.wait, error });
        expect(said).toBe(held ? "released" : "lost");
        if (held) this.#of(lease).holder = null;
        return;
      }
      case "extend": {
        const lease = this.#lease(step.lease);
        if (lease === null) return;
        const holder = this.#holderBy(lease);
        const until = now + step.lasts;
        const marked = holder !== null && this.#of(lease).markedAt > holder.claimedAt;
        const expected = holder === null ? "lost" : marked ? "marked" : "held";
        expect(await this.#store.extend(lease, until)).toBe(expected);
        if (holder !== null) holder.until = until;
        return;
      }
      case "pause": {
        const installation = this.#first + (step.installation % INSTALLATIONS);
        await this.#store.pause({ installation, until: now + step.lasts, what: "all" });
        return;
      }
      case "clock":
        this.#now += step.by;
        this.#latest = Math.max(this.#latest, this.#now);
        return;
      case "restart":
        this.#store = await this.#reopen();
    }
  }

  async #claim(limit: number, until: number): Promise<readonly Lease[]> {
    const now = this.#now;
    const leases = await this.#store.claim({ now, until, limit });
    for (const lease of leases) {
      const known = this.#of(lease);
      const { holder } = known;
      const live = holder !== null && holder.until > now && holder.until <= now + LONGEST_LEASE;
      expect(live, `${lease.subject} is leased twice`).toBe(false);
      // Nothing is looked at that nobody asked for.
      expect(known.markedAt > known.settledAt).toBe(true);
      known.holder = { token: lease.token, claimedAt: this.#step, until };
      this.#leases.push(lease);
    }
    return leases;
  }

  /** All workers are gone and all times are over: what is left is looked at, each once. */
  async #end(): Promise<void> {
    this.#now = this.#latest + LONGEST_LEASE;
    const left = [...this.#known].filter(([, known]) => known.markedAt > known.settledAt);
    const found: string[] = [];
    for (;;) {
      this.#step += 1;
      const leases = await this.#claim(100, this.#now + 1);
      if (leases.length === 0) break;
      for (const lease of leases) {
        found.push(nameOf(lease));
        expect(await this.#store.done(lease, { now: this.#now, next: null })).toBe("done");
        this.#of(lease).settledAt = this.#step;
        this.#of(lease).holder = null;
      }
    }
    expect(found.toSorted()).toEqual(left.map(([name]) => name).toSorted());
  }

  #key(number: number) {
    return {
      installation: this.#first + (number % INSTALLATIONS),
      repository: "acme/shop",
      subject: `pull/${number}`,
    };
  }

  #of(key: { installation: number; subject: string }): Known {
    const known = this.#known.get(nameOf(key)) ?? { markedAt: 0, settledAt: 0, holder: null };
    this.#known.set(nameOf(key), known);
    return known;
  }

  #lease(number: number): Lease | null {
    return this.#leases.at(-1 - number) ?? null;
  }

  #holderBy(lease: Lease): Known["holder"] {
    const { holder } = this.#of(lease);
    return holder?.token === lease.token ? holder : null;
  }
}

function nameOf({ installation, subject }: { installation: number; subject: string }): string {
  return `${installation} ${subject}`;
}

await describeOnBoth("any story told to the store on $driver", (places) => {
  test("loses no mark and leases nothing twice", async () => {
    const place = places.place();
    const opened = { store: await openStore(place) };
    const reopen = async () => {
      await opened.store.close();
      opened.store = await openStore(place);
      return opened.store;
    };
    let first = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 40, size: "max" }),
        async (steps) => {
          // What a story left that failed must not come up in the shorter ones that are tried next.
          for (const at of [0, 1]) await opened.store.forget({ installation: first + at });
          first += INSTALLATIONS;
          await new Story(opened.store, reopen, first).tell(steps);
        },
      ),
      { numRuns: 40 },
    );
    await opened.store.close();
  });
});
