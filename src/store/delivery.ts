import type { Millis } from "./work.ts";

/** A webhook delivery, as the journal keeps it: that it came, not what was in it. */
export interface Delivery {
  /** `X-GitHub-Delivery`. A redelivery has the same. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  /** `null` where the event belongs to the app itself. */
  readonly installation: number | null;
  readonly repository: string | null;
  readonly receivedAt: Millis;
  /** Of the body, in bytes. */
  readonly size: number;
}

export interface Redelivery {
  readonly guid: string;
  /** How often it has been asked for, with this time. */
  readonly times: number;
}
