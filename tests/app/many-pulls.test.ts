import { afterEach, beforeEach, expect, test } from "vitest";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { CONTEXT, POLICY } from "../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox } from "../sandbox/start-sandbox.ts";
import { runService, type Service } from "./run-service.ts";

/** More than are read of one list. */
const MANY = 2_001;

const RUNBOOK = "# Runbook\n\nRestart the service.\n";

let sandbox: Started;
let service: Service;

beforeEach(async () => {
  sandbox = await startSandbox();
  service = await runService(sandbox);
});

afterEach(async () => {
  await service.stop();
  const { violations } = sandbox.server.traffic;
  await sandbox.stop();
  expect(violations).toEqual([]);
});

test("a sweep that finds too many promotions to know takes passes back, and the log says why", async () => {
  const { world, repository } = sandbox;
  const changes = { ".github/stage-gates.yml": POLICY, "docs/runbook.md": RUNBOOK };
  await repository.commit("main", { changes, message: "Gate it", author: AUTHOR });
  const pull = await openPull(world, repository, {
    ...{ author: "ana", title: "Release", body: null, base: "production", head: "main" },
  });
  await service.settled();
  const conclusion = () =>
    repository.runsOf(pull.headSha).find(({ name }) => name === CONTEXT)?.conclusion;
  expect(conclusion()).toBe("success");
  const others = { headSha: "f".repeat(40), reviews: [], comments: [] };
  for (let number = 1_000; number < 1_000 + MANY; number += 1) {
    repository.issues.set(number, { ...pull, ...others, id: 100_000 + number, number });
  }
  await service.app.sweep();
  await expect.poll(conclusion, { timeout: 20_000 }).toBe("failure");
  const told = "there are over 2000 open pull requests into `production`";
  const [run] = repository.runsOf(pull.headSha);
  const summary = expect.stringContaining("here are over 2000 open pull requests");
  expect(run).toMatchObject({ title: "Could not evaluate", summary });
  const failed = (subject: string) =>
    service.lines.some(
      (line) =>
        line.startsWith("warn could not be looked at") &&
        line.includes(`"${subject}"`) &&
        line.includes(told),
    );
  await expect.poll(() => failed("repository") && failed(`pull/${pull.number}`)).toBe(true);
});
