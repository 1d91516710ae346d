import { expect, test } from "vitest";
import { entryOf } from "../../../src/app/work/entry-of.ts";
import { openStore } from "../../../src/store/open-store.ts";

const NOW = 1_800_000_000_000;

test.each([
  { what: "is kept", gates: 3, detail: /"gate-2"/ },
  {
    what: "of thousands of gates is left out, and the look settled",
    gates: 5_000,
    detail: /^.{1,40}$/,
  },
])("what the history tells $what", async ({ gates, detail }) => {
  const store = await openStore({ place: ":memory:" });
  const key = { installation: 1, repository: "acme/shop", subject: "pull/7" };
  await store.mark([{ ...key, readyAt: NOW }], NOW);
  const [lease] = await store.claim({ now: NOW, until: NOW + 1_000, limit: 1 });
  if (lease === undefined) throw new Error("it is ready");
  const outcomes = Array.from({ length: gates }, (_, at) => ({
    id: `gate-${at}`,
    outcome: "passed",
  }));
  const entry = entryOf(lease, {
    ...{ at: NOW, kind: "verdict", stage: "production", head: null, outcome: "go" },
    detail: { gates: outcomes },
  });
  expect(await store.done(lease, { now: NOW, next: null, history: [entry] })).toBe("done");
  const [kept] = await store.history({ ...key, limit: 1 });
  expect(kept?.detail).toMatch(detail);
  await store.close();
});
