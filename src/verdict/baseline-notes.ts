import type { Baseline } from "../model/baseline.ts";
import type { Note } from "../model/finding.ts";
import type { GateVerdict } from "../model/verdict.ts";
import type { Timeline } from "../time/timeline.ts";
import { isTooLong, MOST_DAYS } from "./baseline.ts";
import { fingerprintOf, staleEntries } from "./baseline-entries.ts";

/** How many days before its end a note says that it ends. */
const NOTICE = 14;

/** What there is to say of a baseline: how much it covers, what of it is stale, and when it ends. */
export function baselineNotes(
  baseline: Baseline | null,
  gates: readonly GateVerdict[],
  time: Timeline,
): readonly Note[] {
  if (baseline === null) return [];
  const { until, owner, at } = baseline;
  if (time.isOver(until)) {
    const message = `the baseline ended on ${until} and softens nothing any more; ask ${owner}, and delete the file`;
    return [{ code: "BASELINE-OVER", message, at }];
  }
  if (isTooLong(baseline, time)) {
    const message = `the baseline is to run until ${until} and softens nothing: its last day may be at most ${MOST_DAYS} days ahead`;
    return [{ code: "BASELINE-TOO-LONG", message, at }];
  }
  const covered = coveredBy(gates).size;
  const notes: Note[] = [];
  if (covered > 0) {
    const many = covered === 1 ? "1 finding warns" : `${covered} findings warn`;
    const message = `${many} instead of blocking: the baseline covers them until ${until}, and ${owner} sees to them`;
    notes.push({ code: "BASELINE", message, at });
  }
  if (covered > 0 && -time.daysSince(until) <= NOTICE) {
    const message = `the baseline ends on ${until}; from then on what is left of it blocks`;
    notes.push({ code: "BASELINE-ENDS", message, at });
  }
  return [
    ...notes,
    ...staleEntries(baseline, gates).map((entry) => ({
      code: "BASELINE-STALE",
      message: `\`${entry.gate}/${entry.rule}\` has no finding ${entry.code}${entry.item === null ? "" : ` of \`${entry.item}\``} any more: run \`stage-gates baseline\` to take it out, so that it blocks should it come back`,
      at: entry.at,
    })),
  ];
}

function coveredBy(gates: readonly GateVerdict[]): ReadonlySet<string> {
  const keys = gates.flatMap(({ id: gate, service, rules }) =>
    rules.flatMap(({ id: rule, findings }) =>
      findings
        .filter(({ baselined }) => baselined === true)
        .map(({ code, item }) => fingerprintOf({ gate, rule, service, code, item })),
    ),
  );
  return new Set(keys);
}
