import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { WebhookContract } from "../contract/webhook-contract.ts";
import { type Addresses, nodeId } from "../rest/shapes/addresses.ts";
import { hears } from "../world/app-events.ts";
import type { World } from "../world/world.ts";
import type { WorldEvent } from "../world/world-event.ts";
import {
  type Delivery,
  deliver,
  type Outcome,
  type Receiver,
  type Told,
  UNREACHED,
} from "./delivery.ts";
import { DeliveryFaults } from "./delivery-faults.ts";
import { eventPayload, type FrozenEvent, frozen } from "./event-payload.ts";

/** Where the events of all repositories are told. */
export interface Webhook {
  /** On this machine: the sandbox sends nothing anywhere else. */
  readonly url: string;
  readonly secret: string;
  /** Names of events; all unless given. */
  readonly events?: readonly string[];
}

/** Who hears of an event, and as which installation. */
interface Hearer {
  readonly receiver: Receiver;
  readonly installation: number | null;
}

const LOOPBACK = /^(127(\.\d+){3}|localhost|\[::1\])$/;

/** GitHub keeps more; this is a sandbox. */
const MOST_KEPT = 20_000;

/** Tells what happens in a world to webhooks and apps: signed, in order, once, unless asked otherwise. */
export class Webhooks {
  readonly faults = new DeliveryFaults();
  readonly #world: World;
  readonly #at: () => Addresses;
  readonly #violation: (what: string) => void;
  readonly #hooks: (Receiver & Pick<Webhook, "events">)[] = [];
  readonly #deliveries: Delivery[] = [];
  readonly #late = new Set<Promise<void>>();
  #held: (() => Promise<void>)[] = [];
  #behind: { left: number; readonly send: () => Promise<void> }[] = [];
  #contract: WebhookContract | null = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(world: World, at: () => Addresses, violation: (what: string) => void) {
    this.#world = world;
    this.#at = at;
    this.#violation = violation;
    world.onEvent((event) => this.#tell(event));
  }

  add({ events, ...hook }: Webhook): void {
    mustBeHere(hook.url);
    const id = this.#hooks.length + 1;
    this.#hooks.push({ id, app: null, ...hook, ...(events !== undefined && { events }) });
  }

  get deliveries(): readonly Delivery[] {
    return this.#deliveries;
  }

  /** Waits until everything that has happened so far was told, but for what is held. */
  async settled(): Promise<void> {
    await this.#sending;
    const behind = this.#behind;
    this.#behind = [];
    for (const { send } of behind) await send();
    await Promise.all(this.#late);
  }

  /** Sends what was held, in the order in which it happened. */
  async release(): Promise<void> {
    const held = this.#held;
    this.#held = [];
    for (const send of held) await send();
  }

  /** Sends a delivery again under the same id, as the button on GitHub does. */
  async redeliver(id: string): Promise<void> {
    const sent = this.#deliveries.find((one) => one.id === id);
    if (sent === undefined) throw new Error(`there was no delivery ${id}`);
    await this.#send(sent.told, true);
  }

  /** As `redeliver`, but after what happens now, as the API does. */
  redeliverLater({ told }: Delivery): void {
    this.#next(() => this.#hand(told, true), told.event);
  }

  #tell(event: WorldEvent): void {
    const hearers = this.#hearersOf(event);
    if (hearers.length === 0) return;
    const then = frozen(event);
    this.#next(() => this.#deliver(then, hearers), event.name);
  }

  #next(act: () => Promise<void>, what: string): void {
    this.#sending = this.#sending.then(() =>
      act().catch((error: unknown) => this.#violation(`webhook ${what}: ${String(error)}`)),
    );
  }

  #hearersOf(event: WorldEvent): readonly Hearer[] {
    const { repository, onlyApp } = event;
    const hooks =
      repository === null || onlyApp !== undefined
        ? []
        : this.#hooks.filter(({ events }) => events?.includes(event.name) ?? true);
    const ofApps = [...this.#world.installations.values()].flatMap((installation) => {
      const app = this.#world.app(installation.app);
      if (app === null || app.webhook === null || !hears(app, installation, event)) return [];
      mustBeHere(app.webhook.url);
      const receiver = { id: app.id, app: app.id, ...app.webhook };
      return [{ receiver, installation: installation.id }];
    });
    return [...hooks.map((receiver) => ({ receiver, installation: null })), ...ofApps];
  }

  async #deliver(event: FrozenEvent, hearers: readonly Hearer[]): Promise<void> {
    const { name, action, repository } = event;
    const payload = await eventPayload(event, { world: this.#world, at: this.#at() });
    this.#contract ??= new WebhookContract();
    const wrong = this.#contract.problems(name, action, payload);
    if (wrong.length > 0) this.#violation(`webhook ${wrong.slice(0, 5).join("; ")}`);
    for (const { receiver, installation } of hearers) {
      const body = JSON.stringify({ ...payload, ...installationIn(payload, installation) });
      const told = { id: randomUUID(), event: name, action, receiver, body, installation };
      await this.#hand({ ...told, repository: repository?.id ?? null }, false);
    }
  }

  /** Sends, or does what was asked to go wrong. */
  async #hand(told: Told, redelivery: boolean): Promise<void> {
    const fault = this.faults.of(told);
    const send = () => this.#send(told, redelivery);
    if (fault?.kind === "never") return;
    if (fault?.kind === "lost") return this.#note(told, redelivery, UNREACHED);
    if (fault?.kind === "held") return void this.#held.push(send);
    if (fault?.kind === "behind") return void this.#behind.push({ left: fault.others, send });
    if (fault?.kind === "late") {
      const late = wait(fault.by)
        .then(send)
        .finally(() => this.#late.delete(late));
      this.#late.add(late);
      return;
    }
    await send();
    if (fault?.kind === "doubled") await send();
    for (const one of this.#behind) one.left -= 1;
    const due = this.#behind.filter(({ left }) => left <= 0);
    this.#behind = this.#behind.filter(({ left }) => left > 0);
    for (const one of due) await one.send();
  }

  async #send(told: Told, redelivery: boolean): Promise<void> {
    const now = { ...told, receiver: this.#whereNow(told.receiver) };
    this.#note(now, redelivery, await deliver(now));
  }

  /** An app may have moved since. */
  #whereNow(receiver: Receiver): Receiver {
    const webhook = receiver.app === null ? null : (this.#world.app(receiver.app)?.webhook ?? null);
    if (webhook !== null) mustBeHere(webhook.url);
    return { ...receiver, ...webhook };
  }

  #note(told: Told, redelivery: boolean, outcome: Outcome): void {
    const { id, event, action, receiver } = told;
    const about = { id, number: this.#world.nextId(), event, action, url: receiver.url };
    this.#deliveries.push({ ...about, ...outcome, at: this.#world.now, redelivery, told });
    if (this.#deliveries.length > MOST_KEPT) this.#deliveries.shift();
  }
}

function mustBeHere(url: string): void {
  const { hostname, protocol } = new URL(url);
  if (protocol !== "http:" || !LOOPBACK.test(hostname)) {
    throw new Error(`\`${url}\` is not on this machine`);
  }
}

/** An app is told as which installation it hears, unless that is what it hears of. */
function installationIn(payload: object, installation: number | null) {
  if (installation === null || "installation" in payload) return {};
  return {
    installation: { id: installation, node_id: nodeId("IntegrationInstallation", installation) },
  };
}
