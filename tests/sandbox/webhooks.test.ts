import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { verify } from "@octokit/webhooks-methods";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventPayload } from "../../sandbox/webhooks/event-payload.ts";
import { addCheckRun, addStatus } from "../../sandbox/world/checks.ts";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import {
  addComment,
  changeIssue,
  deleteComment,
  editComment,
  openIssue,
  setLabels,
} from "../../sandbox/world/issue-changes.ts";
import { makeMergeGroup } from "../../sandbox/world/merge-groups.ts";
import { addReview, mergePull, openPull, retargetPull } from "../../sandbox/world/pull-requests.ts";
import { afterPush } from "../../sandbox/world/pushes.ts";
import { GITHUB_ACTIONS } from "../../sandbox/world/token.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "./start-sandbox.ts";

const SECRET = "it is nobody's business";

interface Received {
  readonly event: string;
  readonly id: string;
  readonly signature: string;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads are looked into by their keys
  readonly payload: any;
}

let sandbox: Started;
let pull: PullRequest;
let received: Received[];
let receiver: Server;
let url: string;
let answer = 202;

beforeEach(async () => {
  sandbox = await startSandbox();
  const { world, repository, server } = sandbox;
  const said = { author: "ana", title: "Release", body: "go", base: "production", head: "main" };
  pull = await openPull(world, repository, said);
  received = [];
  answer = 202;
  receiver = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const text = Buffer.concat(parts).toString("utf8");
    const header = (name: string) => String(request.headers[name]);
    received.push({
      event: header("x-github-event"),
      id: header("x-github-delivery"),
      signature: header("x-hub-signature-256"),
      text,
      payload: JSON.parse(text),
    });
    response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  server.webhooks.add({ url, secret: SECRET });
});

afterEach(async () => {
  await sandbox.server.webhooks.settled();
  receiver.close();
  await stopBlameless(sandbox);
});

async function told(): Promise<readonly Received[]> {
  await sandbox.server.webhooks.settled();
  return received;
}

const BOT = "github-actions[bot]";

