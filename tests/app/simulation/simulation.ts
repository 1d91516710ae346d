import { Claims } from "./claims.ts";
import { Clockwork } from "./clockwork.ts";
import { Hosted, type HostedEvent } from "./hosted.ts";
import type { ListedDelivery } from "./hosted-rest.ts";
import { NO_FAULTS, type RequestFaults } from "./model-client.ts";
import { Replica } from "./replica.ts";
import { type ServiceReplica, startService } from "./service-replica.ts";
import { SharedStore } from "./shared-store.ts";

/** What goes wrong with deliveries, by how likely it is. */
export interface DeliveryFaults {
  /** Listed as failed. */
  readonly lost: number;
  /** Nobody ever knows of it. */
  readonly never: number;
  readonly doubled: number;
  readonly late: number;
}

export const ALL_COME: DeliveryFaults = { lost: 0, never: 0, doubled: 0, late: 0 };

/** GitHub waits no longer for an answer. */
const PATIENCE = 10_000;

interface Delivery {
  readonly guid: string;
  readonly event: HostedEvent;
}

/** GitHub, the store and the processes of the service, in a world with its own time. */
export class Simulation {
  readonly clockwork: Clockwork;
  readonly hosted: Hosted;
  readonly claims: Claims;
  readonly store: SharedStore;
  readonly services: ServiceReplica[] = [];
  requestFaults: RequestFaults = NO_FAULTS;
  deliveryFaults: DeliveryFaults = ALL_COME;
  readonly #attempts: (ListedDelivery & { readonly delivery: Delivery })[] = [];
  #count = 0;

  private constructor({ clockwork, hosted, claims, store }: Made) {
    this.clockwork = clockwork;
    this.hosted = hosted;
    this.claims = claims;
    this.store = store;
  }

  static async open(seed: number): Promise<Simulation> {
    const clockwork = new Clockwork(seed);
    let tell: (event: HostedEvent) => void = () => {};
    const hosted = new Hosted(clockwork, (event) => tell(event));
    const claims = new Claims(hosted, () => clockwork.now);
    const store = await SharedStore.open(clockwork, claims);
    const simulation = new Simulation({ clockwork, hosted, claims, store });
    tell = (event) => simulation.#tell(event);
    return simulation;
  }

  get alive(): readonly ServiceReplica[] {
    return this.services.filter(({ replica }) => replica.isAlive);
  }

  start(): ServiceReplica {
    this.#count += 1;
    const replica = new Replica(`replica ${this.#count}`, this.clockwork);
    const service = startService(replica, this.store, {
      hosted: this.hosted,
      clockwork: this.clockwork,
      watch: this.claims,
      faults: () => this.requestFaults,
      deliveries: () => this.#attempts.toReversed(),
      redeliver: (id) => {
        const attempt = this.#attempts.find((one) => one.id === id);
        if (attempt !== undefined) this.#send(attempt.delivery);
      },
    });
    this.services.push(service);
    return service;
  }

  async end(): Promise<void> {
    for (const { replica } of this.services) replica.kill();
    await this.store.close();
  }

  #tell(event: HostedEvent): void {
    const { clockwork } = this;
    const { lost, never, doubled, late } = this.deliveryFaults;
    this.#count += 1;
    const delivery = { guid: `delivery-${this.#count}`, event };
    if (clockwork.isSo(never)) return;
    if (clockwork.isSo(lost)) {
      this.#note(delivery, 0);
      return;
    }
    this.#send(delivery, clockwork.isSo(late) ? clockwork.between(1_000, 90_000) : 0);
    if (clockwork.isSo(doubled)) this.#send(delivery, clockwork.between(0, 20_000));
  }

  /** Those sent at once overtake each other. */
  #send(delivery: Delivery, late = 0): void {
    const { clockwork } = this;
    const soon = clockwork.now + late + clockwork.between(5, 400);
    clockwork.at(soon, () => this.#deliver(delivery));
  }

  #deliver(delivery: Delivery): void {
    const { clockwork } = this;
    const ready = this.alive.filter((service) => service.isReady());
    if (ready.length === 0) {
      this.#note(delivery, 0);
      return;
    }
    let isAnswered = false;
    const answer = (status: number) => {
      if (!isAnswered) this.#note(delivery, status);
      isAnswered = true;
    };
    clockwork.at(clockwork.now + PATIENCE, () => answer(0));
    void clockwork
      .oneOf(ready)
      .receive(delivery.guid, delivery.event)
      .then(
        () => answer(202),
        () => answer(503),
      );
  }

  #note(delivery: Delivery, status: number): void {
    this.#attempts.push({
      ...{ id: this.#attempts.length + 1, guid: delivery.guid, status_code: status, delivery },
      delivered_at: new Date(this.clockwork.now).toISOString(),
    });
  }
}

type Made = Pick<Simulation, "clockwork" | "hosted" | "claims" | "store">;
