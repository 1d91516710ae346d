import type { LocatedEntry, LocatedValue } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { hiddenCharacters } from "../reading/hidden-characters.ts";
import { dayIn } from "./dated-text.ts";
import { DATE_COLUMNS } from "./entries-in-document.ts";
import type { Log, LogEntry } from "./log.ts";
import type { ScheduleFinding } from "./scope.ts";

const DATE_KEYS: ReadonlySet<string> = new Set(DATE_COLUMNS.Date.map(keyOf));

/** Dates of a list of days, or of entries with a date each; `null` for what is no list. */
export function entriesInData(
  { value }: LocatedValue,
  path: string,
): Pick<Log, "entries" | "wrong"> | null {
  if (!Array.isArray(value)) return null;
  const entries: LogEntry[] = [];
  const wrong: ScheduleFinding[] = [];
  for (const node of value as readonly LocatedValue[]) {
    const { text, at } = dateOf(node);
    const hidden = hiddenCharacters(path, [{ text, at }]);
    const place = placeIn(path, at);
    const name = `the entry in line ${at.line}`;
    const day = dayIn({ text, name, at: place, item: `${path} ${text}`.trimEnd() });
    if (hidden.length > 0) wrong.push(...hidden);
    else if (typeof day === "string") entries.push({ day, at: place });
    else wrong.push(day);
  }
  return { entries, wrong };
}

/** An entry with two date keys has none: nobody can tell which counts. */
function dateOf(node: LocatedValue): { text: string; at: LocatedValue["at"] } {
  if (!(node.value instanceof Map)) return { text: textOf(node), at: node.at };
  const fields = node.value as ReadonlyMap<string, LocatedEntry>;
  const dates = [...fields].filter(([key]) => DATE_KEYS.has(keyOf(key.replaceAll("_", " "))));
  const [first, second] = dates;
  if (first === undefined || second !== undefined) return { text: "", at: node.at };
  return { text: textOf(first[1].node), at: first[1].node.at };
}

function textOf({ value }: LocatedValue): string {
  if (value === null) return "";
  return typeof value === "object" ? "a list or map" : String(value);
}
