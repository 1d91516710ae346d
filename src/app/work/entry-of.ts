import type { HistoryEntry } from "../../store/history-entry.ts";
import type { Lease, WorkKey } from "../../store/work.ts";

/** What the history holds of one entry, in characters; the store takes some more. */
const LARGEST = 60_000;

/** Of a look: each makes one entry at most, and none twice. */
export function entryOf(
  { installation, repository, subject, token: id }: Lease,
  {
    detail,
    ...entry
  }: Omit<HistoryEntry, keyof WorkKey | "id" | "detail"> & {
    /** What becomes JSON; left out where it is too large. */
    readonly detail: object;
  },
): HistoryEntry {
  const text = JSON.stringify(detail);
  const kept = text.length <= LARGEST ? text : JSON.stringify({ leftOut: text.length });
  return { installation, repository, subject, id, ...entry, detail: kept };
}
