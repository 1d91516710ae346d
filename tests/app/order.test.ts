import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { addStatus } from "../../sandbox/world/checks.ts";
import { changeIssue } from "../../sandbox/world/issue-changes.ts";
import { type Acme, policyOf, READY, startAcme } from "./acme.ts";
import { type Act, approve } from "./acts.ts";

/** Deliveries that come in another order than what they tell of, or long after it. */

const SIGNED = policyOf("{id: signed, type: sign-off, roles: [leads]}");
const MINUTE = 60_000;

let acme: Acme;

beforeAll(async () => {
  acme = await startAcme();
});

afterAll(() => acme.stop());

afterEach(() => {
  acme.close();
  acme.server.webhooks.faults.clear();
  expect(acme.service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
});

type Told = { readonly event: string; readonly action: string | null };

const is = (event: string, action: string) => (told: Told) =>
  told.event === event && told.action === action;
const becomes =
  (state: "open" | "closed"): Act =>
  ({ world, repository, pull }) =>
    changeIssue(world, repository, pull, { state }, "ana");

/** What was told of a pull request, in the order in which it came. */
const came = () =>
  acme.server.webhooks.deliveries
    .filter(({ event }) => event === "pull_request")
    .map(({ action }) => action);

test("T4: closed before it was opened, it is told nothing", async () => {
  const { faults } = acme.server.webhooks;
  faults.plan({ fault: { kind: "behind", others: 1 }, matches: is("pull_request", "opened") });
  const before = came().length;
  const promotion = await acme.propose({ policy: READY });
  await becomes("closed")(promotion);
  expect(await acme.said(promotion)).toBe(undefined);
  expect(came().slice(before)).toEqual(["closed", "opened"]);
  expect(promotion.pull.comments).toEqual([]);
});

test("T4: opened again before it was closed, it is judged as it is by then", async () => {
  const { faults } = acme.server.webhooks;
  const promotion = await acme.propose({ policy: SIGNED });
  expect(await acme.said(promotion)).toBe("failure");
  const before = came().length;
  faults.plan({ fault: { kind: "never" }, matches: is("pull_request_review", "submitted") });
  faults.plan({ fault: { kind: "behind", others: 1 }, matches: is("pull_request", "closed") });
  await becomes("closed")(promotion);
  await approve("raj")(promotion);
  await becomes("open")(promotion);
  expect(await acme.said(promotion)).toBe("success");
  expect(came().slice(before)).toEqual(["reopened", "closed"]);
});

test("T5: told ten minutes late of a commit that is not the head any more, it is left as it is", async () => {
  const { server, service, world } = acme;
  const { webhooks, traffic } = server;
  const promotion = await acme.propose({ policy: READY });
  const { pull, repository, push } = promotion;
  await acme.said(promotion);
  webhooks.faults.plan({ fault: { kind: "held" }, matches: is("pull_request", "synchronize") });
  webhooks.faults.plan({ fault: { kind: "held" }, matches: ({ event }) => event === "status" });
  await push("next", { "src/old.txt": "old\n" });
  const old = pull.headSha;
  const status = { context: "e2e", creator: "eve", state: "success" } as const;
  addStatus(world, repository, { head: old, ...status });
  await push("next", { "src/new.txt": "new\n" });
  expect(await acme.said(promotion)).toBe("success");
  world.now += 10 * MINUTE;
  const before = repository.checkRuns.length;
  traffic.clear();
  await webhooks.release();
  await service.settled();
  expect(traffic.writes).toEqual([]);
  expect(repository.runsOf(old).filter(({ app }) => app === service.settings.app)).toEqual([]);
  expect(repository.checkRuns).toHaveLength(before);
});
