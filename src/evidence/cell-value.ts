import type { IsoDate } from "../model/iso-date.ts";
import { collapseSpaces } from "../text/key.ts";
import { parseIsoDate } from "../time/date.ts";
import { dateReadings } from "./date-readings.ts";
import { findPlaceholder, isUnwritten } from "./placeholder.ts";
import { normalizeUnit } from "./units.ts";

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

const NOTHING = /^(?:[-–—−?.…_]*|n[/.]? ?a\.?|not (?:applicable|known)|none|unknown)$/iu;

/** Nothing has been filled in: empty, a dash, `n/a`, `none`, `unknown`, or a placeholder such as `TBD`. */
export function isMissing(text: string): boolean {
  const written = collapseSpaces(text);
  return NOTHING.test(written) || isUnwritten(written) || findPlaceholder(written) !== null;
}

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  ">=": ">=",
  "=>": ">=",
  "≥": ">=",
  ">": ">",
  "<=": "<=",
  "=<": "<=",
  "≤": "<=",
  "<": "<",
  "=": "=",
};

/** Comparator, currency, ASCII digits with thousands commas and decimal point, unit. */
const QUANTITY =
  /^(>=|=>|<=|=<|[≥≤><=])? ?([€$£¥]|[A-Z]{3}(?= ))? ?([-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) ?([\p{L}%‰°€$£¥/][\p{L}%‰°²³€$£¥ /·._-]*)?$/u;

export function parseQuantity(text: string): Quantity {
  const written = collapseSpaces(text);
  const parts = QUANTITY.exec(written);
  if (parts === null) return { state: isMissing(written) ? "missing" : "invalid" };
  const [, comparator, currency = "", digits = "", unit = ""] = parts;
  const isPer = currency !== "" && unit.startsWith("per ");
  const tail = isPer ? `/${unit.slice(4)}` : unit;
  if (currency !== "" && tail !== "" && !tail.startsWith("/")) return { state: "invalid" };
  const number = Number(digits.replaceAll(",", "").replace("−", "-"));
  if (!Number.isFinite(number)) return { state: "invalid" };
  return {
    state: "quantity",
    comparator: comparator === undefined ? null : (COMPARATORS[comparator] ?? null),
    number,
    unit: normalizeUnit(currency + tail),
  };
}

export function readDate(text: string): ReadDate {
  const written = collapseSpaces(text);
  const date = parseIsoDate(written);
  if (date !== null) return { state: "date", date };
  if (isMissing(written)) return { state: "missing" };
  return { state: "other", readings: dateReadings(written) };
}
