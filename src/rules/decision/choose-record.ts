import { keyOf } from "../../text/key.ts";
import type { DecisionRecord } from "./parse-record.ts";

export type Effect = "pass" | "conditional" | "fail" | "unmapped";

const WORST_FIRST: readonly Effect[] = ["unmapped", "fail", "conditional", "pass"];

/** What the policy makes of a record's outcome. */
export function effectOf(
  { outcome }: DecisionRecord,
  outcomes: Readonly<Record<string, "pass" | "conditional" | "fail">>,
): Effect {
  if (outcome === null) return "unmapped";
  const stated = keyOf(outcome.text);
  const entry = Object.entries(outcomes).find(([name]) => keyOf(name) === stated);
  return entry?.[1] ?? "unmapped";
}

/**
 * The record that decides: the newest by its date. Of several of one day the worst, so that no
 * second record of that day can talk the first one away; of equals the last by name.
 */
export function chooseRecord(
  records: readonly DecisionRecord[],
  outcomes: Readonly<Record<string, "pass" | "conditional" | "fail">>,
): DecisionRecord | null {
  const rank = (record: DecisionRecord) => WORST_FIRST.indexOf(effectOf(record, outcomes));
  const [first] = [...records].sort((a, b) => {
    if (a.decided !== b.decided) return a.decided > b.decided ? -1 : 1;
    return rank(a) - rank(b) || (a.path > b.path ? -1 : 1);
  });
  return first ?? null;
}

/** Whether a text of `supersedes` names that file: by its path or by its name alone. */
export function names(text: string, path: string): boolean {
  const written = text.replace(/^(\.?\/)+/, "");
  return written === path || written === path.slice(path.lastIndexOf("/") + 1);
}
