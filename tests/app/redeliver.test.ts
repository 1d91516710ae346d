import { afterEach, beforeEach, expect, test } from "vitest";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { POLICY } from "../promotion/promote-shop.ts";
import { AUTHOR, type Started, startSandbox, stopBlameless } from "../sandbox/start-sandbox.ts";
import { runService, type Service } from "./run-service.ts";

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

test("what GitHub could not bring is asked for again, and worked on", async () => {
  const { world, repository, server } = sandbox;
  const changes = { ".github/stage-gates.yml": POLICY };
  await repository.commit("main", { changes, message: "Gate it", author: AUTHOR });
  // The sweep on start is over: what comes now is told by events alone.
  await service.settled();
  server.webhooks.faults.plan({ fault: { kind: "lost" } });
  const pull = await openPull(world, repository, {
    ...{ author: "ana", title: "Release", body: null, base: "production", head: "main" },
  });
  await service.settled();
  expect(pull.comments).toEqual([]);
  await service.app.sweep();
  await service.settled();
  const attempts = server.webhooks.deliveries.filter(({ event }) => event === "pull_request");
  expect(attempts.map(({ redelivery, status }) => ({ redelivery, status }))).toEqual([
    { redelivery: false, status: null },
    { redelivery: true, status: 202 },
  ]);
  expect(pull.comments).toHaveLength(1);
});
