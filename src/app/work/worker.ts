import type { Store } from "../../store/store.ts";
import type { Lease, Millis } from "../../store/work.ts";
import { LeaseLost } from "../clients/leased-client.ts";
import { backOff } from "./back-off.ts";
import type { Look } from "./look.ts";

/** How long a lease lasts without being held on to. */
const LEASE = 60_000;
/** So much of it has to be left for whoever begins to write: nobody waits longer for GitHub's answer. */
const LONGEST_WRITE = 20_000;
/** So often a lease is held on to while the work goes on. */
const HOLD_EVERY = 20_000;
/** Others may have marked something and could not say so. */
const POLL = 1_000;
/** What is ready and could not be had yet is asked for again, but not without a breath. */
const SHORTEST = 10;
/** Whoever takes longer is taken for hung, and holds its lease no more. */
const LONGEST_LOOK = 5 * 60_000;

export interface Working {
  readonly store: Store;
  readonly look: Look;
  /** How many subjects are looked at at once. */
  readonly atOnce: number;
  /** Milliseconds since 1970, by the clock all processes share as well as they can. */
  now(): Millis;
  /** Resolves after so long, or when it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Told how each look ended. */
  ended(ended: Ended): void;
}

export interface Ended {
  readonly lease: Lease;
  readonly how: "done" | "postponed" | "failed" | "lost" | "gone";
  /** Of `failed`. */
  readonly error: unknown;
  /** Why something could not be written, where it could not. */
  readonly unsaid: string | null;
  /** From the first mark it answers until it was settled, in milliseconds. */
  readonly lag: number;
}

/**
 * Empties the work list: leases what is ready, looks at it, settles it. Several, in one process or
 * in many, share the work. Nothing is lost with one that dies: its leases run out.
 */
export class Worker {
  readonly #working: Working;
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #wake = new AbortController();
  #loop: Promise<void> | null = null;

  constructor(working: Working) {
    this.#working = working;
  }

  start(): void {
    const unlisten = this.#working.store.listen(() => this.#wakeUp());
    this.#loop = this.#run().finally(unlisten);
  }

  /** Claims nothing more, and resolves once what is under way has ended. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wakeUp();
    await this.#loop;
    await Promise.all(this.#running);
  }

  #wakeUp(): void {
    this.#wake.abort();
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#wake = new AbortController();
      let wait: number;
      try {
        wait = await this.#claim();
      } catch {
        // The store has told what it lacks; until it has that, nothing can be claimed.
        wait = POLL;
      }
      if (wait > 0) await this.#working.sleep(wait, this.#wake.signal);
    }
  }

  /** @returns how long nothing will be ready, in milliseconds. */
  async #claim(): Promise<number> {
    const { store, atOnce, now } = this.#working;
    const limit = atOnce - this.#running.size;
    if (limit <= 0) return POLL;
    const time = now();
    const leases = await store.claim({ now: time, until: time + LEASE, limit });
    for (const lease of leases) this.#begin(lease);
    if (leases.length === limit) return POLL;
    const next = await store.nextReady();
    return next === null ? POLL : Math.min(POLL, Math.max(SHORTEST, next - now()));
  }

  #begin(lease: Lease): void {
    const run = this.#work(lease)
      // The store is away: the lease runs out, and somebody looks again.
      .catch(() => undefined)
      .finally(() => {
        this.#running.delete(run);
        this.#wakeUp();
      });
    this.#running.add(run);
  }

  async #work(lease: Lease): Promise<void> {
    const { store, look, now, ended } = this.#working;
    const over = new AbortController();
    const keeping = this.#keep(lease, over.signal);
    const tell = (how: Ended["how"], error: unknown = null, unsaid: string | null = null) =>
      ended({ lease, how, error, unsaid, lag: now() - lease.markedAt });
    try {
      const looked = await look({ lease, hold: () => this.#hold(lease) });
      if (looked.state === "postponed") {
        await store.release(lease, { at: looked.until, error: null });
        tell("postponed");
      } else if (looked.state === "gone") {
        await store.forget(looked.what);
        tell("gone");
      } else {
        const { state: _, unsaid = null, ...settled } = looked;
        const done = await store.done(lease, { ...settled, now: now() });
        tell(done === "done" ? "done" : "lost", null, unsaid);
      }
    } catch (error) {
      if (error instanceof LeaseLost) {
        tell("lost");
        return;
      }
      tell("failed", error);
      await store.release(lease, {
        at: now() + backOff(lease.attempts),
        error: error instanceof Error ? error.message : "it failed",
      });
    } finally {
      over.abort();
      await keeping;
    }
  }

  async #hold(lease: Lease): Promise<void> {
    const { store, now } = this.#working;
    const until = now() + LEASE;
    const held = await store.extend(lease, until);
    // A process that stood still meanwhile may hear that it has what is another's by now.
    if (held === "lost" || now() > until - LONGEST_WRITE) throw new LeaseLost();
  }

  async #keep(lease: Lease, over: AbortSignal): Promise<void> {
    for (let held = 0; held < LONGEST_LOOK; held += HOLD_EVERY) {
      await this.#working.sleep(HOLD_EVERY, over);
      if (over.aborted) return;
      // Whether it is lost is asked again before the next write.
      await this.#hold(lease).catch(() => undefined);
    }
  }
}
