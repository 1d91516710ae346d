import { randomUUID } from "node:crypto";
import type { HistoryEntry } from "./history-entry.ts";
import { claim, nextReady } from "./operations/claim.ts";
import { counts } from "./operations/counts.ts";
import { addHistory, historyOf } from "./operations/history.ts";
import { forget, pause } from "./operations/installation.ts";
import { done, extend, release } from "./operations/lease.ts";
import {
  checkKey,
  checkLimit,
  checkLong,
  checkMarks,
  checkName,
  checkUntil,
  checkWhole,
} from "./operations/limits.ts";
import { markWork } from "./operations/mark.ts";
import { memosOf } from "./operations/memo.ts";
import { positionOf, setPosition } from "./operations/position.ts";
import { prune } from "./operations/prune.ts";
import { receive } from "./operations/receive.ts";
import { noteRedeliveries, unjournalled } from "./operations/redelivery.ts";
import { endTurn, takeTurn } from "./operations/turn.ts";
import { watching } from "./operations/watch.ts";
import { type Driver, one } from "./query.ts";
import type { Store } from "./store.ts";
import type { Mark } from "./work.ts";

const MOST_LEASES = 100;

/** What the store does, over a database that has its tables. Everything that comes in is checked. */
export function storeOver(driver: Driver): Store {
  return {
    async receive(delivery, marks) {
      checkName("guid", delivery.guid);
      checkName("event", delivery.event);
      checkName("action", delivery.action ?? "");
      checkName("repository", delivery.repository ?? "");
      checkWhole("installation", delivery.installation ?? 0);
      checkWhole("receivedAt", delivery.receivedAt);
      checkWhole("size", delivery.size);
      checkEach(marks);
      return driver.run(receive(delivery, marks), "wakes");
    },
    async mark(marks, now) {
      checkWhole("now", now);
      checkEach(marks);
      return driver.run(() => markWork(marks, now), "wakes");
    },
    async claim({ now, until, limit }) {
      checkUntil(now, until);
      checkLimit(limit, MOST_LEASES);
      const tokens = Array.from({ length: limit }, () => randomUUID());
      return driver.run(claim({ now, until, tokens }));
    },
    async extend(lease, until) {
      checkWhole("until", until);
      return driver.run(extend(lease, until));
    },
    async done(lease, settled) {
      checkWhole("now", settled.now);
      checkWhole("next", settled.next ?? 0);
      checkLong("memo", settled.memo ?? "");
      checkNames("watches", settled.watches ?? []);
      checkEntries(settled.history ?? []);
      return driver.run(done(lease, settled));
    },
    async release(lease, returned) {
      checkWhole("at", returned.at);
      return driver.run(release(lease, returned), "wakes");
    },
    nextReady: async () => driver.run(nextReady),
    async pause(wanted) {
      checkWhole("installation", wanted.installation);
      checkWhole("until", wanted.until);
      return driver.run(pause(wanted), "wakes");
    },
    forget: async (scope) => driver.run(forget(scope)),
    memos: async (repository) => driver.run(memosOf(repository)),
    async watching(repository, keys) {
      checkNames("keys", keys);
      return driver.run(watching(repository, keys));
    },
    async record(entries) {
      checkEntries(entries);
      return driver.run(() => addHistory(entries));
    },
    async history(question) {
      checkLimit(question.limit);
      return driver.run(historyOf(question));
    },
    async unjournalled(deliveries) {
      checkNames("guid", deliveries);
      return driver.run(unjournalled(deliveries));
    },
    async noteRedeliveries(deliveries, now) {
      checkNames("guid", deliveries);
      return driver.run(noteRedeliveries(deliveries, now));
    },
    position: async (sweep) => driver.run(positionOf(sweep)),
    async setPosition(sweep, position) {
      checkName("sweep", sweep);
      checkLong("position", position);
      return driver.run(setPosition(sweep, position));
    },
    async takeTurn({ installation, repository, name }, time) {
      checkKey({ installation, repository, subject: name });
      checkUntil(time.now, time.until);
      return driver.run(takeTurn({ installation, repository, name, token: randomUUID() }, time));
    },
    endTurn: async (turn) => driver.run(endTurn(turn)),
    async prune(older) {
      checkLimit(older.limit, 100_000);
      return driver.run(prune(older));
    },
    counts: async (now) => driver.run(counts(now)),
    check: async () => void (await driver.run(one("select count(*) as answers from position"))),
    async backUp(copy) {
      await driver.backUp?.(copy);
      return driver.backUp !== undefined;
    },
    listen: (listener) => driver.listen(listener),
    close: async () => driver.close(),
  };
}

function checkEach(marks: readonly Mark[]): void {
  checkMarks(marks);
  for (const mark of marks) {
    checkKey(mark);
    checkWhole("readyAt", mark.readyAt);
  }
}

function checkNames(what: string, names: readonly string[]): void {
  if (names.length > 0) checkLimit(names.length);
  for (const name of names) checkName(what, name);
}

function checkEntries(entries: readonly HistoryEntry[]): void {
  for (const entry of entries) {
    checkKey(entry);
    checkWhole("at", entry.at);
    for (const name of ["id", "kind", "stage", "head", "outcome"] as const) {
      checkName(name, entry[name] ?? "");
    }
    checkLong("detail", entry.detail);
  }
}
