import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failureOf } from "../../src/github/failure.ts";
import { openClient } from "../../src/github/open-client.ts";
import { type Started, startSandbox } from "../sandbox/start-sandbox.ts";

let sandbox: Started;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  await sandbox.stop();
});

const client = (send?: typeof fetch) =>
  openClient(
    { api: sandbox.server.addresses.api, token: sandbox.world.userToken("ana") },
    ...(send === undefined ? [] : [send]),
  );

const shop = { owner: "acme", repo: "shop" };
const read = () => client().request("GET /repos/{owner}/{repo}", shop);
const write = () => client().request("POST /repos/{owner}/{repo}/issues", { ...shop, title: "x" });
const query = () => client().graphql("query { viewer { login } }");
const FAILS = { kind: "answer", status: 502 } as const;

describe("where GitHub fails", () => {
  test("what is read is asked for once more", async () => {
    sandbox.server.faults.plan({ fault: FAILS });
    expect((await read()).status).toBe(200);
    sandbox.server.faults.plan({ fault: FAILS });
    expect(await query()).toEqual({ viewer: { login: "ana" } });
  });

  test("but not for ever", async () => {
    sandbox.server.faults.plan({ fault: FAILS, times: 9 });
    await expect(read()).rejects.toMatchObject({ status: 502 });
    expect(sandbox.server.traffic.exchanges).toHaveLength(2);
  });

  test.each([{ fault: FAILS }, { fault: { kind: "cut-after" } as const }])(
    "what is written is never sent again: $fault.kind",
    async ({ fault }) => {
      sandbox.server.faults.plan({ fault, times: 9 });
      await expect(write()).rejects.toThrow();
      expect(sandbox.server.traffic.exchanges).toHaveLength(1);
    },
  );

  test("a used-up limit is told at once, not waited for", async () => {
    const headers = { "retry-after": "3600" };
    const fault = { kind: "answer", status: 429, headers } as const;
    sandbox.server.faults.plan({ fault, times: 9 });
    const error = await write().catch((thrown: unknown) => failureOf(thrown));
    expect(error).toMatchObject({ reason: "rate-limited" });
  });
});

test("every request is given up on after ten seconds", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const send: typeof fetch = (url, init) => {
    signals.push(init?.signal);
    return fetch(url, init);
  };
  await client(send).request("GET /repos/{owner}/{repo}", shop);
  expect(signals).toHaveLength(1);
  expect(signals[0]).toBeInstanceOf(AbortSignal);
});
