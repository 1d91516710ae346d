import { createHmac, randomUUID } from "node:crypto";
import { WebhookContract } from "../contract/webhook-contract.ts";
import type { Addresses } from "../rest/shapes/addresses.ts";
import type { World, WorldEvent } from "../world/world.ts";
import { eventPayload, frozen } from "./event-payload.ts";

/** Where events are told. */
export interface Webhook {
  /** On this machine: the sandbox sends nothing anywhere else. */
  readonly url: string;
  readonly secret: string;
  /** Names of events; all unless given. */
  readonly events?: readonly string[];
}

export interface Delivery {
  /** As in `X-GitHub-Delivery`. */
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly url: string;
  /** `null`: it was not taken. */
  readonly status: number | null;
}

/** GitHub waits so long for an answer, in milliseconds, and does not try again. */
const PATIENCE = 10_000;

const LOOPBACK = /^(127(\.\d+){3}|localhost|\[::1\])$/;

/** Tells what happens in a world to webhooks: signed, in order, once. */
export class Webhooks {
  readonly #world: World;
  readonly #at: () => Addresses;
  readonly #violation: (what: string) => void;
  readonly #hooks: Webhook[] = [];
  readonly #deliveries: Delivery[] = [];
  readonly #bodies = new Map<string, { readonly name: string; readonly body: string }>();
  #contract: WebhookContract | null = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(world: World, at: () => Addresses, violation: (what: string) => void) {
    this.#world = world;
    this.#at = at;
    this.#violation = violation;
    world.onEvent((event) => this.#tell(event));
  }

  add(hook: Webhook): void {
    const { hostname, protocol } = new URL(hook.url);
    if (protocol !== "http:" || !LOOPBACK.test(hostname)) {
      throw new Error(`\`${hook.url}\` is not on this machine`);
    }
    this.#hooks.push(hook);
  }

  get deliveries(): readonly Delivery[] {
    return this.#deliveries;
  }

  /** Waits until everything that has happened so far was told. */
  async settled(): Promise<void> {
    await this.#sending;
  }

  /** Sends a delivery again under the same id, as the button on GitHub does. */
  async redeliver(id: string): Promise<void> {
    const sent = this.#bodies.get(id);
    const url = this.#deliveries.find((one) => one.id === id)?.url;
    const hook = this.#hooks.find((one) => one.url === url);
    if (sent === undefined || hook === undefined) throw new Error(`there was no delivery ${id}`);
    await this.#send(hook, { id, action: null, ...sent });
  }

  #tell(event: WorldEvent): void {
    const hooks = this.#hooks.filter(({ events }) => events?.includes(event.name) ?? true);
    if (hooks.length === 0) return;
    const then = frozen(event);
    this.#sending = this.#sending.then(() =>
      this.#deliver(then, hooks).catch((error: unknown) => {
        this.#violation(`webhook ${event.name}: ${String(error)}`);
      }),
    );
  }

  async #deliver(event: WorldEvent, hooks: readonly Webhook[]): Promise<void> {
    const { name, action } = event;
    const payload = await eventPayload(event, { world: this.#world, at: this.#at() });
    this.#contract ??= new WebhookContract();
    const wrong = this.#contract.problems(name, action, payload);
    if (wrong.length > 0) this.#violation(`webhook ${wrong.slice(0, 5).join("; ")}`);
    const body = JSON.stringify(payload);
    for (const hook of hooks) {
      await this.#send(hook, { id: randomUUID(), name, action, body });
    }
  }

  async #send(
    { url, secret }: Webhook,
    told: {
      readonly id: string;
      readonly name: string;
      readonly action: string | null;
      readonly body: string;
    },
  ): Promise<void> {
    const { id, name: event, action, body } = told;
    this.#bodies.set(id, { name: event, body });
    const status = await fetch(url, {
      method: "POST",
      headers: { ...headersOf(event, id), ...signatures(secret, body) },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    }).then(
      async (response) => {
        await response.body?.cancel();
        return response.status;
      },
      () => null,
    );
    this.#deliveries.push({ id, event, action, url, status });
  }
}

function headersOf(event: string, id: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/sandbox",
    "x-github-event": event,
    "x-github-delivery": id,
    "x-github-hook-id": "1",
    "x-github-hook-installation-target-type": "repository",
  };
}

function signatures(secret: string, body: string): Record<string, string> {
  const by = (algorithm: string) => createHmac(algorithm, secret).update(body).digest("hex");
  return {
    "x-hub-signature": `sha1=${by("sha1")}`,
    "x-hub-signature-256": `sha256=${by("sha256")}`,
  };
}
