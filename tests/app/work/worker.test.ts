import { EventEmitter, once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Looked } from "../../../src/app/work/look.ts";
import { type Ended, Worker } from "../../../src/app/work/worker.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";

const MINUTE = 60_000;
const KEY = { installation: 1, repository: "acme/shop", subject: "pull/1" };
const DONE: Looked = { state: "settled", next: null };

let store: Store;
let now: number;

beforeEach(async () => {
  store = await openStore({ place: ":memory:" });
  now = 1_000_000;
});

afterEach(() => store.close());

/** Has one subject looked at, by a worker that reaches the store as `through` says. */
async function work(
  look: (hold: () => Promise<void>) => Promise<Looked>,
  through: Partial<Store> = {},
): Promise<Ended> {
  const reached: Store = { ...store, ...through };
  let resolve: (ended: Ended) => void = () => {};
  const promise = new Promise<Ended>((settle) => {
    resolve = settle;
  });
  const worker = new Worker({
    ...{ store: reached, atOnce: 1, now: () => now, ended: (one: Ended) => resolve(one) },
    look: ({ hold }) => look(hold),
    sleep: untilAborted,
  });
  await store.mark([{ ...KEY, readyAt: now }], now);
  worker.start();
  const ended = await promise;
  await worker.stop();
  return ended;
}

async function untilAborted(_: number, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

test("T28: who stood still while it held on to its lease writes nothing", async () => {
  let isWritten = false;
  const ended = await work(
    async (hold) => {
      await hold();
      isWritten = true;
      return DONE;
    },
    {
      async extend(...given) {
        const extended = await store.extend(...given);
        now += 2 * MINUTE;
        return extended;
      },
    },
  );
  expect({ how: ended.how, isWritten }).toEqual({ how: "lost", isWritten: false });
});

test("T28: who lost its lease to another writes nothing, and does not settle what is the other's", async () => {
  const ended = await work(async (hold) => {
    now += 2 * MINUTE;
    await store.claim({ now, until: now + MINUTE, limit: 1 });
    await hold();
    return DONE;
  });
  expect(ended.how).toBe("lost");
  expect(await store.counts(now)).toMatchObject({ running: 1 });
});

test("who holds its lease writes", async () => {
  const ended = await work(async (hold) => {
    await hold();
    return DONE;
  });
  expect(ended.how).toBe("done");
});

test("T7: 5,000 of one installation keep those of two others waiting for a look or two", async () => {
  const marks = (installation: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      return { ...KEY, installation, subject: `pull/${index + 1}`, readyAt: now };
    });
  const looked: number[] = [];
  let left = 40;
  const all = new EventEmitter();
  const served = once(all, "served");
  const worker = new Worker({
    ...{ store, atOnce: 8, now: () => now, ended: () => {}, sleep: untilAborted },
    async look({ lease: { installation } }) {
      looked.push(installation);
      if (looked.length === 16) await store.mark([...marks(2, 20), ...marks(3, 20)], now);
      if (installation !== 1) left -= 1;
      if (left === 0) all.emit("served");
      return DONE;
    },
  });
  await store.mark(marks(1, 5_000), now);
  worker.start();
  await served;
  await worker.stop();
  const since = looked.slice(looked.findIndex((installation) => installation !== 1));
  const until = since.slice(0, since.findLastIndex((installation) => installation !== 1) + 1);
  const of = (one: number) => until.filter((installation) => installation === one).length;
  expect([of(2), of(3)]).toEqual([20, 20]);
  // It goes on meanwhile, and has no more than its turns.
  expect(of(1)).toBeGreaterThan(0);
  expect(of(1)).toBeLessThanOrEqual(20 + 8);
});
