import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Fault, PlannedFault } from "../../../sandbox/server/faults.ts";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import {
  BOT,
  MINUTE,
  RUNBOOK,
  status,
  type TroubledShop,
  troubledShop,
  verdictsIn,
  WITH_RUNBOOK,
} from "./troubled-shop.ts";

let shop: TroubledShop;
let ready: PullRequest;

beforeAll(async () => {
  // Longer than the sandbox takes, and short enough to wait for.
  shop = await troubledShop(WITH_RUNBOOK, { patience: 3_000 });
  ready = await shop.promotion("ready", RUNBOOK);
  await shop.service.settled(0);
});

afterAll(() => shop.end());

afterEach(() => shop.server.faults.clear());

type Matches = NonNullable<PlannedFault["matches"]>;

const request =
  (method: string, what: RegExp): Matches =>
  (one) =>
    one.method === method && what.test(one.url ?? "");

const CREATED: readonly { readonly what: string; readonly matches: Matches }[] = [
  { what: "a check run", matches: request("POST", /\/check-runs$/) },
  { what: "a comment", matches: request("POST", /\/comments$/) },
  { what: "an issue", matches: request("POST", /\/issues$/) },
];

const DONE: readonly { readonly how: string; readonly fault: Fault }[] = [
  { how: "502", fault: status(502, { isDone: true }) },
  { how: "half of it", fault: { kind: "half", ends: "broken" } },
];

describe("T35: GitHub makes", () => {
  const rows = CREATED.flatMap((one) => DONE.map((done) => ({ ...one, ...done })));

  test.each(rows)("$what and answers with $how: there is one of it", async (row) => {
    const { service } = shop;
    shop.withoutIssues();
    shop.fail(row.fault, { matches: row.matches });
    const pull = await shop.promotion(`${row.what} ${row.how}`.replaceAll(" ", "-"));
    await service.pass(3 * MINUTE);
    expect(await shop.settledRight(pull)).toBe("no-go");
    expect(shop.runs(pull.headSha)).toHaveLength(1);
    expect(shop.issues()).toHaveLength(1);
    expect(pull.comments).toMatchObject([{ author: BOT }]);
    pull.state = "closed";
  });
});

describe("T36: of what is read comes", () => {
  const QUERY = request("POST", /\/graphql$/);
  const ACCESS = request("GET", /\/raj\/permission$/);

  test.each<{ what: string; fault: Fault; matches: Matches; says: RegExp }>([
    {
      ...{ what: "no answer to the query", fault: { kind: "hang" }, matches: QUERY },
      says: /GitHub took too long to answer/,
    },
    {
      ...{ what: "half of the query's answer", fault: { kind: "half", ends: "broken" } },
      ...{ matches: QUERY, says: /the connection to GitHub failed|GitHub's answer broke off/ },
    },
    {
      ...{ what: "a query's answer that ends early", fault: { kind: "half", ends: "whole" } },
      ...{ matches: QUERY, says: /GitHub's answer broke off/ },
    },
    {
      ...{ what: "a page of HTML", fault: status(200, { body: "<html>" }) },
      ...{ matches: QUERY, says: /GitHub's answer broke off/ },
    },
    {
      ...{ what: "half of whether raj may approve", fault: { kind: "half", ends: "whole" } },
      ...{ matches: ACCESS, says: /GitHub's answer broke off/ },
    },
  ])("$what: the pass is taken back, and comes again", async ({ fault, matches, says }) => {
    const { service, server } = shop;
    shop.approve(ready);
    await service.settled(0);
    expect(shop.conclusion(ready)).toBe("success");
    const since = server.traffic.exchanges.length;
    // What breaks off is asked for again at once.
    shop.fail(fault, { matches, times: fault.kind === "hang" ? 1 : 2 });
    // Something happens that changes nothing.
    shop.approve(ready);
    await service.settled(0);
    const [first] = verdictsIn(server.traffic.exchanges.slice(since));
    expect(first).toMatchObject({ conclusion: "failure" });
    expect(`${first?.output.summary}\n${first?.output.text}`).toMatch(says);
    await service.pass(2 * MINUTE);
    expect(await shop.settledRight(ready)).toBe("go");
  });
});
