import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failureOf } from "../../src/github/failure.ts";
import { openClient } from "../../src/github/open-client.ts";
import { ServerClock } from "../../src/github/server-clock.ts";
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
    new ServerClock(Date.now),
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

describe("an answer that broke off is none", () => {
  const json = { "content-type": "application/json" };
  const BROKEN: readonly { readonly name: string; readonly answer: () => Response }[] = [
    { name: "before its first character", answer: () => new Response("", { headers: json }) },
    { name: "in its middle", answer: () => new Response('[{"filename"', { headers: json }) },
    { name: "and is of another kind", answer: () => new Response("<html></html>") },
    {
      name: "with the connection",
      answer: () =>
        new Response(new ReadableStream({ start: (to) => to.error(new Error("reset")) }), {
          headers: json,
        }),
    },
  ];
  const files = { ...shop, pull_number: 1 };
  const FILES = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";

  test.each(BROKEN)("$name", async ({ answer }) => {
    const sent: string[] = [];
    const broken = client(async (url) => {
      sent.push(String(url));
      return answer();
    });
    const reading = broken.request(FILES, files).catch((thrown: unknown) => failureOf(thrown));
    expect(await reading).toMatchObject({ reason: "unreadable" });
    expect(sent).toHaveLength(2);
    const asking = broken.graphql("query { viewer { login } }").catch(failureOf);
    expect(await asking).toMatchObject({ reason: "unreadable" });
  });

  test("and asked for once more it may be whole", async () => {
    const answers = [new Response("", { headers: json }), Response.json([{ filename: "a" }])];
    const { data } = await client(async () => answers.shift() ?? Response.error()).request(
      FILES,
      files,
    );
    expect(data).toEqual([{ filename: "a" }]);
  });

  test("but where there is nothing to say, nothing broke off", async () => {
    const silent = client(async () => new Response(null, { status: 204 }));
    const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
    expect((await silent.request(route, { ...shop, comment_id: 1 })).status).toBe(204);
  });
});

describe("a request that takes too long", () => {
  const late = client.bind(null, (_, init) => {
    const error = new DOMException("The operation timed out", "TimeoutError");
    expect(init?.signal).toBeInstanceOf(AbortSignal);
    return Promise.reject(error);
  });

  test("is given up on, and not sent again", async () => {
    const asked = late().request("GET /repos/{owner}/{repo}", shop).catch(failureOf);
    expect(await asked).toMatchObject({ reason: "timed-out" });
  });
});
