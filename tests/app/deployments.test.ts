import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addWorkflowRun } from "../../sandbox/world/checks.ts";
import type { Deployment } from "../../sandbox/world/deployment.ts";
import { addGate, requestDeployment } from "../../sandbox/world/deployments.ts";
import { mergePull, openPull } from "../../sandbox/world/pull-requests.ts";
import { POLICY } from "../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "../sandbox/start-sandbox.ts";
import { runService, type Service } from "./run-service.ts";

const environment = "production";
const RUNBOOK = { "docs/runbook.md": "# Runbook\n\nRestart the service.\n" };

let sandbox: Started;
let service: Service;

beforeEach(async () => {
  sandbox = await startSandbox();
  service = await runService(sandbox);
});

afterEach(async () => {
  await service.stop();
  await stopBlameless(sandbox);
});

/** Merges a promotion of these files, and has the push deployed. */
async function deployed(files: Readonly<Record<string, string>>): Promise<Deployment> {
  const { world, repository } = sandbox;
  const changes = { ".github/stage-gates.yml": POLICY, ...files };
  await repository.commit("main", { changes, message: "Get ready", author: AUTHOR });
  const pull = await openPull(world, repository, {
    ...{ author: "ana", title: "Release", body: null, base: "production", head: "main" },
  });
  await service.settled();
  const head = await mergePull(world, repository, pull, { login: "raj" });
  const app = world.apps().find(({ id }) => id === service.settings.app);
  if (app === undefined) throw new Error("the app is not registered");
  addGate(world, repository, { environment, app });
  const said = { path: ".github/workflows/deploy.yml", event: "push", head, actor: "raj" };
  const run = addWorkflowRun(world, repository, said);
  return requestDeployment(world, repository, { environment, run, by: "raj" });
}

const answerOf = ({ answers }: Deployment) => answers.get(service.settings.app);
const asked = () =>
  sandbox.server.traffic.exchanges.filter(({ path }) =>
    path.includes("deployment_protection_rule"),
  );

describe("a deployment that waits for the app", () => {
  test("goes on where the promotion passes now", async () => {
    const deployment = await deployed(RUNBOOK);
    await service.settled();
    expect(answerOf(deployment)).toMatchObject({
      state: "approved",
      comment: expect.stringContaining("1 gate passes"),
    });
  });

  test("is no verdict in the metrics", async () => {
    await deployed(RUNBOOK);
    await service.settled();
    const text = await (await fetch(`${service.app.metricsAddress}/metrics`)).text();
    expect(text.match(/^stage_gates_verdicts_total.*$/gm)).toEqual([
      'stage_gates_verdicts_total{decision="go"} 1',
    ]);
  });

  test("ends where it does not, with the reason", async () => {
    const deployment = await deployed({});
    await service.settled();
    expect(answerOf(deployment)).toMatchObject({
      state: "rejected",
      comment: expect.stringContaining("1 of 1 gate fails: runbook"),
    });
  });

  test("is answered once, however often GitHub asks", async () => {
    const deployment = await deployed(RUNBOOK);
    await service.settled();
    const { deliveries } = sandbox.server.webhooks;
    expect(deliveries.some(({ event }) => event === "deployment_protection_rule")).toBe(true);
    const run = sandbox.repository.workflowRuns.find(({ id }) => id === deployment.run);
    if (run === undefined) throw new Error("there is no run");
    const details = { deployment };
    sandbox.world.tell({
      ...{ name: "deployment_protection_rule", action: "requested", details },
      ...{ onlyApp: service.settings.app, repository: sandbox.repository },
      ...{ sender: "raj", subject: run.head },
    });
    await service.settled();
    expect(service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
    expect(asked().filter(({ status }) => status === 204)).toHaveLength(1);
  });

  test("is answered where GitHub fails at first", async () => {
    sandbox.server.faults.plan({
      fault: { kind: "answer", status: 502, body: { message: "bad gateway" } },
      matches: ({ url }) => url?.includes("deployment_protection_rule") === true,
    });
    const deployment = await deployed(RUNBOOK);
    await service.settled();
    expect(answerOf(deployment)).toMatchObject({ state: "approved" });
  });

  test("is refused where GitHub never says what it would be judged by", async () => {
    sandbox.server.faults.plan({
      fault: { kind: "answer", status: 502, body: { message: "bad gateway" } },
      matches: ({ url }) => url?.includes("/compare/") === true,
      times: 100,
    });
    const deployment = await deployed(RUNBOOK);
    await service.settled();
    expect(answerOf(deployment)).toMatchObject({
      state: "rejected",
      comment: expect.stringContaining("could not be judged"),
    });
  });

  test("whose run is gone is let be", async () => {
    sandbox.server.faults.plan({
      fault: { kind: "answer", status: 404, body: { message: "Not Found" } },
      matches: ({ url }) => /actions\/runs\/\d+$/.test(url ?? ""),
    });
    const deployment = await deployed(RUNBOOK);
    await service.settled();
    expect(answerOf(deployment)).toBe(null);
    expect(asked()).toEqual([]);
  });
});
