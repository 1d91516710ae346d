import { AsyncLocalStorage } from "node:async_hooks";
import { journalled } from "../../../src/app/ingest/marks-of.ts";
import { Sweeper } from "../../../src/app/sweep.ts";
import { lookAt } from "../../../src/app/work/look-at.ts";
import { Worker } from "../../../src/app/work/worker.ts";
import { openPacks } from "../../../src/worktree/template-files.ts";
import type { Claims, Looked } from "./claims.ts";
import type { HostedEvent } from "./hosted.ts";
import { APP } from "./hosted-state.ts";
import { modelClients, type Requesting } from "./model-client.ts";
import type { Replica } from "./replica.ts";
import type { SharedStore } from "./shared-store.ts";

const PACKS = openPacks();
const DEBOUNCE = 1_000;
/** The story has everything looked at when it wants to. */
const NEVER = 1e9;

/** The service in one process, put together as `runApp` does. */
export interface ServiceReplica {
  readonly replica: Replica;
  /** It takes deliveries once it has met GitHub, or tried to. */
  isReady(): boolean;
  /** Resolves once it would be answered with 202. */
  receive(guid: string, event: HostedEvent): Promise<void>;
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

export function startService(
  replica: Replica,
  shared: SharedStore,
  requesting: Requesting<Looked> & { readonly watch: Claims },
): ServiceReplica {
  const store = shared.for(replica);
  const looks = new AsyncLocalStorage<Looked>();
  const clients = modelClients(replica, looks, requesting);
  const now = () => replica.now();
  const sleep = (time: number, signal: AbortSignal) => replica.sleep(time, signal);
  const voice = { kind: "check-run", app: APP } as const;
  const look = lookAt({
    ...{ store, clients, packs: PACKS, voice },
    sleep: (time) => replica.step(time),
  });
  const worker = new Worker({
    ...{ store, now, sleep, atOnce: 4, ended: () => {} },
    look: (held) => {
      const watched = requesting.watch.look(held.lease.token);
      return watched === undefined ? look(held) : looks.run(watched, () => look(held));
    },
  });
  const sweeper = new Sweeper({ store, now, sleep, every: NEVER, failed: () => {} });
  let isReady = false;
  const begin = async () => {
    await clients.app.request("GET /app").catch(() => undefined);
    isReady = true;
    worker.start();
    sweeper.start();
  };
  void begin();
  return {
    replica,
    isReady: () => isReady,
    async receive(guid, { event, payload }) {
      const arrival = { guid, event, payload, receivedAt: now(), size: 1 };
      const { delivery, marks } = journalled(arrival, { app: APP, debounce: DEBOUNCE });
      await store.receive(delivery, marks);
      await replica.step(1);
    },
    sweep: () => sweeper.sweep(),
    async stop() {
      await Promise.all([sweeper.stop(), worker.stop()]);
    },
  };
}
