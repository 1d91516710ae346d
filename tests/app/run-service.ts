import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import type { Installation } from "../../sandbox/world/app.ts";
import { installApp } from "../../sandbox/world/apps.ts";
import type { World } from "../../sandbox/world/world.ts";
import type { AppLog } from "../../src/app/app-log.ts";
import { type AppTiming, type RunningApp, runApp } from "../../src/app/run-app.ts";
import type { Settings } from "../../src/app/settings.ts";
import { WEBHOOKS } from "../../src/app/web/webhooks-path.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Started } from "../sandbox/start-sandbox.ts";
import { registerGates } from "./register-gates.ts";

export const SECRET = "a secret of this test alone";

/** What is to be looked at later than this is a timer, and not what is being waited for. */
const SOON = 10_000;

export interface Service {
  readonly app: RunningApp;
  readonly settings: Settings;
  readonly installation: Installation;
  /** Lines of the log, as they were told. */
  readonly lines: readonly string[];
  /** Resolves when what GitHub sent is worked on and nothing is left to do for now. */
  settled(soon?: number): Promise<void>;
  /** Lets so many milliseconds pass, and all be done that becomes due meanwhile. By the world's clock. */
  pass(span: number): Promise<void>;
  /** Ends it, and reads what it has kept. */
  kept<Kept>(read: (store: Store) => Promise<Kept>): Promise<Kept>;
  stop(): Promise<void>;
}

export interface Running {
  /** Whose clock the service looks at: that of the world can be moved. The machine's unless given. */
  readonly clock?: "machine" | "world";
  readonly settings?: Partial<Settings>;
  /** With one answer of the world's, in milliseconds. */
  readonly patience?: number;
}

/**
 * The service as it runs, in this process, installed in `acme`.
 *
 * @param now what GitHub's clock shows to begin with, where it is not this machine's time
 */
export async function runService(
  sandbox: Started,
  now?: number,
  { clock = "machine", settings: given = {}, patience }: Running = {},
): Promise<Service> {
  const { world, server } = sandbox;
  world.runClock();
  if (now !== undefined) world.now = now;
  const folder = mkdtempSync(join(tmpdir(), "service-"));
  const { app: registered, privateKey } = registerGates(world);
  const settings: Settings = {
    ...{ app: registered.id, privateKey, secrets: [SECRET], api: server.addresses.api },
    ...{ host: "127.0.0.1", port: 0, metricsHost: "127.0.0.1", metricsPort: 0 },
    ...{
      store: join(folder, "store.db"),
      atOnce: 8,
      debounce: 0,
      sweepEvery: 600_000,
      logLevel: "info",
    },
    ...given,
  };
  const lines: string[] = [];
  const app = await runApp(
    settings,
    listeningLog(lines),
    clock === "world" ? timingOf(world, patience) : undefined,
  );
  registered.webhook = { url: `${app.address}${WEBHOOKS}`, secret: SECRET };
  const installation = installApp(world, registered, { account: "acme", by: "raj" });
  let ending: Promise<void> | null = null;
  const end = () => {
    ending ??= app.stop();
    return ending;
  };
  const settled = async (soon = SOON) => {
    for (;;) {
      await server.webhooks.settled();
      const next = await app.next();
      if (next === null || (next !== "now" && next > world.now + soon)) return;
      await wait(5);
    }
  };
  return {
    ...{ app, settings, installation, lines, settled },
    async pass(span) {
      const until = world.now + span;
      for (;;) {
        await settled(0);
        const next = await app.next();
        if (next === null || next === "now" || next > until) break;
        world.now = Math.max(world.now, next);
      }
      world.now = Math.max(world.now, until);
      await settled(0);
    },
    async kept(read) {
      await end();
      const store = await openStore({ place: settings.store });
      return read(store).finally(() => store.close());
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Time passes as in the world: whoever sleeps wakes once that has gone so far. */
function timingOf(world: World, patience: number | undefined): AppTiming {
  const now = () => world.now;
  return {
    ...{ now, wall: now, ...(patience !== undefined && { patience }) },
    async sleep(milliseconds, signal) {
      const until = now() + milliseconds;
      while (now() < until && signal?.aborted !== true) await wait(2);
    },
  };
}

function listeningLog(lines: string[]): AppLog {
  const say =
    (level: string): AppLog["info"] =>
    (message, fields = {}) => {
      lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
    };
  return {
    ...{ info: say("info"), warn: say("warn"), error: say("error") },
    forProbot: pino({ level: "silent" }),
  };
}
