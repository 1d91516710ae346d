import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Delivery } from "../../src/store/delivery.ts";
import type { HistoryEntry } from "../../src/store/history-entry.ts";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Lease, Mark, WorkKey } from "../../src/store/work.ts";
import { describeOnBoth } from "../support/stores.ts";

const NOW = 1_800_000_000_000;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

function pull(number: number, installation = 1): WorkKey {
  return { installation, repository: "acme/shop", subject: `pull/${number}` };
}

function mark(number: number, more: Partial<Mark> = {}): Mark {
  return { ...pull(number, more.installation), readyAt: NOW, ...more };
}

function delivery(guid: string): Delivery {
  return {
    guid,
    event: "pull_request",
    action: "synchronize",
    installation: 1,
    repository: "acme/shop",
    receivedAt: NOW,
    size: 12_345,
  };
}

function entry(id: string, more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...pull(1),
    id,
    at: NOW,
    kind: "verdict",
    stage: "production",
    head: "a".repeat(40),
    outcome: "no-go",
    detail: "{}",
    ...more,
  };
}

await describeOnBoth("the store on $driver", (places) => {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = places.place();
    store = await openStore(place);
  });
  afterEach(() => store.close());

  const claim = (now = NOW, limit = 10, seconds = 60) =>
    store.claim({ now, until: now + seconds * SECOND, limit });

  async function claimOne(now = NOW): Promise<Lease> {
    const [lease] = await claim(now, 1);
    if (lease === undefined) throw new Error("nothing was ready");
    return lease;
  }

  const subjects = (leases: readonly WorkKey[]) => leases.map(({ subject }) => subject);

  describe("deliveries", () => {
    test("mark what they touch, and are journalled with it", async () => {
      expect(await store.receive(delivery("one"), [mark(1), mark(2)])).toBe("new");
      expect(subjects(await claim()).toSorted()).toEqual(["pull/1", "pull/2"]);
      expect(await store.unjournalled(["one", "two"])).toEqual(["two"]);
    });

    test("T1, T2: mark nothing the second time, even long after", async () => {
      await store.receive(delivery("one"), [mark(1)]);
      await store.done(await claimOne(), { now: NOW, next: null });
      expect(await store.receive(delivery("one"), [mark(1)])).toBe("known");
      expect(await claim()).toEqual([]);
    });

    test("T1: mark once when they come twice at the same time", async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store.receive(delivery("one"), [mark(1)])),
      );
      expect(answers.toSorted()).toEqual([...Array(7).fill("known"), "new"]);
      expect((await claimOne()).generation).toBe(1);
    });

    test("T3: are not journalled where marking fails", async () => {
      const bad = { ...mark(1), subject: "ref/\0" };
      await expect(store.receive(delivery("one"), [mark(2), bad])).rejects.toMatchObject({
        code: "store-invalid",
      });
      expect(await store.unjournalled(["one"])).toEqual(["one"]);
      expect(await claim()).toEqual([]);
    });

    test("may touch nothing, and belong to no installation", async () => {
      const ping = { ...delivery("ping"), installation: null, repository: null, action: null };
      expect(await store.receive(ping, [])).toBe("new");
      expect(await store.unjournalled(["ping"])).toEqual([]);
    });
  });

  describe("marks", () => {
    test("T6: of one subject become one", async () => {
      await Promise.all(Array.from({ length: 100 }, () => store.mark([mark(1), mark(1)], NOW)));
      const leases = await claim();
      expect(subjects(leases)).toEqual(["pull/1"]);
      expect(leases[0]).toMatchObject({ generation: 100, attempts: 1, markedAt: NOW });
    });

    test.each([
      { title: "another installation", other: mark(1, { installation: 2 }) },
      { title: "another repository", other: mark(1, { repository: "acme/Shop" }) },
      { title: "another subject", other: mark(1, { subject: "ref/refs/heads/pull/1" }) },
      { title: "names that look alike", other: mark(1, { subject: "pull/１" }) },
    ])("of $title stay apart", async ({ other }) => {
      await store.mark([mark(1), other], NOW);
      expect(await claim()).toHaveLength(2);
    });

    test.each([
      { subject: "ref/refs/heads/a'b\"c`d" },
      { subject: "ref/refs/heads/'); drop table work; --" },
      { subject: "ref/refs/heads/😀/$1/%s/\\/\n" },
      { subject: "x".repeat(512) },
    ])("keep the subject $subject as it is", async ({ subject }) => {
      await store.mark([mark(1, { subject })], NOW);
      expect(subjects(await claim())).toEqual([subject]);
    });

    test.each([
      { title: "a subject with NUL", bad: mark(1, { subject: "a\0" }) },
      { title: "half a character", bad: mark(1, { subject: "\ud83d" }) },
      { title: "a subject of 513 characters", bad: mark(1, { subject: "x".repeat(513) }) },
      { title: "a repository of 256", bad: mark(1, { repository: "x".repeat(256) }) },
      { title: "a time that is none", bad: mark(1, { readyAt: Number.NaN }) },
      { title: "a part of a millisecond", bad: mark(1, { readyAt: 0.5 }) },
      { title: "an installation beyond counting", bad: mark(1, { installation: 2 ** 53 }) },
    ])("with $title are refused", async ({ bad }) => {
      await expect(store.mark([bad], NOW)).rejects.toMatchObject({ code: "store-invalid" });
      expect(await store.nextReady()).toBe(null);
    });

    test("may be many at once, not too many", async () => {
      const many = Array.from({ length: 450 }, (_, at) => mark(at));
      await store.mark(many, NOW);
      expect((await store.counts(NOW)).ready).toBe(450);
      const tooMany = Array.from({ length: 10_001 }, (_, at) => mark(at));
      await expect(store.mark(tooMany, NOW)).rejects.toMatchObject({ code: "store-invalid" });
    });
  });

  describe("times", () => {
    test("nothing is claimed before its time, and the earliest of several counts", async () => {
      await store.mark([mark(1, { readyAt: NOW + 5 * SECOND })], NOW);
      await store.mark([mark(1, { readyAt: NOW + SECOND })], NOW);
      await store.mark([mark(1, { readyAt: NOW + 9 * SECOND })], NOW);
      expect(await store.nextReady()).toBe(NOW + SECOND);
      expect(await claim(NOW + SECOND - 1)).toEqual([]);
      expect(subjects(await claim(NOW + SECOND))).toEqual(["pull/1"]);
    });

    test("a timer is left behind, and a mark comes before it", async () => {
      const later = NOW + 60 * MINUTE;
      await store.mark([mark(1), mark(2)], NOW);
      for (const lease of await claim()) await store.done(lease, { now: NOW, next: later });
      expect(await store.nextReady()).toBe(later);
      await store.mark([mark(2, { readyAt: NOW + SECOND })], NOW + SECOND);
      const [early] = await claim(NOW + SECOND);
      expect(early).toMatchObject({ subject: "pull/2", markedAt: NOW + SECOND });
      expect(await claim(later - 1)).toMatchObject([{ subject: "pull/2", attempts: 2 }]);
      expect(await claim(later)).toMatchObject([{ subject: "pull/1", markedAt: later }]);
    });

    test("what went wrong waits, whoever marks it meanwhile", async () => {
      await store.mark([mark(1)], NOW);
      const lease = await claimOne();
      expect(await store.release(lease, { at: NOW + MINUTE, error: "502" })).toBe("released");
      await store.mark([mark(1)], NOW + SECOND);
      expect(await store.nextReady()).toBe(NOW + MINUTE);
      expect(await claim(NOW + MINUTE - 1)).toEqual([]);
      const again = await claimOne(NOW + MINUTE);
      expect(again).toMatchObject({ attempts: 2, generation: 2, error: "502" });
      await store.done(again, { now: NOW, next: null });
      await store.mark([mark(1)], NOW);
      expect(await claimOne()).toMatchObject({ attempts: 1, generation: 1, error: null });
    });

    test("T32: what is given back in peace is ready at once and tried as if for the first time", async () => {
      await store.mark([mark(1)], NOW);
      await store.release(await claimOne(), { at: NOW, error: null });
      expect(await claimOne()).toMatchObject({ attempts: 1, error: null });
    });

    test("an error is kept as far as it can be", async () => {
      await store.mark([mark(1)], NOW);
      await store.release(await claimOne(), { at: NOW, error: `a\0b\ud83d${"x".repeat(900)}` });
      const { error } = await claimOne();
      expect(error?.startsWith("abxxx")).toBe(true);
      expect(error?.length).toBe(498);
    });

    test("T29: after the clock was set back an hour, leases and new marks are not an hour late", async () => {
      const before = NOW + 60 * MINUTE;
      await store.mark([mark(1), mark(2, { readyAt: before + SECOND })], before);
      const old = await claimOne(before);
      await store.mark([mark(2)], NOW);
      expect(subjects(await claim(NOW)).toSorted()).toEqual(["pull/1", "pull/2"]);
      expect(await store.extend(old, NOW + MINUTE)).toBe("lost");
    });

    test("T29: after it was set forward an hour, who lost the lease knows", async () => {
      await store.mark([mark(1)], NOW);
      const old = await claimOne();
      const other = await claimOne(NOW + 60 * MINUTE);
      expect(await store.extend(old, NOW + MINUTE)).toBe("lost");
      expect(await store.extend(other, NOW + 61 * MINUTE)).toBe("held");
    });
  });

  describe("leases", () => {
    test("are one at a time, and end by themselves", async () => {
      await store.mark([mark(1)], NOW);
      const first = await claimOne();
      expect(await claim(NOW + MINUTE - 1)).toEqual([]);
      expect(await store.nextReady()).toBe(NOW + MINUTE);
      const second = await claimOne(NOW + MINUTE);
      expect(second).toMatchObject({ subject: "pull/1", attempts: 2 });
      expect(second.token).not.toBe(first.token);
    });

    test("last longer once extended", async () => {
      await store.mark([mark(1)], NOW);
      const lease = await claimOne();
      expect(await store.extend(lease, NOW + 2 * MINUTE)).toBe("held");
      expect(await claim(NOW + 2 * MINUTE - 1)).toEqual([]);
      expect(await claim(NOW + 2 * MINUTE)).toHaveLength(1);
    });

    test("say that there is more to do", async () => {
      await store.mark([mark(1)], NOW);
      const lease = await claimOne();
      await store.mark([mark(1)], NOW);
      expect(await store.extend(lease, NOW + MINUTE)).toBe("marked");
    });

    test("T28: once lost do nothing any more", async () => {
      await store.mark([mark(1)], NOW);
      const stale = await claimOne();
      const held = await claimOne(NOW + MINUTE);
      const settled = { now: NOW, next: null, memo: "stale", history: [entry("stale")] };
      expect(await store.extend(stale, NOW + 2 * MINUTE)).toBe("lost");
      expect(await store.done(stale, settled)).toBe("lost");
      expect(await store.done(stale, { ...settled, next: NOW })).toBe("lost");
      expect(await store.release(stale, { at: NOW, error: null })).toBe("lost");
      expect(await store.memos(stale)).toEqual(new Map());
      expect(await store.history({ ...stale, limit: 10 })).toEqual([]);
      expect(await store.done(held, { now: NOW, next: null })).toBe("done");
      expect(await store.done(held, { now: NOW, next: null })).toBe("lost");
      expect(await store.nextReady()).toBe(null);
    });

    test("that ran out while nobody else took them are still good", async () => {
      await store.mark([mark(1)], NOW);
      const lease = await claimOne();
      expect((await store.counts(NOW + 2 * MINUTE)).ready).toBe(1);
      expect(await store.extend(lease, NOW + 3 * MINUTE)).toBe("held");
      expect(await store.done(lease, { now: NOW, next: null })).toBe("done");
    });

    test("of a subject that was settled and marked anew are other leases", async () => {
      await store.mark([mark(1)], NOW);
      const first = await claimOne();
      await store.done(first, { now: NOW, next: null });
      await store.mark([mark(1)], NOW);
      const second = await claimOne();
      expect(second.generation).toBe(first.generation);
      expect(await store.done(first, { now: NOW, next: null })).toBe("lost");
      expect(await store.extend(second, NOW + MINUTE)).toBe("held");
    });

    test("leave what was marked meanwhile to the next, with its time", async () => {
      await store.mark([mark(1)], NOW);
      const lease = await claimOne();
      await store.mark([mark(1, { readyAt: NOW + 3 * SECOND })], NOW + 2 * SECOND);
      expect(await store.done(lease, { now: NOW, next: NOW + MINUTE })).toBe("done");
      expect(await store.nextReady()).toBe(NOW + 3 * SECOND);
      expect(await claimOne(NOW + 3 * SECOND)).toMatchObject({
        generation: 1,
        attempts: 1,
        markedAt: NOW + 2 * SECOND,
      });
    });

    test.each([
      { title: "that are over before they begin", until: NOW, limit: 1 },
      { title: "of more than ten minutes", until: NOW + 10 * MINUTE + 1, limit: 1 },
      { title: "for none", until: NOW + MINUTE, limit: 0 },
      { title: "for too many", until: NOW + MINUTE, limit: 101 },
    ])("$title are refused", async ({ until, limit }) => {
      await expect(store.claim({ now: NOW, until, limit })).rejects.toMatchObject({
        code: "store-invalid",
      });
    });
  });

  describe("whose turn it is", () => {
    const installationsOf = (leases: readonly Lease[]) =>
      leases.map(({ installation }) => installation);

    test("T7: a backlog of one installation keeps no other waiting", async () => {
      const backlog = Array.from({ length: 300 }, (_, at) => mark(at, { readyAt: NOW - MINUTE }));
      await store.mark(backlog, NOW);
      await store.mark([mark(1, { installation: 2 }), mark(1, { installation: 3 })], NOW);
      expect(installationsOf(await claim(NOW, 4)).toSorted()).toEqual([1, 1, 2, 3]);
    });

    test("T7: also when there is but one worker", async () => {
      const marks = [1, 2, 3].flatMap((installation) =>
        [1, 2, 3].map((number) => mark(number, { installation, readyAt: NOW - installation })),
      );
      await store.mark(marks, NOW);
      const served: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const lease = await claimOne();
        served.push(lease.installation);
        await store.done(lease, { now: NOW, next: null });
      }
      expect(served.slice(0, 3).toSorted()).toEqual([1, 2, 3]);
      expect(served.slice(3, 6).toSorted()).toEqual([1, 2, 3]);
    });

    test("who had nothing to do for a while is not behind those who had", async () => {
      const claimed = async () => {
        const lease = await claimOne();
        await store.done(lease, { now: NOW, next: null });
        return lease.installation;
      };
      for (let round = 0; round < 5; round += 1) {
        await store.mark([mark(1, { installation: 1 })], NOW);
        await claimed();
      }
      await store.mark([mark(1, { installation: 2 })], NOW);
      await claimed();
      const both = [1, 2].flatMap((installation) => [
        mark(1, { installation }),
        mark(2, { installation }),
      ]);
      await store.mark(both, NOW);
      expect([await claimed(), await claimed(), await claimed()]).toEqual([1, 2, 1]);
    });

    test("who has the fewest running comes first", async () => {
      await store.mark(
        [1, 2, 3].map((number) => mark(number)),
        NOW,
      );
      await claim(NOW, 2);
      await store.mark(
        [1, 2, 3].map((number) => mark(number, { installation: 2 })),
        NOW,
      );
      expect(installationsOf(await claim(NOW, 3))).toEqual([2, 2, 1]);
    });

    test("of one installation the longest ready comes first", async () => {
      await store.mark([mark(1, { readyAt: NOW }), mark(2, { readyAt: NOW - SECOND })], NOW);
      expect(subjects(await claim())).toEqual(["pull/2", "pull/1"]);
    });

    test("background work comes after, though not for ever", async () => {
      const lane = "background";
      await store.mark([mark(1, { lane, readyAt: NOW - 30 * SECOND }), mark(2)], NOW);
      expect(await claim(NOW, 1)).toMatchObject([{ subject: "pull/2", lane: "prompt" }]);
      await store.mark([mark(3, { readyAt: NOW + MINUTE })], NOW);
      expect(await claim(NOW + MINUTE, 1)).toMatchObject([{ subject: "pull/1", lane }]);
    });

    test("a mark that cannot wait makes background work prompt", async () => {
      await store.mark([mark(1, { lane: "background" })], NOW);
      await store.mark([mark(1)], NOW);
      await store.mark([mark(1, { lane: "background" })], NOW);
      expect(await claimOne()).toMatchObject({ lane: "prompt" });
    });

    test("a paused installation waits, and the others go on", async () => {
      await store.pause({ installation: 1, until: NOW + MINUTE, what: "all" });
      await store.mark([mark(1), mark(1, { installation: 2 })], NOW);
      expect(installationsOf(await claim())).toEqual([2]);
      expect(await claim(NOW + SECOND)).toEqual([]);
      expect(await store.nextReady()).toBe(NOW + MINUTE);
      expect(await store.counts(NOW)).toMatchObject({ ready: 1, pausedInstallations: 1 });
      // Another replica was told to wait for less.
      await store.pause({ installation: 1, until: NOW + 2 * SECOND, what: "all" });
      expect(await store.nextReady()).toBe(NOW + MINUTE);
      await store.pause({ installation: 1, until: 0, what: "all" });
      expect(installationsOf(await claim(NOW + SECOND))).toEqual([1]);
    });

    test("background work may be paused alone", async () => {
      await store.mark([mark(1, { lane: "background" }), mark(2)], NOW);
      await store.pause({ installation: 1, until: NOW + MINUTE, what: "background" });
      expect(subjects(await claim())).toEqual(["pull/2"]);
      expect(subjects(await claim(NOW + MINUTE - 1))).toEqual([]);
      expect(subjects(await claim(NOW + MINUTE)).toSorted()).toEqual(["pull/1", "pull/2"]);
    });
  });

  describe("what is kept beside the work", () => {
    test("memos come with the next lease and with the sweep", async () => {
      await store.mark([mark(1), mark(2)], NOW);
      const [one, two] = await claim();
      if (one === undefined || two === undefined) throw new Error("two were marked");
      expect(one.memo).toBe(null);
      await store.done(one, { now: NOW, next: NOW, memo: '{"comment":7}' });
      await store.done(two, { now: NOW, next: null, memo: "2" });
      expect(await store.memos(one)).toEqual(
        new Map([
          [one.subject, '{"comment":7}'],
          [two.subject, "2"],
        ]),
      );
      const again = await claimOne();
      expect(again.memo).toBe('{"comment":7}');
      await store.done(again, { now: NOW, next: NOW });
      expect((await claimOne()).memo).toBe('{"comment":7}');
    });

    test("what is watched stays and goes with the memo", async () => {
      await store.mark([mark(1), mark(2), mark(1, { repository: "acme/other" })], NOW);
      const watching = (...keys: readonly string[]) => store.watching(pull(1), keys);
      for (const lease of await claim()) {
        const { repository } = lease;
        const own = repository === "acme/other" ? ["issue/9"] : [`own/${lease.subject}`];
        await store.done(lease, {
          ...{ now: NOW, next: NOW, memo: "m", watches: ["issue/1", "issue/1", ...own] },
        });
      }
      expect(await watching("issue/1")).toEqual(["pull/1", "pull/2"]);
      expect(await watching("issue/1", "own/pull/2")).toEqual(["pull/1", "pull/2"]);
      expect(await watching("own/pull/2", "*")).toEqual(["pull/2"]);
      expect(await watching("issue/9")).toEqual([]);
      expect(await watching()).toEqual([]);
      const leases = (await claim()).filter(({ repository }) => repository !== "acme/other");
      const [first, second] = leases.toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
      if (first === undefined || second === undefined) throw new Error("each was to be seen again");
      await store.done(first, { now: NOW, next: NOW, memo: "m", watches: ["issue/1", "runs"] });
      await store.done(second, { now: NOW, next: null });
      expect(await watching("own/pull/1")).toEqual([]);
      expect(await watching("runs")).toEqual(["pull/1"]);
      expect(await watching("own/pull/2")).toEqual(["pull/2"]);
      await store.done(await claimOne(), { now: NOW, next: null, memo: "m" });
      expect(await watching("issue/1")).toEqual(["pull/2"]);
      await store.forget({ installation: 1, repository: "acme/shop" });
      expect(await watching("issue/1", "own/pull/2")).toEqual([]);
      expect(await store.watching({ ...pull(1), repository: "acme/other" }, ["issue/9"])).toEqual([
        "pull/1",
      ]);
      await store.prune({ deliveries: 0, history: 0, memos: NOW + 1, limit: 9 });
      expect(await store.watching({ ...pull(1), repository: "acme/other" }, ["issue/9"])).toEqual(
        [],
      );
    });

    test("T16: an installation that is gone leaves its history", async () => {
      await store.mark([mark(1), mark(1, { repository: "acme/other" }), mark(2)], NOW);
      const leases = await claim();
      for (const lease of leases) {
        await store.done(lease, { now: NOW, next: NOW, memo: "m", history: [entry(lease.token)] });
      }
      await store.forget({ installation: 1, repository: "acme/other" });
      expect(await store.memos({ installation: 1, repository: "acme/other" })).toEqual(new Map());
      expect(subjects(await claim()).toSorted()).toEqual(["pull/1", "pull/2"]);
      await store.forget({ installation: 1 });
      expect(await store.nextReady()).toBe(null);
      expect(await store.history({ ...pull(1), limit: 10 })).toHaveLength(3);
      await store.mark([mark(1)], NOW);
      expect(await claim()).toHaveLength(1);
    });

    test("the history is asked by what happened where, newest first, and each is told once", async () => {
      const head = "b".repeat(40);
      await store.record([entry("1"), entry("2", { at: NOW + 1, head }), entry("3", { head })]);
      await store.record([entry("1", { outcome: "go" }), entry("4", { stage: null, head: null })]);
      const asked = async (more: object) => {
        const { installation, repository } = pull(1);
        const found = await store.history({ installation, repository, limit: 10, ...more });
        return found.map(({ id }) => id);
      };
      expect(await asked({})).toEqual(["2", "4", "3", "1"]);
      expect(await asked({ head })).toEqual(["2", "3"]);
      expect(await asked({ head, limit: 1 })).toEqual(["2"]);
      expect(await asked({ stage: "limited" })).toEqual([]);
      expect(await asked({ subject: "pull/2" })).toEqual([]);
      expect(await asked({ kind: "verdict", stage: "production" })).toEqual(["2", "3", "1"]);
      expect(await asked({ repository: "acme/other" })).toEqual([]);
      const [first] = await store.history({ ...pull(1), kind: "verdict", head, limit: 1 });
      expect(first).toEqual(entry("2", { at: NOW + 1, head }));
    });

    test("redeliveries are counted, positions kept", async () => {
      expect(await store.noteRedeliveries(["a", "b", "a"], NOW)).toEqual([
        { guid: "a", times: 1 },
        { guid: "b", times: 1 },
      ]);
      expect(await store.noteRedeliveries(["a"], NOW)).toEqual([{ guid: "a", times: 2 }]);
      expect(await store.position("deliveries")).toBe(null);
      await store.setPosition("deliveries", "v1_123");
      await store.setPosition("deliveries", "v1_456");
      expect(await store.position("deliveries")).toBe("v1_456");
      expect(await store.unjournalled([])).toEqual([]);
    });

    test("T79: of eight who want a turn one gets it, and it ends", async () => {
      const what = { installation: 1, repository: "acme/shop", name: "issue/owner/shop" };
      const time = { now: NOW, until: NOW + MINUTE };
      const turns = await Promise.all(Array.from({ length: 8 }, () => store.takeTurn(what, time)));
      const [turn] = turns.filter((turn) => turn !== null);
      expect(turns.filter((turn) => turn !== null)).toHaveLength(1);
      if (turn === undefined) throw new Error("one has it");
      const after = { now: NOW + MINUTE, until: NOW + 2 * MINUTE };
      expect(await store.takeTurn({ ...what, name: "issue/runbook/shop" }, time)).not.toBe(null);
      const next = await store.takeTurn(what, after);
      expect(next).not.toBe(null);
      await store.endTurn(turn);
      expect(await store.takeTurn(what, after)).toBe(null);
      if (next !== null && next !== undefined) await store.endTurn(next);
      expect(await store.takeTurn(what, after)).not.toBe(null);
    });

    test("what is old goes, little by little, and work never", async () => {
      const old = { ...delivery("old"), receivedAt: NOW - 2 };
      await store.receive(old, [mark(1, { readyAt: NOW - 2 })]);
      await store.receive({ ...old, guid: "older", receivedAt: NOW - 3 }, []);
      await store.receive(delivery("new"), []);
      await store.record([entry("old", { at: NOW - 2 }), entry("new")]);
      await store.noteRedeliveries(["old"], NOW - 2);
      const lease = await claimOne();
      await store.done(lease, { now: NOW - 2, next: NOW - 2, memo: "m" });
      const older = { deliveries: NOW, history: NOW, memos: NOW, limit: 1 };
      expect(await store.prune(older)).toBe(4);
      expect(await store.unjournalled(["old", "older", "new"])).toEqual(["older"]);
      expect(await store.prune(older)).toBe(1);
      expect(await store.prune(older)).toBe(0);
      expect(await store.unjournalled(["old", "older", "new"])).toEqual(["old", "older"]);
      expect((await store.history({ ...pull(1), limit: 9 })).map(({ id }) => id)).toEqual(["new"]);
      expect(await claimOne()).toMatchObject({ subject: "pull/1", memo: null });
    });

    test("counts say what there is", async () => {
      expect(await store.counts(NOW)).toEqual({
        ready: 0,
        running: 0,
        waiting: 0,
        failing: 0,
        oldestReadyAt: null,
        pausedInstallations: 0,
      });
      await store.mark([mark(1), mark(2), mark(3), mark(4, { readyAt: NOW - 5 })], NOW);
      await store.mark([mark(5, { readyAt: NOW + 1 })], NOW);
      await claimOne();
      await store.release(await claimOne(), { at: NOW + MINUTE, error: "502" });
      expect(await store.counts(NOW)).toMatchObject({
        ready: 2,
        running: 1,
        waiting: 2,
        failing: 1,
        oldestReadyAt: NOW,
      });
    });
  });

  test("what was said is there after it was opened again", async () => {
    await store.receive(delivery("one"), [mark(1)]);
    await store.setPosition("sweep", "here");
    await store.close();
    store = await openStore(place);
    expect(await store.receive(delivery("one"), [mark(1)])).toBe("known");
    expect(await store.position("sweep")).toBe("here");
    expect(subjects(await claim())).toEqual(["pull/1"]);
  });

  test("who listens is told of work, until it has heard enough", async () => {
    const heard: string[] = [];
    const told = new Promise<void>((resolve) => {
      const stop = store.listen((news) => {
        heard.push(news);
        stop();
        resolve();
      });
    });
    await store.mark([mark(1)], NOW);
    await told;
    expect(heard).toEqual(["work"]);
  });

  test("a closed store says so, and ends what was begun", async () => {
    const begun = store.mark([mark(1)], NOW);
    await store.close();
    await expect(begun).resolves.toBeUndefined();
    await expect(store.check()).rejects.toMatchObject({ code: "store-closed" });
    store = await openStore(place);
    await store.check();
    expect(await claim()).toHaveLength(1);
  });
});
