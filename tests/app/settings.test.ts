import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readSettings } from "../../src/app/settings.ts";

const KEY = pemOf({});
const LOCKED = pemOf({ cipher: "aes-256-cbc", passphrase: "x" });
const SECRET = "0123456789abcdef";
const ENV = { APP_ID: "12", PRIVATE_KEY: KEY, WEBHOOK_SECRET: SECRET };

function pemOf(format: { readonly cipher?: string; readonly passphrase?: string }): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return String(privateKey.export({ type: "pkcs8", format: "pem", ...format })).trim();
}

function problemsIn(env: Readonly<Record<string, string | undefined>>) {
  const read = readSettings(env);
  return read.state === "read"
    ? []
    : read.problems.map(({ name, problem }) => `${name} ${problem}`);
}

describe("settings", () => {
  test("have values of their own where there is nothing to say", () => {
    expect(readSettings({ ...ENV, PORT: "", DATABASE_URL: "" })).toMatchObject({
      state: "read",
      settings: {
        ...{ app: 12, privateKey: KEY, secrets: [SECRET], api: "https://api.github.com" },
        ...{ port: 3000, metricsHost: "127.0.0.1", store: "data/stage-gates.db" },
      },
    });
  });

  test.each([
    { what: "as it is", key: `${KEY}\n` },
    { what: "on one line", key: KEY.replaceAll("\n", "\\n") },
    { what: "in base64", key: Buffer.from(KEY).toString("base64") },
    { what: "with line ends of Windows", key: KEY.replaceAll("\n", "\r\n") },
    {
      what: "with these in base64",
      key: Buffer.from(KEY.replaceAll("\n", "\r\n")).toString("base64"),
    },
  ])("take the key $what", ({ key }) => {
    expect(readSettings({ ...ENV, PRIVATE_KEY: key })).toMatchObject({
      settings: { privateKey: KEY },
    });
  });

  test.each([
    { what: "none", secret: undefined, problem: "is missing" },
    { what: "nothing", secret: "", problem: "is missing" },
    { what: "a short one", secret: SECRET.slice(1), problem: "shorter than 16" },
    { what: "Probot's own", secret: "development", problem: "shorter than 16" },
    { what: "an empty second", secret: `${SECRET},`, problem: "shorter than 16" },
  ])("refuse $what as the secret of the webhook", ({ secret, problem }) => {
    expect(problemsIn({ ...ENV, WEBHOOK_SECRET: secret })).toEqual([
      expect.stringMatching(`^WEBHOOK_SECRET .*${problem}`),
    ]);
  });

  test.each([
    "https://api.github.com/",
    "https://api.acme.ghe.com",
    "https://github.acme.test/api/v3/",
    "http://127.0.0.1:4567",
  ])("take %s as a REST API", (api) => {
    expect(problemsIn({ ...ENV, GITHUB_API_URL: api })).toEqual([]);
  });

  test.each([
    { name: "APP_ID", values: ["0", "-1", "1.5", "twelve", "1e99"] },
    {
      name: "PRIVATE_KEY",
      values: [
        ...["key", KEY.replace("PRIVATE", "PUBLIC"), LOCKED],
        KEY.split("\n").toSpliced(2, 3).join("\n"),
      ],
    },
    {
      name: "GITHUB_API_URL",
      values: [
        ...["api.github.com", "file:///etc/passwd", "https://a:b@c"],
        ...["https://github.com", "https://github.acme.test/", "https://github.acme.test:8443"],
      ],
    },
    { name: "PORT", values: ["-1", "65536", "http", "3000.5"] },
    { name: "DATABASE_URL", values: ["mysql://a/b", "localhost"] },
    { name: "SWEEP_MINUTES", values: ["0", "1441"] },
    { name: "LOG_LEVEL", values: ["loud"] },
  ])("refuse what $name cannot be", ({ name, values }) => {
    for (const value of values) {
      expect(problemsIn({ ...ENV, [name]: value })).toEqual([expect.stringMatching(`^${name} is`)]);
    }
  });
});
