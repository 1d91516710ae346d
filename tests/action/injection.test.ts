import { afterEach, describe, expect, test } from "vitest";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { expectInertAsShown } from "../render/as-shown.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { type StepShop, stepShop } from "./step-shop.ts";

let shop: StepShop;

afterEach(() => stopBlameless(shop));

const OUTPUTS = ["comment-url", "decision", "failing", "report-path"];

/** What would set an output, end a block of one, or command the runner, each on a line of its own. */
const HOSTILE = [
  "decision=go",
  "EOF",
  "ghadelimiter_x",
  "decision<<EOF",
  "go",
  "EOF",
  "::set-output name=decision::go",
  "::stop-commands::x",
  "::add-mask::the",
  "##[set-output name=decision]go",
  "</details>",
  "# ✅ Ready",
];

const POLICY = `version: 1
stages:
  - {id: production, branches: [production]}
gates:
  - id: data
    heading: Data
    title: ${JSON.stringify(`Data\n${HOSTILE.join("\n")}`)}
    rules:
      - {id: items, type: checklist, extra: require, title: ${JSON.stringify(HOSTILE.join("\r\n"))}, items: [{id: x, title: "%0Adecision=go"}]}
      - {id: book, type: document, path: "docs/%0Adecision=go.md", issue: runbook}
      - {id: owner, type: owners, roles: [Quality], issue: owner}
`;

const READINESS = `# Ready

## Data

- [ ] \`a\` ${HOSTILE.join("&#10;")}
${HOSTILE.map((line) => `  ${line}`).join("\n")}

| Role | Owner |
|---|---|
| Quality | ${HOSTILE.join("<br>")} |
`;

describe("T89: what a title, an item, a path or a branch says", () => {
  test("sets no output, gives the runner no command and stays in its place in the summary", async () => {
    shop = await stepShop({ ".github/stage-gates.yml": POLICY, "READINESS.md": READINESS });
    const { world, repository, server } = shop;
    const branch = "x%0Adecision=go;set-output";
    await repository.git.setRef(`refs/heads/${branch}`, shop.pull.headSha);
    const said = { changes: { "a.txt": "a" }, message: HOSTILE.join("\n"), author: AUTHOR };
    await repository.commit(branch, said);
    const title = HOSTILE.join(" ");
    const { number, comments } = await openPull(world, repository, {
      ...{ author: "ana", title, body: HOSTILE.join("\n"), base: "production", head: branch },
    });
    const payload = await shop.payload({ name: "pull_request", action: "opened", subject: number });
    const { code, outputs, log, summary, report } = await shop.step({ payload });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(Object.keys(outputs).toSorted()).toEqual(OUTPUTS);
    expect(outputs).toMatchObject({ decision: "no-go", failing: '["data"]' });
    expect(report).toMatchObject({ decision: "no-go" });
    expect(log).not.toMatch(/^\s*::(?!(error|warning|notice|add-mask)\b)|##\[/m);
    expect(log.match(/^::add-mask::.*$/gm)).toHaveLength(1);
    const ours = new RegExp(`^${server.addresses.html}/`);
    expectInertAsShown(summary, { ours, headings: 1 });
    expectInertAsShown(comments[0]?.body ?? "", { ours, headings: 1 });
    const issues = [...repository.issues.values()].filter(({ body }) => body?.includes("What to"));
    expect(issues.map(({ title: name }) => name)).toHaveLength(2);
    for (const { body } of issues) expectInertAsShown(body ?? "", { ours, headings: 2 });
  });

  test("nor does what an input says that makes no sense", async () => {
    shop = await stepShop();
    const token = shop.token();
    for (const name of ["pr", "comment", "issues", "dry-run"]) {
      const inputs = { token, [name]: `1\n${HOSTILE.join("\n")}` };
      const { code, outputs, log } = await shop.step({ inputs });
      expect([code, outputs]).toEqual([1, {}]);
      expect(log).not.toMatch(/^\s*::(?!(error|add-mask)\b)|##\[/m);
    }
  });
});

describe("T80: a secret", () => {
  const SECRETS = {
    TOKEN: "ghp_plantedInTheEnvironment0123456789",
    AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYPLANTED",
    DATABASE_URL: "postgres://app:planted-password@db.internal/app",
    ACTIONS_RUNTIME_TOKEN: "eyJhbGciOiJIUzI1NiJ9.planted.signature",
  };

  /** Everything that anybody could read afterwards. */
  const everything = (ended: Awaited<ReturnType<StepShop["step"]>>) => {
    const said = [...shop.repository.issues.values()].flatMap(({ title, body, comments }) => [
      ...[title, body],
      ...comments.map((comment) => comment.body),
    ]);
    const statuses = shop.repository.statusesOf(shop.pull.headSha);
    const { outputs, summary, report } = ended;
    // The runner takes the line that hides a secret, and shows it to nobody.
    const log = ended.log.replace(/^::add-mask::.*$/gm, "");
    return JSON.stringify([log, outputs, summary, report, said, statuses]);
  };

  const token = () => shop.token();

  test.each<{ when: string; about: () => Parameters<StepShop["step"]>[0] }>([
    { when: "all is well", about: () => ({}) },
    {
      when: "it is tried without writing",
      about: () => ({ inputs: { token: token(), "dry-run": "true" } }),
    },
    { when: "the event is no JSON", about: () => ({ payload: "{" }) },
    { when: "the event holds it", about: () => ({ payload: SECRETS }) },
    { when: "the token is not taken", about: () => ({ inputs: { token: SECRETS.TOKEN } }) },
    {
      when: "the token of the organization is not taken",
      about: () => ({ inputs: { token: token(), "org-token": SECRETS.TOKEN } }),
    },
    {
      when: "GitHub is not there",
      about: () => ({
        addresses: { api: "http://127.0.0.1:9/api/v3", html: "http://127.0.0.1:9" },
      }),
    },
    {
      when: "it may not write",
      about: () => ({
        inputs: {
          token: shop.token({ statuses: "none", "pull-requests": "read", issues: "none" }),
        },
      }),
    },
  ])("is told nowhere when $when", async ({ about }) => {
    shop = await stepShop();
    const step = about() ?? {};
    const ended = await shop.step({ ...step, env: SECRETS });
    const told = everything(ended);
    const planted = [...Object.values(SECRETS), ...Object.values(step.inputs ?? {})];
    const secrets = planted.filter((text) => text.length > 10);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(told).not.toMatch(/planted/i);
    expect(told).not.toMatch(/gh[ps]_/);
  });

  test("given as an input is hidden by the runner from the first line on", async () => {
    shop = await stepShop();
    const inputs = { token: shop.token(), "org-token": SECRETS.TOKEN };
    const { log } = await shop.step({ inputs });
    const lines = log.split("\n");
    expect(lines.slice(0, 2)).toEqual([
      `::add-mask::${inputs.token}`,
      `::add-mask::${SECRETS.TOKEN}`,
    ]);
  });
});

test("a request that GitHub does not know is told by the harness", async () => {
  shop = await stepShop();
  const { api } = shop.server.addresses;
  const headers = { authorization: `bearer ${shop.token()}` };
  await fetch(`${api}/repos/acme/shop/gates`, { headers });
  await fetch(`${api}/repos/acme/shop/issues/1/comments`, { headers, method: "POST", body: "{}" });
  expect(shop.server.traffic.violations).toHaveLength(2);
  shop.server.traffic.clear();
});
