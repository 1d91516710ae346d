import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { openPacks } from "../worktree/template-files.ts";
import type { AppLog } from "./app-log.ts";
import { type AppClients, openAppClients } from "./clients/app-clients.ts";
import { receiver } from "./ingest/receive.ts";
import type { Settings } from "./settings.ts";
import { Sweeper } from "./sweep.ts";
import { answerAlive, answerReady } from "./web/answer-health.ts";
import { serve } from "./web/http-server.ts";
import { lookAt } from "./work/look-at.ts";
import { type Ended, Worker } from "./work/worker.ts";

/** Where Probot has GitHub send deliveries, unless told otherwise. */
export const WEBHOOKS = "/api/github/webhooks";

export interface RunningApp {
  readonly address: string;
  /** When something will be looked at next, by GitHub's clock; `now` while something is. */
  next(): Promise<"now" | number | null>;
  /** Has everything looked at, and not only what GitHub told of. */
  sweep(): Promise<void>;
  /** Takes nothing more, ends what is under way, lets go of the store. */
  stop(): Promise<void>;
}

/**
 * Starts the service: takes deliveries, works on what they touch, sweeps for what nobody told of.
 *
 * @throws {StoreError}
 */
export async function runApp(settings: Settings, log: AppLog): Promise<RunningApp> {
  const store = await openStore({ place: settings.store });
  try {
    return await runOver(store, settings, log);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function runOver(store: Store, settings: Settings, log: AppLog): Promise<RunningApp> {
  const clients = await openAppClients(settings, {
    timing: {
      now: () => performance.now(),
      wall: () => Date.now(),
      sleep: (time) => wait(time),
    },
    log,
  });
  await meetGitHub(clients, log);
  const { now } = clients;
  let isEnding = false;
  const worker = new Worker({
    ...{ store, now, sleep, atOnce: settings.atOnce },
    look: lookAt({
      ...{ store, clients, packs: openPacks() },
      voice: { kind: "check-run", app: settings.app },
    }),
    ended: (ended) => tell(ended, log),
  });
  const sweeper = new Sweeper({
    ...{ store, now, sleep, every: settings.sweepEvery },
    failed: (error) => log.error("a sweep could not be marked", { error: messageOf(error) }),
  });
  const receive = receiver({
    ...{ ...settings, store, now },
    told: ({ status, event, guid, error }) => {
      const fields = { status, event, delivery: guid };
      if (error !== null)
        log.error("a delivery was not kept", { ...fields, error: messageOf(error) });
      else if (status === 202) log.info("delivery", fields);
      else log.warn("a delivery was refused", fields);
    },
  });
  const server = await serve(
    {
      [WEBHOOKS]: receive,
      "/healthz": answerAlive,
      "/readyz": answerReady(store, () => isEnding),
    },
    settings,
  );
  worker.start();
  sweeper.start();
  log.info("started", { address: server.address });
  return {
    address: server.address,
    async next() {
      const { ready, running } = await store.counts(now());
      return ready + running > 0 ? "now" : store.nextReady();
    },
    sweep: () => sweeper.sweep(),
    async stop() {
      isEnding = true;
      await Promise.all([server.stop(), sweeper.stop(), worker.stop()]);
      await store.close();
      log.info("stopped");
    },
  };
}

/** Learns GitHub's clock, by which everything is timed, and whether the app is who it says it is. */
async function meetGitHub({ app }: AppClients, log: AppLog): Promise<void> {
  try {
    const { data } = await app.request("GET /app");
    const { slug } = data as { readonly slug: string };
    log.info("signed in", { app: slug });
  } catch (error) {
    // Deliveries are taken all the same: GitHub may be back before they have to be worked on.
    log.error("GitHub does not know the app, or cannot be reached", { error: messageOf(error) });
  }
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
}

function tell({ lease, how, error, lag }: Ended, log: AppLog): void {
  const { installation, repository, subject, attempts } = lease;
  const fields = { installation, repository, subject, how, lag, attempts };
  if (how === "failed") log.warn("could not be looked at", { ...fields, error: messageOf(error) });
  else log.info("looked at", fields);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
