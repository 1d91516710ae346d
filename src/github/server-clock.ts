/** A runner's clock that is further off than this is not believed. */
const MOST_APART = 60_000;

/**
 * The time by GitHub's clock, learnt from the `Date` of its answers. A clock that is off would let
 * waivers live on and soaks end early; where the two agree the finer one counts.
 */
export class ServerClock {
  readonly #local: () => number;
  #ahead = 0;

  /** @param local milliseconds since 1970 */
  constructor(local: () => number) {
    this.#local = local;
  }

  /** @param date the header `Date` of an answer */
  hear(date: string | null): void {
    const moment = Date.parse(date ?? "");
    if (Number.isNaN(moment)) return;
    const apart = moment - this.#local();
    this.#ahead = Math.abs(apart) > MOST_APART ? apart : 0;
  }

  now(): number {
    return this.#local() + this.#ahead;
  }
}
