import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { claimsTriage, NOON } from "../../sandbox/scenes/claims-triage.ts";
import { templatePermissions } from "../../sandbox/scenes/template-permissions.ts";
import { SandboxServer } from "../../sandbox/server/server.ts";
import { World } from "../../sandbox/world/world.ts";
import { startHttpsProxy } from "./https-proxy.ts";
import { runStep } from "./run-step.ts";

test("behind a proxy everything goes through it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  const world = new World(folder, NOON);
  const { repository, pull } = await claimsTriage(world);
  const server = await SandboxServer.start(world);
  const proxy = await startHttpsProxy(new URL(server.addresses.api).origin);
  try {
    const { code, log, outputs } = await runStep({
      addresses: server.addresses,
      repository: repository.fullName,
      event: "pull_request_target",
      payload: { action: "opened", pull_request: { number: pull.number } },
      inputs: { token: world.workflowToken(repository.fullName, templatePermissions()) },
      env: proxy.env,
    });
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(outputs).toMatchObject({ decision: "no-go" });
    expect(new Set(proxy.tunnels)).toEqual(new Set(["github.test:443"]));
    expect(server.traffic.violations).toEqual([]);
  } finally {
    await proxy.stop();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
