import { type IsoDate, parseIsoDate } from "../time/date.ts";
import { findPlaceholder } from "./placeholder.ts";

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

const NOTHING = /^(?:[-–—?]*|n\/?a|tbd|todo|none|unknown)$/i;

/** Nothing has been filled in: empty, a dash, `TBD`, `TODO`, `n/a` or a placeholder in angle brackets. */
export function isMissing(text: string): boolean {
  const trimmed = text.trim();
  return NOTHING.test(trimmed) || findPlaceholder(trimmed) !== null;
}

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  ">=": ">=",
  "≥": ">=",
  ">": ">",
  "<=": "<=",
  "≤": "<=",
  "<": "<",
  "=": "=",
};

const CURRENCIES: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP" };

const QUANTITY =
  /^(>=|<=|≥|≤|>|<|=)?\s*([€$£]|[A-Z]{3}(?=\s))?\s*([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([%‰a-zA-Zµ€$£°][^\d]*)?$/u;

export function parseQuantity(text: string): Quantity {
  const trimmed = text.trim();
  const parts = QUANTITY.exec(trimmed);
  if (parts === null) return { state: isMissing(trimmed) ? "missing" : "invalid" };
  const [, comparator, currency, digits = "", unit = ""] = parts;
  const tail = unit.trim();
  if (currency !== undefined && tail !== "" && !tail.startsWith("/")) return { state: "invalid" };
  const number = Number(digits.replaceAll(",", ""));
  if (!Number.isFinite(number)) return { state: "invalid" };
  return {
    state: "quantity",
    comparator: comparator === undefined ? null : (COMPARATORS[comparator] ?? null),
    number,
    unit: `${currency === undefined ? "" : (CURRENCIES[currency] ?? currency)}${CURRENCIES[tail] ?? tail}`,
  };
}

const OTHER = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/;

export function readDate(text: string): ReadDate {
  const trimmed = text.trim();
  const date = parseIsoDate(trimmed);
  if (date !== null) return { state: "date", date };
  if (isMissing(trimmed)) return { state: "missing" };
  const parts = OTHER.exec(trimmed);
  if (parts === null) return { state: "other", readings: [] };
  const [, a = "", b = "", c = ""] = parts;
  const pad = (part: string) => part.padStart(2, "0");
  const candidates =
    a.length === 4
      ? [`${a}-${pad(b)}-${pad(c)}`]
      : [`${c}-${pad(b)}-${pad(a)}`, `${c}-${pad(a)}-${pad(b)}`];
  const readings = candidates.map(parseIsoDate).filter((reading) => reading !== null);
  return { state: "other", readings: [...new Set(readings)].sort() };
}
