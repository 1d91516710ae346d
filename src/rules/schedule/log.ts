import type { IsoDate } from "../../model/iso-date.ts";
import type { Place } from "../../model/place.ts";
import type { ScheduleFinding } from "./scope.ts";

export interface LogEntry {
  readonly day: IsoDate;
  readonly at: Place;
}

export interface Log {
  readonly entries: readonly LogEntry[];
  /** Entries whose date is none, or that hide something. */
  readonly wrong: readonly ScheduleFinding[];
  /** How messages name it: `` `docs/reviews.md` ``. */
  readonly name: string;
  /** Where it begins. */
  readonly at: Place;
  /** How an entry is written there, with placeholders. */
  readonly form: string;
}
