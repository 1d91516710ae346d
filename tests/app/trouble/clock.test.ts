import { expect, test } from "vitest";
import { startSandbox, stopBlameless } from "../../sandbox/start-sandbox.ts";
import { runService } from "../run-service.ts";

const HOUR = 3_600_000;

test.each([
  { what: "an hour ahead", off: -HOUR },
  { what: "an hour behind", off: HOUR },
])("T40: where this machine's clock is $what the app is known all the same", async ({ off }) => {
  const sandbox = await startSandbox();
  const service = await runService(sandbox, Date.now() + off);
  await service.settled();
  expect(service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
  expect(service.lines.filter((line) => line.includes('"installation","how":"done"'))).not.toEqual(
    [],
  );
  await service.stop();
  await stopBlameless(sandbox);
});

test("metrics go by GitHub's clock, by which the work list is kept", async () => {
  const sandbox = await startSandbox();
  const service = await runService(sandbox, Date.now() - 3 * HOUR);
  await service.settled();
  const text = await (await fetch(`${service.app.metricsAddress}/metrics`)).text();
  // Of budgets whose hour is over nothing is told.
  expect(text).toMatch(/^stage_gates_github_budget_remaining_ratio\{resource="core"\} 0\.\d/m);
  await service.stop();
  await stopBlameless(sandbox);
});
