import type { IsoDate } from "../model/iso-date.ts";
import { dayOf, daysBetween, endOf, type Instant, startOf } from "./date.ts";
import type { Duration } from "./duration.ts";

/**
 * The only way a judgement may look at the time. Every moment it compares with and finds still
 * ahead is kept, so that the earliest of them says until when the verdict holds: nothing that
 * depends on time can be forgotten.
 */
export class Timeline {
  readonly #now: Instant;
  #next: Instant | null = null;

  constructor(now: Instant) {
    // Nothing is older than that: all that can end would hold.
    if (Number.isNaN(now)) throw new RangeError("no time to judge as of");
    this.#now = now;
  }

  /** Made where it is asked for: there are many times, and few are asked for their day. */
  get today(): IsoDate {
    return dayOf(this.#now);
  }

  /** Whether it is that moment or later. */
  reached(moment: Instant): boolean {
    if (this.#now >= moment) return true;
    if (this.#next === null || moment < this.#next) this.#next = moment;
    return false;
  }

  /** The same time, for what may turn out to make no difference: what it is asked for is not kept here. */
  aside(): Timeline {
    return new Timeline(this.#now);
  }

  /** The earliest moment asked for that lies ahead. */
  get next(): Instant | null {
    return this.#next;
  }

  /** A day that claims something happened lies after today. */
  isAhead(day: IsoDate): boolean {
    return !this.reached(startOf(day));
  }

  /** The day itself still counts. */
  isOver(day: IsoDate): boolean {
    return this.reached(endOf(day));
  }

  /**
   * A day's age runs from its end: what was measured on the 1st with a limit of `30d` is fresh
   * up to and including the 31st.
   */
  isOlder(day: IsoDate, limit: Duration): boolean {
    return this.reached(endOf(day) + limit);
  }

  /** For texts only: what is said may change daily without changing what is judged. */
  daysSince(day: IsoDate): number {
    return daysBetween(day, this.today);
  }

  /** For texts only. */
  sinceInstant(moment: Instant): Duration {
    return this.#now - moment;
  }
}
