import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ClaimsTriage, claimsTriage, NOON } from "../../sandbox/scenes/claims-triage.ts";
import { templatePermissions } from "../../sandbox/scenes/template-permissions.ts";
import { SandboxServer } from "../../sandbox/server/server.ts";
import { World } from "../../sandbox/world/world.ts";
import { runStep, type Step } from "./run-step.ts";

let folder: string;
let world: World;
let server: SandboxServer;
let scene: ClaimsTriage;

const REPOSITORY = "harbor-mutual/claims-triage";
const CONTEXT = "stage-gates / production";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  world = new World(folder, NOON);
  scene = await claimsTriage(world);
  server = await SandboxServer.start(world);
});

afterEach(async () => {
  expect(server.traffic.violations).toEqual([]);
  await server.stop();
  rmSync(folder, { recursive: true });
});

function step(about: Partial<Step> = {}) {
  const token = world.workflowToken(REPOSITORY, templatePermissions());
  return runStep({
    addresses: server.addresses,
    repository: REPOSITORY,
    event: "pull_request_target",
    payload: { action: "opened", pull_request: { number: 231 } },
    ...about,
    inputs: { token, ...about.inputs },
  });
}

const statuses = () => scene.repository.statusesOf(scene.pull.headSha);

describe("a policy of the organization that may be hidden from the token", () => {
  const SAID =
    "if there is a private `harbor-mutual/.github/stage-gates-org.yml`, give `org-token`";

  test("is told in the log, and in no comment", async () => {
    const { log } = await step();
    expect(log).toContain(SAID);
    expect(scene.pull.comments[0]?.body).not.toContain("org-token");
  });

  test("is not told where the organization's repository is seen", async () => {
    const files = await world.addRepository("harbor-mutual/.github");
    const author = { name: "Ines", email: "ines@harbor.test", at: world.tick() };
    await files.commit("main", { changes: { "README.md": "# Us\n" }, message: "Start", author });
    expect((await step()).log).not.toContain("org-token");
  });
});

describe("a promotion with gaps", () => {
  test("is blocked: a status, one comment and issues say why", async () => {
    const { code, outputs, summary, report, log } = await step();
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(statuses()).toMatchObject([{ context: CONTEXT, state: "failure" }]);
    expect(outputs).toMatchObject({ decision: "no-go" });
    expect(JSON.parse(outputs.failing ?? "")).toContain("ownership");
    expect(scene.pull.comments).toHaveLength(1);
    expect(outputs["comment-url"]).toContain("/pull/231#issuecomment-");
    expect(summary).toContain("9 of 12 gates");
    expect(report).toMatchObject({ schemaVersion: 1, decision: "no-go" });
    const opened = [...scene.repository.issues.values()].filter(
      ({ author }) => author === "github-actions[bot]",
    );
    expect(opened.map(({ title }) => title)).not.toEqual([]);
  });

  test("judged again with nothing changed writes nothing, and reads three times", async () => {
    await step();
    const before = server.traffic.exchanges.length;
    const { code } = await step();
    const calls = server.traffic.exchanges.slice(before);
    expect(code).toBe(0);
    expect(calls.filter(({ operation }) => operation === "graphql")).toHaveLength(3);
    expect(
      calls.filter(({ method, operation }) => method !== "GET" && operation !== "graphql"),
    ).toEqual([]);
  });
});

describe("once the gaps are closed", () => {
  test("the same comment says so, the status is green and the issues are on their way", async () => {
    await step();
    await scene.mend();
    scene.runChecks();
    scene.approve();
    const { code, outputs } = await step();
    expect({ code, decision: outputs.decision }).toEqual({ code: 0, decision: "go" });
    expect(statuses()).toMatchObject([{ context: CONTEXT, state: "success" }]);
    expect(scene.pull.comments).toHaveLength(1);
  });
});
