import { Agent, get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listening, serve } from "../../../src/app/web/http-server.ts";

const INNER = "the disk /var/lib is full";

let listening: Listening;

beforeAll(async () => {
  listening = await serve(
    {
      "/throws": () => {
        throw new Error(INNER);
      },
      "/rejects": () => Promise.reject(new Error(INNER)),
      "/no-error": () => Promise.reject({ status: 418, message: INNER }),
      "/fine": (_, response) => void response.end("fine"),
      "/begins": async (_, response) => {
        response.writeHead(200, { "content-type": "text/plain" });
        response.write("half ");
        throw new Error(INNER);
      },
    },
    { host: "127.0.0.1", port: 0 },
  );
});

afterAll(() => listening.stop());

describe("T19: where a handler", () => {
  test.each([
    { what: "throws", path: "/throws", is: { status: 500, text: "" } },
    { what: "throws later", path: "/rejects", is: { status: 500, text: "" } },
    { what: "throws what is no error", path: "/no-error", is: { status: 500, text: "" } },
    { what: "throws in its answer", path: "/begins", is: { status: 200, text: "half " } },
  ])("$what, the answer has no inner text", async ({ path, is }) => {
    const answer = await fetch(`${listening.address}${path}`);
    const text = await answer.text();
    expect({ status: answer.status, text }).toEqual(is);
    expect(JSON.stringify([...answer.headers])).not.toContain("disk");
  });
});

test("a connection is kept for longer than a proxy keeps it, which closes it when nothing is on its way", async () => {
  const answer = await new Promise<IncomingMessage>((resolve) => {
    get(`${listening.address}/fine`, { agent: new Agent({ keepAlive: true }) }, resolve);
  });
  answer.resume();
  expect(answer.headers["keep-alive"]).toBe("timeout=150");
  answer.socket.destroy();
});

test.each(["/", "/nothing", "/__proto__", "/constructor", "/throws/", "/%74hrows"])(
  "at %s there is nothing",
  async (path) => {
    const answer = await fetch(`${listening.address}${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("There is nothing here.\n");
  },
);
