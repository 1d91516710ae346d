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
