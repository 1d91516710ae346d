import { afterEach, beforeEach, expect, test } from "vitest";
import { mergePull, openPull } from "../../sandbox/world/pull-requests.ts";
import { POLICY } from "../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "../sandbox/start-sandbox.ts";
import { runService, type Service } from "./run-service.ts";

const BOT = "stage-gates[bot]";
const RUNBOOK = { "docs/runbook.md": "# Runbook\n\nRestart the service.\n" };

let sandbox: Started;
let service: Service;

beforeEach(async () => {
  sandbox = await startSandbox();
  service = await runService(sandbox);
});

afterEach(async () => {
  expect(service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
  await service.stop();
  await stopBlameless(sandbox);
});

/** Titles of the issues that are there after a promotion of these files was merged. */
async function merged(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { world, repository } = sandbox;
  const changes = { ".github/stage-gates.yml": POLICY, ...files };
  await repository.commit("main", { changes, message: "Get ready", author: AUTHOR });
  const pull = await openPull(world, repository, {
    ...{ author: "ana", title: "Release", body: null, base: "production", head: "main" },
  });
  await service.settled();
  await mergePull(world, repository, pull, { login: "raj" });
  await service.settled();
  return [...repository.issues.values()]
    .filter(({ author }) => author === BOT)
    .map(({ title }) => title);
}

test("a promotion that got in without a pass opens an incident issue", async () => {
  expect(await merged({})).toEqual([
    "Runbook missing or incomplete",
    expect.stringMatching(/^Without a pass: [0-9a-f]{7} in production$/),
  ]);
});

test("one that had passed opens none", async () => {
  expect(await merged(RUNBOOK)).toEqual([]);
});
