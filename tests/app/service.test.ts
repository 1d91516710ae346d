import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { CONTEXT, POLICY } from "../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "../sandbox/start-sandbox.ts";
import { runService, type Service } from "./run-service.ts";

const BOT = "stage-gates[bot]";

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

async function promotion() {
  const { world, repository } = sandbox;
  const changes = { ".github/stage-gates.yml": POLICY };
  await repository.commit("main", { changes, message: "Gate it", author: AUTHOR });
  return openPull(world, repository, {
    ...{ author: "ana", title: "Release", body: null, base: "production", head: "main" },
  });
}

describe("a promotion that is opened", () => {
  test("gets its verdict, a comment and an issue, without anybody asking", async () => {
    const pull = await promotion();
    await service.settled();
    expect(service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
    expect(sandbox.repository.runsOf(pull.headSha)).toMatchObject([
      { name: CONTEXT, conclusion: "failure", app: service.settings.app },
    ]);
    expect(pull.comments).toHaveLength(1);
    expect([...sandbox.repository.issues.values()]).toMatchObject([
      { author: "ana" },
      { author: BOT, title: "Runbook missing or incomplete" },
    ]);
  });
});

describe("a pull request that changes the policy", () => {
  test("is told what it would make of it, though it promotes nothing", async () => {
    const { world, repository } = sandbox;
    await promotion();
    await repository.git.setRef("refs/heads/loosen", await repository.git.branch("main"));
    const changes = { ".github/stage-gates.yml": POLICY.replace("gates:", "gatse:") };
    await repository.commit("loosen", { changes, message: "Loosen it", author: AUTHOR });
    const pull = await openPull(world, repository, {
      ...{ author: "ana", title: "Loosen", body: null, base: "main", head: "loosen" },
    });
    await service.settled();
    expect(repository.runsOf(pull.headSha)).toMatchObject([
      { name: "stage-gates / policy", conclusion: "failure" },
    ]);
  });
});
