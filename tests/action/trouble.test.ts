import { afterEach, describe, expect, test } from "vitest";
import { stopBlameless } from "../sandbox/start-sandbox.ts";
import { type StepShop, stepShop } from "./step-shop.ts";

let shop: StepShop;

/** `acme/shop`, which nobody sees without a permission for it. */
async function open(files: Readonly<Record<string, string>> = {}): Promise<void> {
  shop = await stepShop(files);
  Object.assign(shop.repository, { isPrivate: true });
}

afterEach(() => stopBlameless(shop));

const CHECKED = `version: 1
stages:
  - {id: production, branches: [production]}
gates:
  - id: runbook
    rules:
      - {id: there, type: document, path: docs/runbook.md, issue: runbook}
      - {id: nightly, type: ci, on: branch, app: github-actions, workflow: .github/workflows/nightly.yml}
      - {id: blockers, type: issues, labels: [blocker]}
`;

interface Lacking {
  readonly lacks: string;
  readonly level: "none" | "read";
  readonly code: number;
  readonly says: string;
}

describe("T85: a job without", () => {
  test.each<Lacking>([
    { lacks: "contents", level: "none", code: 1, says: "the token lacks `contents: read`" },
    {
      ...{ lacks: "pull-requests", level: "none", code: 1 },
      says: "the token lacks `pull-requests: read`; add it to the job's `permissions`",
    },
    {
      ...{ lacks: "statuses", level: "none", code: 1 },
      says: "the status could not be written: the token lacks `statuses: write`; add `statuses: write` to the job's `permissions`",
    },
    {
      ...{ lacks: "statuses", level: "read", code: 1 },
      says: "add `statuses: write` to the job's `permissions`",
    },
    {
      ...{ lacks: "issues", level: "read", code: 0 },
      says: "an issue could not be opened: the token lacks `issues: write`; add `issues: write` to the job's `permissions`",
    },
    { lacks: "issues", level: "none", code: 0, says: "the token lacks `issues: read`" },
    { lacks: "actions", level: "none", code: 0, says: "the token lacks `actions: read`" },
  ])("$lacks ($level) is told the line: $says", async ({ lacks, level, code, says }) => {
    await open({ ".github/stage-gates.yml": CHECKED });
    const ended = await shop.step({ inputs: { token: shop.token({ [lacks]: level }) } });
    expect(ended.log).toContain(says);
    expect(ended.code).toBe(code);
    expect(shop.status()?.state).toBe(code === 0 ? "failure" : undefined);
  });

  test("pull-requests and issues cannot comment, and the verdict is written all the same", async () => {
    await open();
    const token = shop.token({ "pull-requests": "read", issues: "none" });
    const { code, log } = await shop.step({ inputs: { token } });
    expect(code).toBe(0);
    expect(shop.status()?.state).toBe("failure");
    expect(log).toMatch(
      /^::warning::the comment could not be written: .*add `pull-requests: write` to the job's `permissions`/m,
    );
    expect(shop.comments()).toEqual([]);
  });

  test("issues says so in the comment, where people are told what is lacking", async () => {
    await open();
    const { code } = await shop.step({ inputs: { token: shop.token({ issues: "none" }) } });
    expect(code).toBe(0);
    expect(shop.comments()[0]?.body).toContain(
      "⚠️ No issue was opened: the token lacks `issues: write`.",
    );
  });

  test("any of them writes nothing, and says that the token is not taken", async () => {
    await open();
    const { code, log } = await shop.step({ inputs: { token: "ghs_nobodys" } });
    expect(code).toBe(1);
    expect(log).toContain("GitHub does not accept the token");
    const answers = shop.server.traffic.exchanges.map(({ status }) => status);
    expect([...new Set(answers)]).toEqual([401]);
  });
});

describe("T86: a limit that is used up", () => {
  const LIFTED = "GitHub's rate limit is used up; it is lifted at 2026-10-01 13:";

  test("before anything was read: the run fails, and says when it is lifted", async () => {
    await open();
    const token = shop.token();
    shop.server.limits.set(token, 0);
    const { code, log, outputs } = await shop.step({ inputs: { token } });
    expect(code).toBe(1);
    expect(log).toContain(`::error::#1 could not be judged: ${LIFTED}`);
    expect([outputs.decision, shop.status()]).toEqual(["", undefined]);
  });

  test.each([1, 2, 3])(
    "after %i requests of a kind: no pass, no word of a pass, and the run says so",
    async (granted) => {
      await open({ "docs/runbook.md": "# Do this\n\nNow, at once.\n" });
      const token = shop.token();
      shop.server.limits.set(token, granted);
      const { code, log, outputs } = await shop.step({ inputs: { token } });
      if (shop.status() === undefined) expect([code, log]).toEqual([1, expect.anything()]);
      if (outputs.decision !== "go") expect(shop.status()?.state).not.toBe("success");
      if (code === 1) expect(log).toContain(LIFTED);
    },
  );

  test("in the sweep: those that were not reached are named, and the run fails", async () => {
    await open();
    const token = shop.token();
    shop.server.limits.set(token, 1);
    const payload = { schedule: "7 * * * *" };
    const { code, log } = await shop.step({ event: "schedule", payload, inputs: { token } });
    expect(code).toBe(1);
    expect(log).toContain(`#1 could not be judged: ${LIFTED}`);
  });

  test("of writes alone: the status is not written, so the run fails", async () => {
    await open();
    const reset = String(Date.parse("2026-10-01T13:05:00Z") / 1000);
    shop.server.faults.plan({
      matches: ({ method, url }) => method === "POST" && (url ?? "").includes("/statuses/"),
      fault: {
        ...{ kind: "answer", status: 403, body: { message: "API rate limit exceeded" } },
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
      },
    });
    const { code, log } = await shop.step();
    expect(code).toBe(1);
    expect(log).toContain(`the status could not be written: ${LIFTED}05 UTC`);
  });
});