/** What is done, and what GitHub tells of it first. */
const CASES: readonly {
  readonly event: string;
  readonly act: () => unknown;
  readonly payload: object;
}[] = [
  {
    event: "pull_request",
    async act() {
      const { world, repository } = sandbox;
      const first = (await repository.git.branch("production")) ?? "";
      await repository.git.setRef("refs/heads/topic", first);
      await repository.commit("topic", { changes: { "t.md": "t" }, message: "t", author: AUTHOR });
      const said = { author: "ana", title: "Topic", body: null, base: "main", head: "topic" };
      await openPull(world, repository, said);
    },
    payload: { action: "opened", number: 2, pull_request: { base: { ref: "main" }, body: null } },
  },
  {
    event: "pull_request",
    act: () => {
      const { world, repository } = sandbox;
      const changes = { title: "Ship", body: "now" };
      changeIssue(world, repository, pull, changes, "raj");
    },
    payload: {
      action: "edited",
      changes: { title: { from: "Release" }, body: { from: "go" } },
      pull_request: { title: "Ship", state: "open", mergeable_state: "clean" },
      sender: { login: "raj", type: "User" },
    },
  },
  {
    event: "pull_request",
    async act() {
      const { world, repository } = sandbox;
      await repository.git.setRef("refs/heads/staging", pull.baseSha);
      await retargetPull(world, repository, pull, { base: "staging", by: "ana" });
    },
    payload: {
      action: "edited",
      changes: { base: { ref: { from: "production" }, sha: { from: expect.any(String) } } },
      pull_request: { base: { ref: "staging" } },
    },
  },
  {
    event: "pull_request",
    act: () => {
      const { world, repository } = sandbox;
      setLabels(world, repository, pull, { names: ["risky"], by: "ana" });
    },
    payload: { action: "labeled", label: { name: "risky" } },
  },
  {
    event: "pull_request",
    act: () => {
      const { world, repository } = sandbox;
      changeIssue(world, repository, pull, { state: "closed" }, "ana");
    },
    payload: { action: "closed", pull_request: { state: "closed", merged: false } },
  },
  {
    event: "pull_request",
    act: () => mergePull(sandbox.world, sandbox.repository, pull, { login: "raj" }),
    payload: { action: "closed", pull_request: { merged: true, merged_by: { login: "raj" } } },
  },
  {
    event: "pull_request_review",
    act: () => {
      const { world, repository } = sandbox;
      addReview(world, repository, pull, { author: "raj", state: "APPROVED", body: "fine" });
    },
    payload: { action: "submitted", review: { state: "approved", user: { login: "raj" } } },
  },
  {
    event: "issue_comment",
    act: () => {
      const { world, repository } = sandbox;
      addComment(world, repository, pull, { author: "eve", body: "/waive 💥" });
    },
    payload: {
      action: "created",
      issue: { number: 1, pull_request: { url: expect.stringContaining("/pulls/1") } },
      comment: { body: "/waive 💥", user: { login: "eve" }, performed_via_github_app: null },
      sender: { login: "eve" },
    },
  },
  {
    event: "issues",
    act: () => {
      const { world, repository } = sandbox;
      openIssue(world, repository, {
        author: BOT,
        title: "No owner",
        body: "b",
        labels: ["gates"],
      });
    },
    payload: {
      action: "opened",
      issue: { title: "No owner" },
      sender: { login: BOT, type: "Bot" },
    },
  },
  {
    event: "status",
    act: () => {
      const { world, repository } = sandbox;
      const { id: app } = GITHUB_ACTIONS;
      const said = { context: "gate", state: "failure", creator: BOT, app } as const;
      addStatus(world, repository, { ...said, head: pull.headSha });
    },
    payload: { context: "gate", state: "failure", name: "acme/shop", sender: { login: BOT } },
  },
  {
    event: "check_run",
    act: () => {
      const { world, repository } = sandbox;
      const { id: app } = GITHUB_ACTIONS;
      addCheckRun(world, repository, { app, name: "build", head: pull.headSha });
    },
    payload: {
      action: "completed",
      check_run: {
        name: "build",
        conclusion: "success",
        app: { slug: "github-actions" },
        check_suite: { id: expect.any(Number) },
      },
    },
  },
  {
    event: "push",
    async act() {
      const { world, repository } = sandbox;
      const before = await repository.git.branch("main");
      const changes = { "src/b.txt": null, "src/c.txt": "c" };
      await repository.commit("main", { changes, message: "Move", author: AUTHOR });
      await afterPush(world, repository, { branch: "main", before, by: "ana" });
    },
    payload: {
      ref: "refs/heads/main",
      created: false,
      forced: false,
      commits: [{ message: "Move", added: ["src/c.txt"], removed: ["src/b.txt"], modified: [] }],
      pusher: { name: "ana" },
    },
  },
];

describe("what happens is told as GitHub describes it", () => {
  test.each(CASES)("$event $payload.action", async ({ event, act, payload }) => {
    await act();
    const [first] = await told();
    expect(first?.event).toBe(event);
    expect(first?.payload).toMatchObject(payload);
    expect(first?.payload.repository).toMatchObject({ full_name: "acme/shop" });
    expect(first?.payload.organization).toMatchObject({ login: "acme" });
  });

  test("a pull request whose branch was pushed", async () => {
    const { world, repository } = sandbox;
    const before = await repository.git.branch("main");
    const changes = { "src/c.txt": "c" };
    const sha = await repository.commit("main", { changes, message: "c", author: AUTHOR });
    await afterPush(world, repository, { branch: "main", before, by: "ana" });
    const all = await told();
    expect(all.map(({ event, payload }) => [event, payload.action])).toEqual([
      ["push", undefined],
      ["pull_request", "synchronize"],
    ]);
    expect(all[1]?.payload).toMatchObject({
      before,
      after: sha,
      pull_request: { head: { sha } },
    });
  });

  test("a merge group", async () => {
    const group = await makeMergeGroup(sandbox.world, sandbox.repository, {
      pulls: [1],
      by: "raj",
    });
    const all = await told();
    expect(all.map(({ event, payload }) => [event, payload.action])).toEqual([
      ["pull_request", "enqueued"],
      ["merge_group", "checks_requested"],
    ]);
    expect(all[1]?.payload.merge_group).toMatchObject({
      head_sha: group.headSha,
      head_ref: `refs/heads/${group.branch}`,
      base_ref: "refs/heads/production",
    });
  });

  test("comments, in the order and the state in which they were", async () => {
    const { world, repository } = sandbox;
    const comment = addComment(world, repository, pull, { author: "ana", body: "one" });
    editComment(world, repository, pull, { comment, body: "two", by: "ana" });
    deleteComment(world, repository, pull, { comment, by: "raj" });
    const seen = (await told()).map(({ payload }) => [payload.action, payload.comment.body]);
    expect(seen).toEqual([
      ["created", "one"],
      ["edited", "two"],
      ["deleted", "two"],
    ]);
  });
});

