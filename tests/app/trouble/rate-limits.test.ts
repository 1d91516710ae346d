import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Fault, secondaryLimit } from "../../../sandbox/server/faults.ts";
import { installApp } from "../../../sandbox/world/apps.ts";
import type { HostedRepository } from "../../../sandbox/world/hosted-repository.ts";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { openPull } from "../../../sandbox/world/pull-requests.ts";
import { CONTEXT } from "../../promotion/promote-shop.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { SIGNED_OFF, status, type TroubledShop, troubledShop } from "./troubled-shop.ts";

let shop: TroubledShop;
let pull: PullRequest;
/** Of another organization, where the app is installed as well. */
let elsewhere: HostedRepository;
let opened = 0;

beforeAll(async () => {
  shop = await troubledShop();
  const { world, service } = shop;
  elsewhere = await world.addRepository("globex/site");
  elsewhere.collaborators.set("ana", "write");
  const first = await elsewhere.commit("production", {
    ...{ changes: { ".github/stage-gates.yml": SIGNED_OFF }, message: "Begin", author: AUTHOR },
  });
  await elsewhere.git.setRef("refs/heads/main", first);
  const app = world.app(service.settings.app);
  if (app === null) throw new Error("the app is not registered");
  installApp(world, app, { account: "globex", by: "raj" });
  pull = await shop.promotion("one");
  await service.settled(0);
});

afterEach(() => shop.server.faults.clear());

afterAll(() => shop.end());

/** Opens a promotion in the other organization, and waits for its verdict. */
async function judgedElsewhere(): Promise<string | null | undefined> {
  opened += 1;
  const head = `next-${opened}`;
  await elsewhere.git.setRef(`refs/heads/${head}`, (await elsewhere.git.branch("main")) ?? "");
  const changes = { [`${head}.txt`]: "x" };
  await elsewhere.commit(head, { changes, message: head, author: AUTHOR });
  const said = { author: "ana", title: head, body: null, base: "production", head };
  const { headSha } = await openPull(shop.world, elsewhere, said);
  await shop.service.settled(0);
  return elsewhere.runsOf(headSha).findLast(({ name }) => name === CONTEXT)?.conclusion;
}

/** What was asked about the organization that has to wait. */
function askedOfShop(since: number) {
  return shop.server.traffic.exchanges
    .slice(since)
    .filter(({ path, sent }) => /acme/.test(`${path} ${JSON.stringify(sent)}`));
}

const MINUTE = 60;
const limited = { data: null, errors: [{ type: "RATE_LIMITED", message: "limit" }] };

interface Row {
  readonly what: string;
  readonly fault: (now: number) => Fault;
  /** Seconds that have to be waited. */
  readonly wait: number;
}

const QUERIES: readonly Row[] = [
  {
    what: "T37: the primary limit, until it is lifted",
    fault: (now) =>
      status(403, {
        body: { message: "API rate limit exceeded for installation" },
        headers: {
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": String(Math.ceil(now / 1000) + 9 * MINUTE),
        },
      }),
    wait: 9 * MINUTE,
  },
  {
    what: "T37: 429, as long as it asks to",
    fault: () => status(429, { headers: { "retry-after": "90" } }),
    wait: 90,
  },
  { what: "T37: 429 without a word, a minute", fault: () => status(429), wait: MINUTE },
  {
    what: "T37: a secondary limit, as long as it asks to",
    fault: () => secondaryLimit(150),
    wait: 150,
  },
  {
    what: "T37: a secondary limit without a word, a minute",
    fault: () => secondaryLimit(null),
    wait: MINUTE,
  },
  {
    what: "T39: a limit of GraphQL's under 200, a minute where it does not say",
    fault: () => status(200, { body: limited }),
    wait: MINUTE,
  },
  {
    what: "T39: the same with a time, until then",
    fault: (now) =>
      status(200, {
        body: limited,
        headers: {
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": String(Math.ceil(now / 1000) + 5 * MINUTE),
        },
      }),
    wait: 5 * MINUTE,
  },
];

describe("an installation that meets", () => {
  test.each(QUERIES)("$what: it waits, others go on, and then it is made up for", async (row) => {
    const { service, server, world } = shop;
    shop.approve(pull);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("success");
    const [since, met] = [server.traffic.exchanges.length, world.now];
    shop.fail(row.fault(met));
    shop.dismiss(pull);
    await service.settled(0);
    expect(askedOfShop(since)).toHaveLength(1);
    expect(await judgedElsewhere()).toBe("failure");
    await service.pass(met + row.wait * 1000 - 5_000 - world.now);
    expect(askedOfShop(since)).toHaveLength(1);
    await service.pass(10_000);
    expect(await shop.settledRight(pull)).toBe("no-go");
    const warned = service.lines.filter((line) => /^(warn|error)/.test(line));
    expect(warned).toEqual([]);
  });

  test("T37: a limit at a write, stops at it and writes the rest later", async () => {
    const { service, server, world } = shop;
    const since = server.traffic.exchanges.length;
    const conclusion = shop.conclusion(pull);
    shop.fail(secondaryLimit(60), { matches: ({ url }) => url?.includes("/check-runs") === true });
    shop.approve(pull);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe(conclusion);
    expect(askedOfShop(since).at(-1)).toMatchObject({ status: 403 });
    await service.pass(70_000);
    expect(await shop.settledRight(pull)).toBe("go");
    expect(world.now).toBeGreaterThan(0);
  });
});

describe("T40", () => {
  test("a token that is taken back in the middle is replaced, and nobody notices", async () => {
    const { service, world } = shop;
    world.revokeAll(service.installation);
    shop.dismiss(pull);
    await service.settled(0);
    expect(await shop.settledRight(pull)).toBe("no-go");
    expect(service.lines.filter((line) => /could not/.test(line))).toEqual([]);
  });

  test("one that is over by GitHub's clock is not begun with", async () => {
    const { service, server, world } = shop;
    world.now += 2 * 3_600_000;
    const since = server.traffic.exchanges.length;
    shop.approve(pull);
    await service.settled(0);
    expect(await shop.settledRight(pull)).toBe("go");
    const refused = server.traffic.exchanges.slice(since).filter((one) => one.status === 401);
    // What the app has signed by a clock that is behind; GitHub says so, and it signs anew.
    expect(refused.map(({ path }) => path)).toEqual([
      `/app/installations/${service.installation.id}/access_tokens`,
    ]);
  });
});
