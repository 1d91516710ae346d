import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { StoreError } from "../../../src/store/store-error.ts";
import type { StoreNews } from "../../../src/store/store-state.ts";
import type { Lease, Mark } from "../../../src/store/work.ts";
import type { Clockwork } from "./clockwork.ts";
import type { Replica } from "./replica.ts";

/** What the store is asked that may make something ready. */
const STIRRING = new Set(["receive", "mark", "release", "pause", "done", "forget"]);
const WAKING = new Set(["receive", "mark", "release", "pause"]);

export interface StoreFaults {
  /** How likely it is that a call fails, in the one way and in the other. */
  readonly before: number;
  readonly after: number;
  /** How likely it is that news of it reaches nobody. */
  readonly silence: number;
}

export interface StoreWatch {
  /** What was leased, when that took effect. */
  leased(lease: Lease, replica: Replica): void;
  /** It was settled, and that took effect. */
  settled(lease: Lease): void;
  /** A delivery is in the journal, with its marks. */
  kept(marks: readonly Mark[]): void;
  /** All of it is gone. */
  lost(): void;
}

/**
 * The real store, in memory, and shared: each process reaches it over a way on which calls take
 * their time, fail before or after they took effect, or never come back.
 */
export class SharedStore {
  faults: StoreFaults = { before: 0, after: 0, silence: 0 };
  readonly #clockwork: Clockwork;
  readonly #watch: StoreWatch;
  readonly #listeners = new Map<(news: StoreNews) => void, Replica>();
  #real: Store;

  private constructor(real: Store, clockwork: Clockwork, watch: StoreWatch) {
    this.#real = real;
    this.#clockwork = clockwork;
    this.#watch = watch;
  }

  static async open(clockwork: Clockwork, watch: StoreWatch): Promise<SharedStore> {
    return new SharedStore(await openStore({ place: ":memory:" }), clockwork, watch);
  }

  /** As it is, for whoever only looks. */
  get real(): Store {
    return this.#real;
  }

  close(): Promise<void> {
    return this.#real.close();
  }

  /** It is taken away; those who use it find a new one, empty, and learn of it. */
  async lose(): Promise<void> {
    await this.#real.close();
    this.#real = await openStore({ place: ":memory:" });
    this.#watch.lost();
    this.#tell("lost");
  }

  /** As one process reaches it. */
  for(replica: Replica): Store {
    const listen: Store["listen"] = (listener) => {
      this.#listeners.set(listener, replica);
      return () => this.#listeners.delete(listener);
    };
    return new Proxy(this.#real, {
      get: (_, name) => {
        if (name === "listen") return listen;
        return (...given: readonly unknown[]) => this.#call(String(name), given, replica);
      },
    });
  }

  async #call(name: string, given: readonly unknown[], replica: Replica): Promise<unknown> {
    const clockwork = this.#clockwork;
    await replica.step(clockwork.between(0, 2));
    if (clockwork.isSo(this.faults.before)) throw away();
    const real = this.#real as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>;
    const result = await clockwork.really(real[name]?.(...given) ?? Promise.resolve());
    this.#heed(name, given, result, replica);
    await replica.step(clockwork.between(0, 2));
    if (clockwork.isSo(this.faults.after)) throw away();
    return result;
  }

  #heed(name: string, given: readonly unknown[], result: unknown, replica: Replica): void {
    if (name === "claim") {
      for (const lease of result as readonly Lease[]) this.#watch.leased(lease, replica);
      // What is leased is ready again once that ends.
      if ((result as readonly Lease[]).length > 0) this.#stir();
    }
    if (name === "done" && result === "done") this.#watch.settled(given[0] as Lease);
    if (name === "receive" && result === "new") this.#watch.kept(given[1] as readonly Mark[]);
    if (name === "nextReady") {
      replica.idleUntil = result as number | null;
    }
    if (STIRRING.has(name)) this.#stir();
    if (WAKING.has(name) && !this.#clockwork.isSo(this.faults.silence)) this.#tell("work");
  }

  #stir(): void {
    for (const replica of new Set(this.#listeners.values())) replica.stir();
  }

  #tell(news: StoreNews): void {
    for (const [listener, replica] of this.#listeners) {
      if (replica.isAlive) void replica.step(1).then(() => listener(news));
      else this.#listeners.delete(listener);
    }
  }
}

function away(): StoreError {
  return new StoreError("store-unreachable", "The store is away", "wait");
}
