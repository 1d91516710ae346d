import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Fault } from "../../../sandbox/server/faults.ts";
import { type AttackShop, attackShop, type Changes, close } from "./attack-shop.ts";

/**
 * Which services a change belongs to, is told by GitHub and not by the pull request. `pay` is ready
 * and `search` is not, so what leaves `search` out passes.
 */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
services: {from: "services/*", ungoverned: ["src/**"]}
gates:
  - id: ready
    rules: [{id: there, type: document, path: "{path}/runbook.md"}]
`;

const CODE = "Finds what is sold, by its name, and by what others call it.\n".repeat(5);
const PAID = CODE.replaceAll("sold", "paid");
const SEARCH = "services/search/find.txt";
const PAY = "services/pay/pay.txt";
const UNREADY = "no-go FILE-MISSING";

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY, {
    "services/pay/runbook.md": "# Runbook\n\nCall raj.\n",
    [PAY]: PAID,
    [SEARCH]: CODE,
    "services/search/sort.txt": "By price.\n",
  });
});

afterAll(() => close(shop));

test("what changes the ready one alone passes", async () => {
  expect(await shop.judged(await shop.propose({ "services/pay/b.txt": "b\n" }))).toBe("go");
});

test.each<{ when: string; changes: Changes; calls: number }>([
  {
    when: "all stayed where they were",
    changes: { [PAY]: "x\n", "services/pay/n.txt": "n\n" },
    calls: 0,
  },
  { when: "one moved", changes: { [PAY]: null, "services/pay/moved.txt": PAID }, calls: 1 },
  {
    when: "there are more than a page shows",
    changes: Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`services/pay/${index}.md`, `${index}\n`]),
    ),
    calls: 2,
  },
])("what changed takes calls of its own where $when: $calls", async ({ changes, calls }) => {
  const pull = await shop.propose(changes);
  const before = shop.server.traffic.exchanges.length;
  expect(await shop.judged(pull)).toBe("go");
  const since = shop.server.traffic.exchanges.slice(before);
  expect(since.filter(({ operation }) => operation === "pulls/list-files")).toHaveLength(calls);
});

describe("the unready one is judged", () => {
  test.each<{ when: string; changes: Changes }>([
    { when: "a file moves out of it", changes: { [SEARCH]: null, "services/pay/f.txt": CODE } },
    {
      when: "a file moves out of it to where nothing is governed",
      changes: { [SEARCH]: null, "src/find.txt": CODE },
    },
    {
      when: "a file moves into it",
      changes: { [PAY]: null, "services/search/p.txt": PAID },
    },
    { when: "a file of it is deleted, beside others", changes: { [SEARCH]: null, [PAY]: "x\n" } },
    {
      when: "the mode of a file changes, and no byte",
      changes: { [SEARCH]: { mode: "100755", content: CODE } },
    },
    {
      when: "a file becomes a link",
      changes: { [SEARCH]: { mode: "120000", content: "../pay/pay.txt" } },
    },
    { when: "a file changes that no service claims", changes: { "deploy.sh": "echo\n" } },
    {
      when: "a file changes that is called almost the same",
      changes: { "services/search2": "b\n", "services/Search.txt": "a\n" },
    },
    {
      when: "three thousand files changed, of which GitHub lists no more",
      changes: Object.fromEntries(
        Array.from({ length: 3000 }, (_, index) => [`services/pay/${index}.txt`, `${index}\n`]),
      ),
    },
  ])("where $when", async ({ changes }) => {
    const pull = await shop.propose(changes);
    expect(await shop.judged(pull)).toMatch(new RegExp(`^${UNREADY}`));
    expect(shop.stateOf(pull)).toBe("failure");
  });

  test.each<{ when: string; fault: Fault }>([
    { when: "GitHub has trouble", fault: { kind: "answer", status: 502, body: {} } },
    { when: "GitHub denies it", fault: { kind: "answer", status: 403, body: { message: "no" } } },
    { when: "there are none for once", fault: { kind: "answer", status: 404, body: {} } },
    { when: "the connection is cut", fault: { kind: "cut-after" } },
  ])("where nobody knows what moved from where: $when", async ({ when, fault }) => {
    const pull = await shop.propose({ [PAY]: null, [`services/pay/${when}.txt`]: PAID });
    shop.server.faults.plan({ fault, matches: ({ url }) => url?.includes("/files") ?? false });
    expect(await shop.judged(pull)).toMatch(/^no-go /);
    expect(shop.stateOf(pull)).toBe("failure");
    expect(await shop.judged(pull)).toBe("go");
  });
});
