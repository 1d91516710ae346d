import type { Told } from "./delivery.ts";

/** What goes wrong with a delivery. */
export type DeliveryFault =
  /** Nobody is reached: it is listed as failed, and can be sent again. */
  | { readonly kind: "lost" }
  /** It is not even made, and is listed nowhere. */
  | { readonly kind: "never" }
  /** Comes twice, under one id. */
  | { readonly kind: "doubled" }
  /** Comes so many milliseconds late, while others go on. */
  | { readonly kind: "late"; readonly by: number }
  /** Comes once `release` is called. */
  | { readonly kind: "held" }
  /** Comes after so many of those that follow it, or when no more follow. */
  | { readonly kind: "behind"; readonly others: number };

export interface PlannedDeliveryFault {
  readonly fault: DeliveryFault;
  /** Which deliveries it is about; all unless given. */
  readonly matches?: (told: Told) => boolean;
  /** The first of those it befalls, counted from 1 from now on; 1 unless given. */
  readonly from?: number;
  /** How many it befalls; 1 unless given. */
  readonly times?: number;
}

/** Faults of deliveries that were asked for, and how often each has been met. */
export class DeliveryFaults {
  #planned: { readonly plan: PlannedDeliveryFault; met: number }[] = [];

  plan(plan: PlannedDeliveryFault): void {
    this.#planned.push({ plan, met: 0 });
  }

  clear(): void {
    this.#planned = [];
  }

  /** The first that befalls a delivery; `null` for none. */
  of(told: Told): DeliveryFault | null {
    const met = this.#planned.filter(({ plan }) => plan.matches?.(told) ?? true);
    for (const entry of met) entry.met += 1;
    const found = met.find(({ plan: { from = 1, times = 1 }, met: count }) => {
      return count >= from && count < from + times;
    });
    return found?.plan.fault ?? null;
  }
}
