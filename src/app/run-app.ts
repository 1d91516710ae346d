import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { openPacks } from "../worktree/template-files.ts";
import type { AppLog } from "./app-log.ts";
import { type AppClients, type ClientTiming, openAppClients } from "./clients/app-clients.ts";
import { receiver } from "./ingest/receive.ts";
import { AppMetrics } from "./metrics/app-metrics.ts";
import { keptFor } from "./metrics/kept-for.ts";
import type { Settings } from "./settings.ts";
import { Sweeper } from "./sweep.ts";
import { errorFields } from "./telling/error-fields.ts";
import { answerAlive, answerReady } from "./web/answer-health.ts";
import { answerMetrics } from "./web/answer-metrics.ts";
import { serve } from "./web/http-server.ts";
import { WEBHOOKS } from "./web/webhooks-path.ts";
import type { Look } from "./work/look.ts";
import { lookAt } from "./work/look-at.ts";
import { UnderWay } from "./work/under-way.ts";
import { type Ended, Worker } from "./work/worker.ts";

/** The work list is counted no more often, however often it is asked for. */
const COUNTED_FOR = 5_000;
/** So long what is under way may take to end; whoever stops us waits ten seconds, and then kills. */
const PATIENCE = 7_000;

export interface RunningApp {
  readonly address: string;
  /** Where `/metrics` is. */
  readonly metricsAddress: string;
  /** When something will be looked at next, by GitHub's clock; `now` while something is. */
  next(): Promise<"now" | number | null>;
  /** Has everything looked at, and not only what GitHub told of. */
  sweep(): Promise<void>;
  /** Copies the store beside it. @returns where to; `null` where its database has tools for that */
  backUp(): Promise<string | null>;
  /**
   * Takes nothing more, ends what is under way, lets go of the store.
   *
   * @param patience how long to wait for what is under way, in milliseconds; then it is given back,
   *   for another replica to look at or this one after its restart.
   */
  stop(patience?: number): Promise<void>;
}

/** How time passes for the service. */
export interface AppTiming extends ClientTiming {
  /** Resolves after so long, or when it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

const MACHINE: AppTiming = {
  now: () => performance.now(),
  wall: () => Date.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }).catch(() => undefined),
};

/**
 * Starts the service: takes deliveries, works on what they touch, sweeps for what nobody told of.
 *
 * @param timing that of this machine unless given: tests do not wait for limits to pass.
 * @throws {StoreError}
 */
export async function runApp(
  settings: Settings,
  log: AppLog,
  timing: AppTiming = MACHINE,
): Promise<RunningApp> {
  const store = await openStore({ place: settings.store });
  try {
    return await runOver(store, settings, { log, timing });
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function runOver(
  store: Store,
  settings: Settings,
  { log, timing }: { readonly log: AppLog; readonly timing: AppTiming },
): Promise<RunningApp> {
  const { sleep } = timing;
  // By GitHub's clock, as all times in the store are and those at which budgets are whole again.
  const now = () => clients.now();
  const counts = keptFor(COUNTED_FOR, () => store.counts(now()).catch(() => null), timing.now);
  const metrics = new AppMetrics(counts, now);
  const clients = await openAppClients(settings, {
    ...{ timing, log },
    heard: (answer) => metrics.heard(answer),
  });
  await meetGitHub(clients, log);
  const underWay = new UnderWay();
  let isEnding = false;
  const worker = new Worker({
    ...{ store, now, sleep, atOnce: settings.atOnce },
    look: underWay.counted(
      judged(
        metrics,
        lookAt({
          ...{ store, clients, packs: openPacks() },
          voice: { kind: "check-run", app: settings.app },
          sleep: (time) => wait(time),
        }),
      ),
    ),
    ended(ended) {
      metrics.looked(ended);
      tell(ended, log);
    },
  });
  const sweeper = new Sweeper({
    ...{ store, now, sleep, every: settings.sweepEvery },
    failed: (error) => log.error("a sweep could not be marked", errorFields(error)),
  });
  const receive = receiver({
    ...{ ...settings, store, now },
    told: ({ status, event, guid, error, forgery }) => {
      const fields = { status, event, delivery: guid };
      metrics.delivered(event, status);
      if (error !== null)
        log.error("a delivery was not kept", { ...fields, ...errorFields(error) });
      else if (status === 202) log.info("delivery", fields);
      else log.warn("a delivery was refused", fields);
      if (forgery !== null)
        log.warn("somebody else wrote under our name", { ...fields, ...forgery });
    },
  });
  const server = await serve(
    {
      [WEBHOOKS]: async (request, response) => {
        const taken = performance.now();
        await receive(request, response);
        metrics.answered((performance.now() - taken) / 1_000);
      },
      "/healthz": answerAlive,
      "/readyz": answerReady(store, () => isEnding),
    },
    settings,
  );
  const { metricsHost: host, metricsPort: port } = settings;
  const metricsServer = await serve({ "/metrics": answerMetrics(metrics) }, { host, port });
  worker.start();
  sweeper.start();
  const addresses = { address: server.address, metricsAddress: metricsServer.address };
  log.info("started", addresses);
  return {
    ...addresses,
    async next() {
      const { ready, running } = await store.counts(now());
      return ready + running > 0 ? "now" : store.nextReady();
    },
    sweep: () => sweeper.sweep(),
    async backUp() {
      const copy = `${settings.store}.backup`;
      return (await store.backUp(copy)) ? copy : null;
    },
    async stop(patience = PATIENCE) {
      isEnding = true;
      const ended = Promise.all([server.stop(), sweeper.stop(), worker.stop()]);
      const late = new AbortController();
      const isLate = await Promise.race([
        ended.then(() => false),
        wait(patience, true, { signal: late.signal }).catch(() => true),
      ]);
      late.abort();
      try {
        if (isLate) {
          server.cut();
          log.warn("given back, unfinished", { count: await underWay.letGo(store, now()) });
        }
      } finally {
        metricsServer.cut();
        await metricsServer.stop();
        await store.close();
      }
      log.info("stopped");
    },
  };
}

/** Counts the verdicts among what looks have come to. */
function judged(metrics: AppMetrics, look: Look): Look {
  return async (held) => {
    const looked = await look(held);
    if (looked.state === "settled") {
      const verdicts = looked.history?.filter(({ kind }) => kind === "verdict") ?? [];
      for (const { outcome } of verdicts) metrics.judged(outcome);
    }
    return looked;
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
    log.error("GitHub does not know the app, or cannot be reached", errorFields(error));
  }
}

function tell({ lease, how, error, unsaid, lag }: Ended, log: AppLog): void {
  const { installation, repository, subject, attempts } = lease;
  const fields = { installation, repository, subject, how, lag, attempts };
  if (how === "failed") log.warn("could not be looked at", { ...fields, ...errorFields(error) });
  else if (unsaid !== null) log.warn("could not be said", { ...fields, unsaid });
  else log.info("looked at", fields);
}
