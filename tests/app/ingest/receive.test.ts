import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Answered, receiver } from "../../../src/app/ingest/receive.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";

const SECRET = "the newer secret";
const OLD_SECRET = "the older secret";
const NOW = Date.parse("2026-10-01T12:00:00Z");
const EVENT = {
  action: "synchronize",
  installation: { id: 5 },
  repository: { full_name: "acme/shop" },
  pull_request: { number: 12 },
};

let folder: string;
let store: Store;
let server: Server;
let answered: Answered[];
let isBroken: boolean;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "receive-"));
  store = await openStore({ place: join(folder, "store.db") });
  answered = [];
  isBroken = false;
  const receive = receiver({
    store: {
      receive: async (delivery, marks) => {
        if (isBroken) throw new Error("the disk is full");
        return store.receive(delivery, marks);
      },
    },
    secrets: [SECRET, OLD_SECRET],
    app: 1,
    debounce: 1_000,
    now: () => NOW,
    told: (one) => answered.push(one),
  });
  server = createServer((asked, answer) => void receive(asked, answer));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const port = () => (server.address() as AddressInfo).port;

function sign(body: string | Buffer, secret = SECRET): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

interface Posted {
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly method?: string;
}

/** As GitHub posts it, with what is told changed; `undefined` leaves a header out. */
async function post({ body = JSON.stringify(EVENT), headers = {}, method }: Posted = {}) {
  const all = {
    "content-type": "application/json",
    "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    "x-github-event": "pull_request",
    "x-hub-signature-256": sign(body),
    ...headers,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  const response = await fetch(`http://127.0.0.1:${port()}/`, {
    method: method ?? "POST",
    headers: Object.fromEntries(given) as Record<string, string>,
    ...(method === "GET" ? {} : { body }),
  });
  return { status: response.status, text: await response.text() };
}

async function subjects(): Promise<readonly string[]> {
  const time = { now: NOW + 3_600_000, until: NOW + 3_600_001, limit: 100 };
  return (await store.claim(time)).map(({ subject }) => subject).sort();
}

describe("a delivery that GitHub signed", () => {
  test("is answered once it is kept, and what it touches marked", async () => {
    expect(await post()).toEqual({ status: 202, text: "" });
    expect(await subjects()).toEqual(["pull/12", "watched/issue/12"]);
    expect(await store.unjournalled(["72d3162e-cc78-11e3-81ab-4c9367dc0958"])).toEqual([]);
  });

  test("T1, T2: brought twice is looked at once", async () => {
    await post();
    expect(await subjects()).toHaveLength(2);
    expect(await post()).toMatchObject({ status: 202 });
    const counts = await store.counts(NOW + 3_600_000);
    expect(counts).toMatchObject({ ready: 0, waiting: 0 });
  });

  test("T10: with the secret that is being replaced is one, with that of long ago is none", async () => {
    const body = JSON.stringify(EVENT);
    const signed = (secret: string) => ({ "x-hub-signature-256": sign(body, secret) });
    expect(await post({ headers: signed(OLD_SECRET) })).toMatchObject({ status: 202 });
    expect(await post({ headers: signed("development") })).toMatchObject({ status: 401 });
  });

  test.each([
    { name: "an event nobody knows", headers: { "x-github-event": "quantum_leap" }, body: "{}" },
    { name: "null", body: "null" },
    { name: "a list", body: "[]" },
    { name: "a number", body: "7" },
    { name: "without an installation", body: JSON.stringify({ ...EVENT, installation: null }) },
    { name: "without a repository", body: JSON.stringify({ ...EVENT, repository: undefined }) },
    { name: "with an action nobody knows", body: JSON.stringify({ ...EVENT, action: {} }) },
  ])("T13, T14: $name is kept, and breaks nothing", async ({ body, headers = {} }) => {
    expect(await post({ body, headers })).toMatchObject({ status: 202 });
  });

  test("T19: is brought again where it could not be kept, and nobody outside reads why", async () => {
    isBroken = true;
    const { status, text } = await post();
    expect(status).toBe(503);
    expect(text).not.toContain("disk");
    expect(answered).toMatchObject([{ status: 503, event: "pull_request" }]);
    expect(String(answered[0]?.error)).toContain("the disk is full");
    isBroken = false;
    expect(await post()).toMatchObject({ status: 202 });
  });
});

const BODY = JSON.stringify(EVENT);

describe("what GitHub did not send is refused, and leaves nothing behind", () => {
  test.each([
    { name: "T9: a wrong signature", signature: sign(`${BODY} `) },
    { name: "T11: no signature", signature: undefined },
    { name: "T11: one cut short", signature: sign(BODY).slice(0, -1) },
    { name: "T11: one in upper case", signature: sign(BODY).toUpperCase() },
    { name: "T11: the digits alone", signature: sign(BODY).slice("sha256=".length) },
    { name: "T11: two", signature: `${sign(BODY)}, ${sign(BODY)}` },
  ])("$name", async ({ signature }) => {
    const { status } = await post({ headers: { "x-hub-signature-256": signature } });
    expect(status).toBe(401);
    expect(await subjects()).toEqual([]);
  });

  test("T11: SHA-1 alone", async () => {
    const old = `sha1=${createHmac("sha1", SECRET).update(BODY).digest("hex")}`;
    const headers = { "x-hub-signature": old, "x-hub-signature-256": undefined };
    expect(await post({ headers })).toMatchObject({ status: 401 });
  });

  test.each([
    { name: "T13: no JSON", posted: { body: "{" }, is: 400 },
    { name: "T15: a form", posted: { headers: { "content-type": "text/x-form" } }, is: 415 },
    { name: "no name", posted: { headers: { "x-github-delivery": undefined } }, is: 400 },
    { name: "no event", posted: { headers: { "x-github-event": "a/b" } }, is: 400 },
    { name: "a visit", posted: { method: "GET" }, is: 405 },
  ])("$name", async ({ posted, is }) => {
    expect(await post(posted)).toMatchObject({ status: is });
    expect(await subjects()).toEqual([]);
  });
});

describe("T12: a body", () => {
  const MB = 1024 * 1024;

  test("of more than 25 MB is refused before it is read", async () => {
    const headers = { "content-length": String(26 * MB) };
    const asked = request({ port: port(), method: "POST", headers });
    asked.on("error", () => undefined).flushHeaders();
    const [response] = await once(asked, "response");
    expect(response.statusCode).toBe(413);
    asked.destroy();
  });

  test("that does not say how long it is is cut off at 25 MB", async () => {
    const headers = { "transfer-encoding": "chunked" };
    const asked = request({ port: port(), method: "POST", headers });
    // Whoever goes on sending may find the connection closed before the answer.
    const ended = new Promise((resolve) => asked.on("error", resolve).on("response", resolve));
    const chunk = Buffer.alloc(MB);
    let sent = 0;
    while (sent < 64 && answered.length === 0) {
      sent += 1;
      if (!asked.write(chunk)) await Promise.race([once(asked, "drain").catch(() => 0), ended]);
      await turn();
    }
    await ended;
    expect(answered).toMatchObject([{ status: 413 }]);
    expect(sent).toBeLessThan(64);
    asked.destroy();
  });

  test("that breaks off leaves nothing behind", async () => {
    const socket = connect(port(), "127.0.0.1");
    await once(socket, "connect");
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"half":`);
    await turn();
    socket.destroy();
    expect(await post()).toMatchObject({ status: 202 });
    expect(await subjects()).toEqual(["pull/12", "watched/issue/12"]);
  });
});
