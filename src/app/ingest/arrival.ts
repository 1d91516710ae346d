import type { Delivery } from "../../store/delivery.ts";
import type { Mark } from "../../store/work.ts";
import type { Forgery } from "./forgery-in.ts";

/** A delivery whose signature was right. Nobody has looked at the payload yet. */
export interface Arrival {
  readonly guid: string;
  readonly event: string;
  readonly payload: unknown;
  /** Milliseconds since 1970, UTC. */
  readonly receivedAt: number;
  /** Of the body, in bytes. */
  readonly size: number;
}

/** What is kept of an arrival, and what is to be looked at because of it. */
export interface Journalled {
  readonly delivery: Delivery;
  readonly marks: readonly Mark[];
  /** What it tells of that was written under our name by somebody else. */
  readonly forgery: Forgery | null;
}
