import { normalize } from "../text/normalize.ts";

/** Units people write in more than one way, by their form in lower case. */
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "%": "% percent pct",
    EUR: "€ eur euro euros",
    USD: "$ usd us$ dollar dollars",
    GBP: "£ gbp",
    JPY: "¥ jpy",
    ms: "ms msec millisecond milliseconds",
    s: "s sec secs second seconds",
    min: "min mins minute minutes",
    h: "h hr hrs hour hours",
    d: "d day days",
    week: "week weeks",
    month: "month months",
    year: "year years",
  }).flatMap(([unit, forms]) => forms.split(" ").map((form): [string, string] => [form, unit])),
);

/**
 * One spelling of a unit: `€ / month` and `EUR/month` are the same, so are `ms` and `milliseconds`.
 * Short ones keep their case (`MB` is not `Mb`), words do not.
 */
export function normalizeUnit(written: string): string {
  return normalize(written, "NFKC")
    .split("/")
    .map((part) => {
      const word = part.trim().replaceAll(/\s+/g, " ");
      const lower = word.toLowerCase();
      return UNITS.get(lower) ?? (word.length <= 3 ? word : lower);
    })
    .join("/");
}
