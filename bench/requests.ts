import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "octokit";
import { claimsTriage } from "../sandbox/scenes/claims-triage.ts";
import { monorepo } from "../sandbox/scenes/monorepo.ts";
import { templatePermissions } from "../sandbox/scenes/template-permissions.ts";
import { SandboxServer } from "../sandbox/server/server.ts";
import type { Exchange } from "../sandbox/server/traffic.ts";
import { installApp, registerApp } from "../sandbox/world/apps.ts";
import type { HostedRepository } from "../sandbox/world/hosted-repository.ts";
import { World } from "../sandbox/world/world.ts";
import type { Voice } from "../src/model/voice.ts";
import { Expectation } from "../src/promotion/expectation.ts";
import { promote } from "../src/promotion/promote.ts";
import { openPacks } from "../src/worktree/template-files.ts";

/** Requests that one event took. */
export interface Requests {
  readonly name: string;
  /** Over GraphQL. */
  readonly queries: number;
  /** Reads over REST, by operation. */
  readonly reads: Readonly<Record<string, number>>;
  /** Writes, by operation. */
  readonly writes: Readonly<Record<string, number>>;
}

const SCENES = { "claims triage": claimsTriage, "30 services": monorepo } as const;

/** What an event costs in GitHub's answers: when everything is new, and when nothing has changed. */
export async function measureRequests(
  speaker: "workflow" | "app" = "workflow",
): Promise<readonly Requests[]> {
  const measured: Requests[] = [];
  for (const [name, lay] of Object.entries(SCENES)) {
    const folder = mkdtempSync(join(tmpdir(), "stage-gates-requests-"));
    const world = new World(folder, Date.parse("2026-10-01T12:00:00Z"));
    const { repository, pull } = await lay(world);
    const server = await SandboxServer.start(world);
    try {
      const { token, voice } = (speaker === "app" ? asApp : asWorkflow)(world, repository);
      const client = new Octokit({
        auth: token,
        baseUrl: server.addresses.api,
        throttle: { enabled: false },
        retry: { enabled: false },
      });
      // A workflow begins anew with each event.
      const expectation = speaker === "app" ? new Expectation() : undefined;
      for (const state of ["everything new", "nothing changed"]) {
        const before = server.traffic.exchanges.length;
        await promote(pull.number, {
          client,
          organizationClient: null,
          voice,
          name: { owner: repository.owner, name: repository.name },
          packs: openPacks(),
          now: () => world.now,
          policyBranch: null,
          reportUrl: null,
          wants: { comment: true, issues: true, dryRun: false },
          ...(expectation !== undefined && { expectation }),
        });
        measured.push(countOf(`${name}, ${state}`, server.traffic.exchanges.slice(before)));
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  }
  return measured;
}

interface Speaking {
  readonly token: string;
  readonly voice: Voice;
}

function asWorkflow(world: World, { fullName }: HostedRepository): Speaking {
  return { token: world.workflowToken(fullName, templatePermissions()), voice: "status" };
}

function asApp(world: World, { owner }: HostedRepository): Speaking {
  const permissions = { ...templatePermissions(), checks: "write" as const };
  const { app } = registerApp(world, { slug: "stage-gates", owner, permissions });
  const installation = installApp(world, app, { account: owner, by: owner });
  return {
    token: world.installationToken(installation),
    voice: { kind: "check-run", app: app.id },
  };
}

function countOf(name: string, exchanges: readonly Exchange[]): Requests {
  const rest = exchanges.filter(({ operation }) => operation !== "graphql");
  const tally = (list: readonly Exchange[]) => {
    const counts: Record<string, number> = {};
    for (const { operation } of list) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  };
  return {
    name,
    queries: exchanges.length - rest.length,
    reads: tally(rest.filter(({ method }) => method === "GET")),
    writes: tally(rest.filter(({ method }) => method !== "GET")),
  };
}
