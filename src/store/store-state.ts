import type { Millis } from "./work.ts";

export interface Repository {
  readonly installation: number;
  readonly repository: string;
}

export interface Pause {
  readonly installation: number;
  /** The latest that was ever said counts, for replicas are told different times; 0 ends the pause. */
  readonly until: Millis;
  /** All of its work, or what can wait: that keeps the rest of its budget for what cannot. */
  readonly what: "all" | "background";
}

export type StoreNews = "work" | "lost";

export interface Counts {
  /** Could be claimed, were it not for pauses and for workers being busy. */
  readonly ready: number;
  readonly running: number;
  /** Waits for its time: debounce, timers, back-off. */
  readonly waiting: number;
  /** Was given back with an error and is not done since. */
  readonly failing: number;
  /** Since when the longest ready has been so. */
  readonly oldestReadyAt: Millis | null;
  readonly pausedInstallations: number;
}
