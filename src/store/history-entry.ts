import type { Millis, WorkKey } from "./work.ts";

/** What happened, for audits. Entries are only ever added, and go when they are old. */
export interface HistoryEntry extends WorkKey {
  /** Chosen by the caller, unique: the same entry twice is one. */
  readonly id: string;
  readonly at: Millis;
  /** `verdict`, or another word of the caller's. */
  readonly kind: string;
  readonly stage: string | null;
  /** The commit it is about. */
  readonly head: string | null;
  /** The decision of a verdict, or the caller's word for how it went. */
  readonly outcome: string;
  /** JSON, for whoever asks later. */
  readonly detail: string;
}

/** All that is given has to match. */
export interface HistoryQuestion {
  readonly installation: number;
  readonly repository: string;
  readonly subject?: string;
  readonly kind?: string;
  readonly stage?: string;
  readonly head?: string;
  /** 1 to 1,000. */
  readonly limit: number;
}
