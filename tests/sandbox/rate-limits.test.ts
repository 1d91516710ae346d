import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { secondaryLimit } from "../../sandbox/server/faults.ts";
import {
  client,
  inShop,
  query,
  type Started,
  startSandbox,
  stopBlameless,
} from "./start-sandbox.ts";

let sandbox: Started;
let token: string;
let ask: ReturnType<typeof client>;
const REPO = "/repos/acme/shop";
const HOUR = 3_600_000;

beforeEach(async () => {
  sandbox = await startSandbox();
  token = sandbox.world.workflowToken("acme/shop", { contents: "read" }, 9 * HOUR);
  ask = client(sandbox.server, token);
});

afterEach(() => stopBlameless(sandbox));

const LIMITS = ["limit", "remaining", "used", "reset", "resource"] as const;

function limitsIn(headers: Headers): Record<string, string | null> {
  return Object.fromEntries(LIMITS.map((name) => [name, headers.get(`x-ratelimit-${name}`)]));
}

test.each([
  { who: "a workflow", token: () => token, limit: "1000" },
  { who: "a person", token: () => sandbox.world.userToken("ana"), limit: "5000" },
  {
    who: "an app",
    token: () => {
      const { world } = sandbox;
      const granted = { repositories: ["acme/shop"], permissions: {} };
      return world.appToken(world.addApp("gates"), granted);
    },
    limit: "5000",
  },
  { who: "nobody", token: () => null, limit: "60" },
])("$who has $limit requests an hour, and every answer says how many are left", async (row) => {
  const { headers } = await client(sandbox.server, row.token())(`GET ${REPO}`);
  const left = String(Number(row.limit) - 1);
  expect(limitsIn(headers)).toMatchObject({ limit: row.limit, remaining: left, used: "1" });
});

describe("when they are used up", () => {
  beforeEach(() => sandbox.server.limits.set(token, 2));

  test("REST is refused until the hour is over", async () => {
    const answers = [];
    for (let index = 0; index < 4; index += 1) answers.push(await ask(`GET ${REPO}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403]);
    const { headers, body } = answers[2] ?? { headers: new Headers(), body: {} };
    expect(body.message).toMatch(/^API rate limit exceeded for installation/);
    expect(headers.get("retry-after")).toBeNull();
    const { reset, ...rest } = limitsIn(headers);
    expect(rest).toEqual({ limit: "2", remaining: "0", used: "2", resource: "core" });
    sandbox.world.now = Number(reset) * 1000 + 1;
    expect((await ask(`GET ${REPO}`)).status).toBe(200);
  });

  test("GraphQL says it with the status 200, and without data", async () => {
    const text = inShop("name").replace(/^query \{/, "query { rateLimit { limit remaining }");
    const answers = [];
    for (let index = 0; index < 3; index += 1) {
      answers.push(await query(sandbox, text, {}, token));
    }
    expect(answers[1]?.data.rateLimit).toEqual({ limit: 2, remaining: 0 });
    expect(answers[2]).toMatchObject({ status: 200, errors: [{ type: "RATE_LIMITED" }] });
    expect(answers[2]?.data).toBeUndefined();
    // It is counted apart.
    expect((await ask(`GET ${REPO}`)).status).toBe(200);
  });

  test("others go on", async () => {
    for (let index = 0; index < 3; index += 1) await ask(`GET ${REPO}`);
    const { world, server } = sandbox;
    const again = client(server, world.workflowToken("acme/shop", {}));
    expect((await again(`GET ${REPO}`)).status, "a token of the same repository").toBe(403);
    const ana = client(server, world.userToken("ana"));
    expect((await ana(`GET ${REPO}`)).status).toBe(200);
  });

  test("asking how many are left is free", async () => {
    for (let index = 0; index < 3; index += 1) await ask("GET /rate_limit");
    const { status, body } = await ask("GET /rate_limit");
    expect([status, body.resources.core.remaining]).toEqual([200, 2]);
  });
});

describe("a secondary limit", () => {
  test.each([
    { seconds: 7, header: "7" },
    { seconds: null, header: null },
  ])("says to wait $seconds seconds, with requests left", async ({ seconds, header }) => {
    sandbox.server.faults.plan({ fault: secondaryLimit(seconds) });
    const { status, headers, body } = await ask(`GET ${REPO}`);
    expect([status, headers.get("retry-after")]).toEqual([403, header]);
    expect(Number(headers.get("x-ratelimit-remaining"))).toBeGreaterThan(0);
    expect(body.message).toMatch(/secondary rate limit/);
    expect((await ask(`GET ${REPO}`)).status).toBe(200);
  });
});

test("answers carry the time of this GitHub", async () => {
  const { headers } = await ask(`GET ${REPO}`);
  expect(Date.parse(headers.get("date") ?? "")).toBe(Math.floor(sandbox.world.now / 1000) * 1000);
});
