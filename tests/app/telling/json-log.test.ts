import { describe, expect, test } from "vitest";
import { concealer, secretsIn } from "../../../src/app/telling/conceal.ts";
import { jsonLog } from "../../../src/app/telling/json-log.ts";

const KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEplanted\nplanted\n-----END RSA PRIVATE KEY-----";
const ENV = {
  WEBHOOK_SECRET: "planted-new-secret, planted-old-secret",
  PRIVATE_KEY: KEY,
  DATABASE_URL: "postgres://gates:planted%2Fpass@db.acme.test:5432/gates",
};

function logging() {
  const lines: string[] = [];
  const conceal = concealer(secretsIn(ENV));
  const log = jsonLog({ level: "info", conceal }, { write: (line) => lines.push(line) });
  return { log, lines };
}

describe("a line of the log", () => {
  test("is one object of JSON, whatever is in it", () => {
    const { log, lines } = logging();
    log.warn("odd", { error: 'a\nb"\u2028\u0000', count: 2 });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.split("\n")).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      ...{ level: "warn", message: "odd", error: 'a\nb"\u2028\u0000', count: 2 },
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  test.each([
    { what: "the new secret", text: "planted-new-secret" },
    { what: "the old secret", text: "sha256 over planted-old-secret" },
    { what: "the key", text: KEY },
    { what: "the key on one line", text: KEY.replaceAll("\n", "\\n") },
    { what: "half of another key", text: "-----BEGIN PRIVATE KEY-----\nplanted" },
    { what: "the address of the database", text: `connect ${ENV.DATABASE_URL} failed` },
    { what: "its password", text: "planted%2Fpass" },
    { what: "its password as it is", text: "planted/pass" },
    { what: "another address", text: "GET https://ana:planted-9@ghe.acme.test/api/v3" },
    { what: "a token of an installation", text: "ghs_planted0123456789planted0123456789" },
    { what: "a token of a person", text: "github_pat_planted0123456789_planted" },
    { what: "a header", text: "authorization: bearer planted0123456789" },
    { what: "a signed token", text: "eyJhbGciOiJSUzI1NiJ9.eyJplanted0.planted-0_" },
    { what: "an address with a token", text: "https://api.test/x?a=b&access_token=planted123" },
    { what: "the code of a new app", text: "/setup?code=planted0123" },
  ])("never holds $what", ({ text }) => {
    const { log, lines } = logging();
    log.error(`said ${text}`, { error: text });
    log.forProbot.error(Object.assign(new Error(text), { request: { headers: { a: text } } }));
    log.forProbot.child({ name: "probot" }).warn({ nested: [text] }, "%s", text);
    expect(lines).toHaveLength(3);
    expect(lines.join("")).not.toMatch(/planted/);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  test("keeps what is no secret", () => {
    const { log, lines } = logging();
    const error = "connect ECONNREFUSED 127.0.0.1:5432 at https://api.github.com/repos/acme/shop";
    log.error("could not start", { error, repository: "acme/shop@main" });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ error, repository: "acme/shop@main" });
  });
});
