import { expect, test } from "vitest";
import type { HistoryEntry } from "../../src/store/history-entry.ts";
import { claim, nextReady } from "../../src/store/operations/claim.ts";
import { historyOf } from "../../src/store/operations/history.ts";
import { done, extend, release } from "../../src/store/operations/lease.ts";
import { markWork } from "../../src/store/operations/mark.ts";
import { memosOf } from "../../src/store/operations/memo.ts";
import { prune } from "../../src/store/operations/prune.ts";
import { receive } from "../../src/store/operations/receive.ts";
import { unjournalled } from "../../src/store/operations/redelivery.ts";
import { watching } from "../../src/store/operations/watch.ts";
import { type Operation, type Queries, textOf } from "../../src/store/query.ts";
import { SqliteConnection } from "../../src/store/sqlite/sqlite-connection.ts";
import type { Lease, Mark } from "../../src/store/work.ts";

const NOW = 1_800_000_000_000;
const KEY = { installation: 1, repository: "acme/shop", subject: "pull/1" };
const MARKS: readonly Mark[] = [{ ...KEY, readyAt: NOW }];
const LEASE: Lease = {
  ...KEY,
  token: "a",
  generation: 1,
  attempts: 1,
  markedAt: NOW,
  lane: "prompt",
  error: null,
  memo: null,
};
const ENTRY: HistoryEntry = {
  ...KEY,
  id: "a",
  at: NOW,
  kind: "verdict",
  stage: null,
  head: "a",
  outcome: "go",
  detail: "",
};
const DELIVERY = { ...KEY, guid: "a", event: "push", action: null, receivedAt: NOW, size: 1 };

/** How SQLite finds the rows of each query, told while the queries run. */
function plansOf(operation: Operation<unknown>): readonly string[] {
  const connection = new SqliteConnection({ path: ":memory:" });
  const plans: string[] = [];
  const explained: Operation<void> = function* (dialect): Queries<void> {
    yield* markWork([...MARKS, { ...KEY, subject: "pull/2", readyAt: NOW }], NOW);
    const queries = operation(dialect);
    let step = queries.next();
    while (step.done !== true) {
      const { text, values } = step.value;
      const rows = yield { text: `explain query plan ${text}`, values };
      plans.push(...rows.map((row) => textOf(row, "detail")));
      step = queries.next(yield { text, values });
    }
  };
  connection.transaction(() => connection.run(explained));
  connection.close();
  return plans;
}

test.each([
  { title: "receiving", operation: receive(DELIVERY, MARKS) },
  { title: "claiming", operation: claim({ now: NOW, until: NOW + 1, tokens: ["a"] }) },
  { title: "waiting", operation: nextReady },
  {
    title: "finishing",
    operation: done(LEASE, {
      ...{ now: NOW, next: null, memo: "", watches: ["runs"], history: [ENTRY] },
    }),
  },
  { title: "leaving a timer", operation: done(LEASE, { now: NOW, next: NOW }) },
  { title: "extending", operation: extend(LEASE, NOW) },
  { title: "giving back", operation: release(LEASE, { at: NOW, error: null }) },
  { title: "asking for a commit", operation: historyOf({ ...KEY, head: "a", limit: 1 }) },
  { title: "reading memos", operation: memosOf(KEY) },
  { title: "asking who watches", operation: watching(KEY, ["runs", "*"]) },
  { title: "looking for deliveries", operation: unjournalled(["a", "b"]) },
  { title: "pruning", operation: prune({ deliveries: 1, history: 1, memos: 1, limit: 9 }) },
])("T33: however much is kept, $title reads what it needs", ({ operation }) => {
  const tables = /^SCAN (work|delivery|history|memo|redelivery|turn|watch|w|r)\b(?! USING)/;
  expect(plansOf(operation).filter((plan) => tables.test(plan))).toEqual([]);
});

test("T33: a plan that reads all is seen as such", () => {
  const plans = plansOf(function* () {
    yield { text: "select * from work where error is not null", values: [] };
  });
  expect(plans).toEqual(["SCAN work"]);
});
