import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { afterPush } from "../../sandbox/world/pushes.ts";
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

const issues = () => [...sandbox.repository.issues.values()].filter(({ author }) => author === BOT);

async function pushed(branch: string, changes: Readonly<Record<string, string>>): Promise<void> {
  const { world, repository } = sandbox;
  const before = await repository.git.branch(branch);
  await repository.commit(branch, { changes, message: "Change it", author: AUTHOR });
  await afterPush(world, repository, { branch, before, by: "ana" });
}

async function promotion(head: string): Promise<PullRequest> {
  const { world, repository } = sandbox;
  return openPull(world, repository, {
    ...{ author: "ana", title: "Release", body: null, base: "production", head },
  });
}

describe("an issue about a gap", () => {
  beforeEach(async () => {
    await pushed("main", { ".github/stage-gates.yml": POLICY });
    await sandbox.repository.git.setRef(
      "refs/heads/next",
      (await sandbox.repository.git.branch("main")) ?? "",
    );
    await pushed("next", { "src/c.txt": "c" });
  });

  test("is closed once the default branch has what was missing, and nobody lacks it", async () => {
    const pull = await promotion("next");
    await service.settled();
    expect(issues()).toMatchObject([{ state: "open" }]);
    await pushed("main", RUNBOOK);
    await service.settled();
    // A promotion that is open lacks it still.
    expect(issues()).toMatchObject([{ state: "open" }]);
    pull.state = "closed";
    await pushed("main", { "src/d.txt": "d" });
    await service.settled();
    expect(issues()).toMatchObject([{ state: "closed", stateReason: "completed" }]);
    expect(issues()[0]?.comments.at(-1)?.body).toContain("Resolved: nothing of it is missing on");
  });

  test("stays open while the default branch lacks it", async () => {
    const pull = await promotion("next");
    await service.settled();
    pull.state = "closed";
    await pushed("main", { "src/d.txt": "d" });
    await service.settled();
    expect(issues()).toMatchObject([{ state: "open" }]);
  });

  test("is opened again when the next promotion lacks it again", async () => {
    const pull = await promotion("next");
    await service.settled();
    pull.state = "closed";
    await pushed("main", RUNBOOK);
    await service.settled();
    expect(issues()).toMatchObject([{ state: "closed" }]);
    await pushed("next", { "src/e.txt": "e" });
    await promotion("next");
    await service.settled();
    expect(issues()).toMatchObject([{ state: "open" }]);
  });
});

test("T79: eight promotions at once open one issue, and none is taken back", async () => {
  const { repository } = sandbox;
  await pushed("main", { ".github/stage-gates.yml": POLICY });
  await service.settled();
  const main = (await repository.git.branch("main")) ?? "";
  for (let index = 0; index < 8; index += 1) {
    await repository.git.setRef(`refs/heads/next-${index}`, main);
    const changes = { [`src/${index}.txt`]: "x" };
    await repository.commit(`next-${index}`, { changes, message: "Next", author: AUTHOR });
  }
  await Promise.all(Array.from({ length: 8 }, (_, index) => promotion(`next-${index}`)));
  await service.settled();
  expect(issues()).toMatchObject([{ state: "open" }]);
});
