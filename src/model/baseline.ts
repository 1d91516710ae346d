import type { IsoDate } from "./iso-date.ts";
import type { Place } from "./place.ts";

/** Findings of the day a team began, which warn instead of blocking until its last day. */
export interface Baseline {
  /** `@login` of who sees to it that they go. */
  readonly owner: string;
  /** Inclusive (UTC). */
  readonly until: IsoDate;
  readonly findings: readonly BaselineEntry[];
  readonly at: Place;
}

/** One finding, known again by what it is about and not by where it stands. */
export interface BaselineEntry {
  readonly gate: string;
  readonly rule: string;
  /** `null` where the repository is its one service. */
  readonly service: string | null;
  readonly code: string;
  readonly item: string | null;
  readonly at: Place;
}
