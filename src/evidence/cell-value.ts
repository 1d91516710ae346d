import type { IsoDate } from "../time/date.ts";

export type Comparator = ">=" | ">" | "<=" | "<" | "=";

export type Quantity =
  | {
      readonly state: "quantity";
      readonly comparator: Comparator | null;
      readonly number: number;
      /** Normalised: `%`, `ms`, `EUR`, `EUR/month`; `""` for a bare number. */
      readonly unit: string;
    }
  | { readonly state: "missing" }
  | { readonly state: "invalid" };

export type ReadDate =
  | { readonly state: "date"; readonly date: IsoDate }
  | { readonly state: "missing" }
  /** What it may mean, sorted; empty where it is no date at all. */
  | { readonly state: "other"; readonly readings: readonly IsoDate[] };

/** Nothing has been filled in: empty, a dash, `TBD`, `TODO`, `n/a` or a placeholder in angle brackets. */
export function isMissing(_text: string): boolean {
  throw new Error("not built yet");
}

export function parseQuantity(_text: string): Quantity {
  throw new Error("not built yet");
}

export function readDate(_text: string): ReadDate {
  throw new Error("not built yet");
}
