export interface Timing {
  /** Milliseconds, by a clock that never goes back. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * So many points in any span of so long. Whoever asks for more waits until older ones have passed
 * out of the span, in turn.
 */
export class RollingBudget {
  readonly #points: number;
  readonly #span: number;
  readonly #timing: Timing;
  readonly #spent: { readonly at: number; readonly cost: number }[] = [];
  #total = 0;
  #turn: Promise<void> = Promise.resolve();

  /** @param span in milliseconds */
  constructor(points: number, span: number, timing: Timing) {
    this.#points = points;
    this.#span = span;
    this.#timing = timing;
  }

  /** Resolves once the points are there, and spends them. */
  take(cost: number): Promise<void> {
    const taken = this.#turn.then(() => this.#take(cost));
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  /** Whether so much could be spent now and leave that much to others. */
  has(cost: number, leaving = 0): boolean {
    this.#passOut(this.#timing.now());
    return this.#total + cost + leaving <= this.#points;
  }

  async #take(cost: number): Promise<void> {
    for (;;) {
      const now = this.#timing.now();
      this.#passOut(now);
      const [oldest] = this.#spent;
      if (this.#total + cost <= this.#points || oldest === undefined) {
        this.#spent.push({ at: now, cost });
        this.#total += cost;
        return;
      }
      await this.#timing.sleep(oldest.at + this.#span - now);
    }
  }

  #passOut(now: number): void {
    for (let oldest = this.#spent[0]; oldest !== undefined; oldest = this.#spent[0]) {
      if (now - oldest.at < this.#span) break;
      this.#total -= oldest.cost;
      this.#spent.shift();
    }
  }
}
