import type { HistoryEntry } from "./history-entry.ts";

/** Milliseconds since 1970, whole. */
export type Millis = number;

/**
 * What is looked at as one, and by one worker at a time. `subject` is the caller's own word, such as
 * `pull/12`, `ref/refs/heads/main`, `fan-out/production` or `sweep/deliveries`. Work of the app
 * itself has the installation 0 and the repository "".
 */
export interface WorkKey {
  readonly installation: number;
  readonly repository: string;
  readonly subject: string;
}

/** `background` work waits for other work of its installation, but not for ever. */
export type Lane = "prompt" | "background";

/**
 * "Look at this again." Marks of one subject become one: the earliest `readyAt` counts, which may
 * lie ahead (to wait for more marks, or for a moment at which the verdict changes).
 */
export interface Mark extends WorkKey {
  readonly readyAt: Millis;
  readonly lane?: Lane;
}

/** The right to look at a subject, until it is done, given back, or lost. */
export interface Lease extends WorkKey {
  /** Tells this lease from all others. */
  readonly token: string;
  /** How many marks there were when it was claimed, counted since the subject was last settled. */
  readonly generation: number;
  /** The how-manieth try this is since it was last done, from 1; counts those whose worker died. */
  readonly attempts: number;
  /** When the first of the marks was made that it answers; for a timer when that was due. */
  readonly markedAt: Millis;
  readonly lane: Lane;
  /** Of the last try, where it was given back with one. */
  readonly error: string | null;
  /** What `done` left here the last time. */
  readonly memo: string | null;
}

export type Extended = "held" | "marked" | "lost";

export interface Settled {
  readonly now: Millis;
  /** When to look again without being asked to: what the verdict is valid until. */
  readonly next: Millis | null;
  /**
   * What to remember of the subject, only to save work: a fingerprint, the id of a comment. Without
   * it, what was remembered stays.
   */
  readonly memo?: string;
  /**
   * Of a memo: names of what the subject is to be marked for when it changes, at most 1,000. They
   * stay and go with it; a memo without has none.
   */
  readonly watches?: readonly string[];
  readonly history?: readonly HistoryEntry[];
}

export interface Returned {
  /** Not to be claimed before, whoever marks it meanwhile. */
  readonly at: Millis;
  /** `null`: nothing went wrong, and the try does not count. Cut at 500 characters. */
  readonly error: string | null;
}
