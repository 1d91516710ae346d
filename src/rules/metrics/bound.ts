import { type Comparator, parseQuantity, type Quantity } from "../../evidence/cell-value.ts";
import type { Point } from "../../model/place.ts";

/** Whether more or less is better, or only the very number will do. */
export type Direction = "higher" | "lower" | "exact";

/** A level or baseline of a KPI, and who says so. */
export interface Bound {
  readonly comparator: Comparator | null;
  readonly number: number;
  readonly unit: string;
  /** As written there. */
  readonly text: string;
  readonly from: "policy" | "base" | "document";
  /** Where the document states it, or would. */
  readonly at: Point;
}

const DIRECTIONS: Readonly<Record<Comparator, Direction>> = {
  ">=": "higher",
  ">": "higher",
  "<=": "lower",
  "<": "lower",
  "=": "exact",
};

export function directionOf(bound: Pick<Bound, "comparator">): Direction | null {
  return bound.comparator === null ? null : DIRECTIONS[bound.comparator];
}

/** What a cell says; `null` for a cell that is not there. */
export type Stated = { readonly text: string; readonly quantity: Quantity };

export function stated(text: string): Stated {
  return { text, quantity: parseQuantity(text) };
}

export function boundOf({ text, quantity }: Stated, from: Bound["from"], at: Point): Bound | null {
  if (quantity.state !== "quantity") return null;
  const { comparator, number, unit } = quantity;
  return { comparator, number, unit, text, from, at };
}

/** Whether `number` lies on the wrong side of the bound. */
export function isWorse(number: number, bound: Bound, direction: Direction): boolean {
  if (direction === "exact") return number !== bound.number;
  const isStrict = bound.comparator === ">" || bound.comparator === "<";
  if (number === bound.number) return isStrict;
  return direction === "higher" ? number < bound.number : number > bound.number;
}

/** Whether the first bound asks for less than the second. Of exact ones any other number does. */
export function isLooser(bound: Bound, than: Bound, direction: Direction): boolean {
  if (bound.number !== than.number) return isWorse(bound.number, than, direction);
  return isStrictly(than) && !isStrictly(bound);
}

function isStrictly(bound: Bound): boolean {
  return bound.comparator === ">" || bound.comparator === "<";
}