describe("a delivery", () => {
  const comment = (body = "b") =>
    addComment(sandbox.world, sandbox.repository, pull, { author: "ana", body });

  test("is signed over its bytes", async () => {
    comment("ünïcode 文");
    const [{ text, signature } = { text: "", signature: "" }] = await told();
    expect(await verify(SECRET, text, signature)).toBe(true);
    expect(await verify("another secret", text, signature)).toBe(false);
    expect(await verify(SECRET, `${text} `, signature)).toBe(false);
  });

  test("can be sent again, and is the same", async () => {
    comment();
    const [first] = await told();
    await sandbox.server.webhooks.redeliver(first?.id ?? "");
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(first);
  });

  test("that is refused or finds nobody is noted, and not repeated", async () => {
    answer = 500;
    comment();
    await told();
    receiver.closeAllConnections();
    await new Promise((resolve) => receiver.close(resolve));
    comment();
    await sandbox.server.webhooks.settled();
    expect(sandbox.server.webhooks.deliveries.map(({ status }) => status)).toEqual([500, null]);
    expect(received).toHaveLength(1);
  });

  test("goes only to who asked for the event", async () => {
    sandbox.server.webhooks.add({ url: `${url}?only`, secret: SECRET, events: ["push"] });
    comment();
    await told();
    expect(sandbox.server.webhooks.deliveries.map((one) => one.url)).toEqual([url]);
  });

  test.each([
    "https://example.com/hook",
    "http://example.com/hook",
    "http://127.0.0.1.example.com/hook",
    "http://169.254.169.254/",
    "file:///etc/passwd",
  ])("never leaves this machine: %s", (to) => {
    expect(() => sandbox.server.webhooks.add({ url: to, secret: SECRET })).toThrow("not on this");
  });
});

describe("a workflow's event", () => {
  const at = () => ({ world: sandbox.world, at: sandbox.server.addresses });

  test.each([
    {
      event: { name: "schedule", subject: "7 * * * *", details: { workflow: "gates.yml" } },
      payload: { schedule: "7 * * * *", workflow: "gates.yml" },
    },
    {
      event: {
        name: "workflow_dispatch",
        subject: "refs/heads/main",
        details: { inputs: { pr: "1" } },
      },
      payload: { ref: "refs/heads/main", inputs: { pr: "1" } },
    },
    {
      event: { name: "pull_request", action: "reopened", subject: 1 },
      payload: { action: "reopened", number: 1, pull_request: { head: { ref: "main" } } },
    },
  ])("$event.name", async ({ event, payload }) => {
    const { repository } = sandbox;
    const whole = { action: null, repository, sender: "ana", ...event };
    expect(await eventPayload(whole, at())).toMatchObject({
      ...payload,
      repository: { full_name: "acme/shop", default_branch: "main" },
      sender: { login: "ana" },
    });
  });

  test("that the sandbox does not know is refused", async () => {
    const { repository } = sandbox;
    const event = { name: "gollum", action: null, repository, sender: "ana", subject: 1 };
    await expect(eventPayload(event, at())).rejects.toThrow("no payload for `gollum`");
  });
});