describe("T87: two runs at once", () => {
  test("leave one comment, one issue and one state", async () => {
    await open();
    const token = shop.token();
    const ended = await Promise.all([0, 1].map(() => shop.step({ inputs: { token } })));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(shop.comments()).toHaveLength(1);
    expect(shop.issues().filter(({ state }) => state === "open")).toHaveLength(1);
    expect(shop.status()?.state).toBe("failure");
    shop.server.traffic.clear();
    expect((await shop.step()).code).toBe(0);
    expect(shop.server.traffic.writes).toEqual([]);
  });

  test("one of them on the head before: its verdict is not on the new one", async () => {
    await open({ "docs/runbook.md": "# Do this\n\nNow, at once.\n" });
    const before = shop.pull.headSha;
    const running = shop.step();
    await shop.push("docs/runbook.md", "\n");
    const ended = [await running, await shop.step()];
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(shop.pull.headSha).not.toBe(before);
    expect(shop.status()?.state).toBe("failure");
    expect(shop.comments()).toHaveLength(1);
    expect(shop.comments()[0]?.body).toContain(shop.pull.headSha.slice(0, 7));
  });
});

describe("T88: an event that", () => {
  test.each<{ why: string; payload?: unknown; says: RegExp }>([
    { why: "is not there", payload: undefined, says: /cannot be read: ENOENT/ },
    { why: "is empty", payload: "", says: /cannot be read: .*JSON/ },
    { why: "is no JSON", payload: "pull_request: 1", says: /cannot be read: .*JSON/ },
    { why: "is cut off", payload: '{"pull_request": {"num', says: /cannot be read: .*JSON/ },
    { why: "is null", payload: "null", says: /has no `pull_request.number`/ },
    { why: "is a list", payload: [{ pull_request: { number: 1 } }], says: /has no `pull_req/ },
    { why: "is a number", payload: "1", says: /has no `pull_request.number`/ },
    { why: "names no pull request", payload: { action: "opened" }, says: /has no `pull_request/ },
    { why: "has a list in its place", payload: { pull_request: [1] }, says: /has no `pull_req/ },
    { why: "has text", payload: { pull_request: { number: "1" } }, says: /has no `pull_request/ },
    { why: "has a fraction", payload: { pull_request: { number: 1.5 } }, says: /has no `pull/ },
    { why: "has less than one", payload: { pull_request: { number: -1 } }, says: /has no `pull/ },
    { why: "has too much", payload: { pull_request: { number: 2 ** 40 } }, says: /is no number/ },
    {
      why: "has it from elsewhere",
      payload: '{"__proto__": {"pull_request": {"number": 1}}}',
      says: /has no `pull_request.number`/,
    },
  ])("$why fails the run before GitHub is asked", async ({ payload, says }) => {
    await open();
    const { code, log } = await shop.step({ payload });
    expect(code).toBe(1);
    expect(log).toMatch(new RegExp(`^::error::.*${says.source}`, "m"));
    expect(shop.server.traffic.exchanges).toEqual([]);
  });

  test("is huge fails as well, and is not kept in the log", async () => {
    await open();
    const text = "x".repeat(33 * 1024 * 1024);
    const payload = { pull_request: { number: 1, body: text } };
    const { code, log } = await shop.step({ payload });
    expect(code).toBe(1);
    expect(log).toContain("the event is larger than any of GitHub's");
    expect(log.length).toBeLessThan(2_000);
  });

  test("is as large as GitHub makes them is read", async () => {
    await open();
    const body = "é\n".repeat(1024 * 1024);
    expect((await shop.step({ payload: { pull_request: { number: 1, body } } })).code).toBe(0);
  });

  test("names its pull request by `pr` need not be there", async () => {
    await open();
    const token = shop.token();
    const inputs = { token, pr: "1" };
    const ended = [
      await shop.step({ event: "workflow_dispatch", payload: {}, inputs }),
      await shop.step({ event: "schedule", payload: {}, inputs }),
    ];
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  });
});
