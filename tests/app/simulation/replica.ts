import { ServerClock } from "../../../src/github/server-clock.ts";
import type { Clockwork } from "./clockwork.ts";

/** Sleeps of at most so long are a worker's polls. */
const POLL = 1_000;

/**
 * A process that runs the service. All that it waits for it waits for here: so it can be slow, stand
 * still, and die between any two steps, after which nothing of it goes on.
 */
export class Replica {
  readonly name: string;
  readonly clock: ServerClock;
  readonly #clockwork: Clockwork;
  readonly #parked = new Set<() => void>();
  #isAlive = true;
  #stillUntil = 0;
  /** How far its own clock is from the truth. */
  #skew = 0;
  #stepsLeft = Number.POSITIVE_INFINITY;
  #died: () => void = () => {};
  #stepsToSleep = Number.POSITIVE_INFINITY;
  #sleepsFor = 0;
  /** Nothing in the store is ready before; `null` for never, `undefined` where nobody knows. */
  idleUntil: number | null | undefined;

  constructor(name: string, clockwork: Clockwork) {
    this.name = name;
    this.#clockwork = clockwork;
    this.clock = new ServerClock(() => this.#clockwork.now + this.#skew);
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** By its own clock, as corrected by GitHub's. */
  now(): number {
    return this.clock.now();
  }

  /** From now on nothing of it goes on. */
  kill(): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    this.#died();
  }

  /** Dies after so many steps more, wherever it is by then. */
  killAfter(steps: number, died: () => void): void {
    this.#stepsLeft = steps;
    this.#died = died;
  }

  /** As a machine that is put to sleep after so many steps more: it goes on where it was, later. */
  standStillAfter(steps: number, milliseconds: number): void {
    this.#stepsToSleep = steps;
    this.#sleepsFor = milliseconds;
  }

  /** Nothing is the matter with it any more. */
  heal(): void {
    this.killAfter(Number.POSITIVE_INFINITY, () => {});
    this.standStillAfter(Number.POSITIVE_INFINITY, 0);
    this.#stillUntil = 0;
    this.setClock(0);
  }

  setClock(skew: number): void {
    this.#skew = skew;
    this.stir();
  }

  /** GitHub's clock, from an answer. */
  hear(): void {
    const before = this.now();
    this.clock.hear(new Date(this.#clockwork.now).toUTCString());
    if (Math.abs(this.now() - before) > POLL) this.stir();
  }

  /** One step of so long. Of a process that is dead it never ends. */
  step(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        this.#stepsLeft -= 1;
        if (this.#stepsLeft <= 0) this.kill();
        if (!this.#isAlive) return;
        this.#stepsToSleep -= 1;
        if (this.#stepsToSleep === 0) this.#stillUntil = this.#clockwork.now + this.#sleepsFor;
        this.#onceAwake(resolve);
      };
      this.#clockwork.at(this.#clockwork.now + milliseconds, end);
    });
  }

  #onceAwake(act: () => void): void {
    if (this.#stillUntil <= this.#clockwork.now) act();
    else this.#clockwork.at(this.#stillUntil, () => this.#isAlive && this.#onceAwake(act));
  }

  /** A sleep as the service asks for it. Polls that would find nothing are passed over. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      let isOver = false;
      const end = () => {
        if (isOver || !this.#isAlive) return;
        if (this.#stillUntil > this.#clockwork.now) {
          this.#clockwork.at(this.#stillUntil, end);
          return;
        }
        isOver = true;
        this.#parked.delete(end);
        signal.removeEventListener("abort", end);
        resolve();
      };
      signal.addEventListener("abort", end);
      const until = this.idleUntil;
      const isPoll = milliseconds <= POLL && until !== undefined;
      if (isPoll) this.#parked.add(end);
      const ahead = until === null ? Number.POSITIVE_INFINITY : (until ?? 0) - this.now();
      const wait = isPoll ? Math.max(milliseconds, ahead) : milliseconds;
      if (Number.isFinite(wait)) this.#clockwork.at(this.#clockwork.now + wait, end);
    });
  }

  /** Something may be ready: its polls go on within a second, as they would have anyway. */
  stir(): void {
    for (const end of this.#parked) {
      this.#clockwork.at(this.#clockwork.now + this.#clockwork.between(0, POLL), end);
    }
    this.#parked.clear();
    this.idleUntil = undefined;
  }
}
