import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  type BeforeThePromotion,
  beforeThePromotion,
  type ClaimsTriage,
  NOON,
} from "../../sandbox/scenes/claims-triage.ts";
import { SandboxServer } from "../../sandbox/server/server.ts";
import type { Delivery } from "../../sandbox/webhooks/delivery.ts";
import type { App } from "../../sandbox/world/app.ts";
import { installApp } from "../../sandbox/world/apps.ts";
import type { CheckRun } from "../../sandbox/world/check.ts";
import type { Comment, PullRequest } from "../../sandbox/world/issue.ts";
import { addComment } from "../../sandbox/world/issue-changes.ts";
import { World } from "../../sandbox/world/world.ts";
import { WEBHOOKS } from "../../src/app/web/webhooks-path.ts";
import { registerGates } from "../../tests/app/register-gates.ts";
import { addAdministrator } from "./administrator.ts";
import { AppProcess } from "./app-process.ts";
import { HostedPromotion } from "./hosted-promotion.ts";
import { must } from "./telling.ts";

const SECRET = "a secret of this demo alone";
/** Whoever waits longer has waited in vain. */
const PATIENCE = 30_000;

/** A GitHub with the app registered, and the service that speaks for it; nothing is installed yet. */
export interface Registered {
  readonly world: World;
  readonly server: SandboxServer;
  readonly before: BeforeThePromotion;
  readonly app: App;
  readonly service: AppProcess;
}

export async function registered(folder: string): Promise<Registered> {
  const world = new World(join(folder, "github"), NOON);
  const before = await beforeThePromotion(world);
  addAdministrator(world, before.repository);
  const server = await SandboxServer.start(world);
  world.runClock();
  world.now = NOON;
  const { app, privateKey } = registerGates(world);
  const identity = {
    APP_ID: String(app.id),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: SECRET,
    GITHUB_API_URL: server.addresses.api,
  };
  return { world, server, before, app, service: new AppProcess(identity, folder) };
}

export function install({ world, before, app }: Registered, address: string): void {
  app.webhook = { url: `${address}${WEBHOOKS}`, secret: SECRET };
  installApp(world, app, { account: before.repository.owner, by: "raj-admin" });
}

/** The promotion, whose verdict is a check run of the app. */
export class AppPromotion extends HostedPromotion {
  readonly app: App;
  readonly service: AppProcess;

  constructor({ world, server, app, service }: Registered, scene: ClaimsTriage) {
    super(`${app.slug}[bot]`, { world, server, scene });
    this.app = app;
    this.service = service;
  }

  /** What the app says of the head of a pull request; `undefined` while it has said nothing. */
  check(name: string, pull: PullRequest = this.scene.pull): CheckRun | undefined {
    const runs = this.scene.repository.runsOf(pull.headSha);
    return runs.findLast((run) => run.name === name && run.app === this.app.id);
  }

  comment(author: string, body: string): Comment {
    const { repository, pull } = this.scene;
    return addComment(this.world, repository, pull, { author, body });
  }

  /** Waits until what people did is told, and the service has done what it should. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    await this.server.webhooks.settled();
    for (let waited = 0; !isSo(); waited += 20) {
      must(waited < PATIENCE, what);
      this.service.mustBeWell();
      await wait(20);
    }
    const { violations } = this.server.traffic;
    must(violations.length === 0, violations.join("\n"));
  }

  /** How GitHub brought the last event of that name. */
  delivery(event: string): Delivery {
    const delivery = this.server.webhooks.deliveries.findLast((one) => one.event === event);
    must(delivery !== undefined, `GitHub tells \`${event}\``);
    return delivery;
  }
}
