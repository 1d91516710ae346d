import type { IsoDate } from "../../model/iso-date.ts";
import { DAY, daysBetween } from "../../time/date.ts";
import { formatDuration } from "../../time/duration.ts";
import type { Timeline } from "../../time/timeline.ts";
import { failed, pasting, warned } from "../findings.ts";
import { lengthOf } from "../settings/duration-setting.ts";
import { findDate } from "./find-date.ts";
import { findLog } from "./find-log.ts";
import type { Log, LogEntry } from "./log.ts";
import type { ScheduleOptions } from "./options.ts";
import { postponed } from "./postponed.ts";
import { refusals, type ScheduleFinding, type Scope } from "./scope.ts";

type Cadence = NonNullable<ScheduleOptions["cadence"]>;

export function judgeCadence(scope: Scope, cadence: Cadence): readonly ScheduleFinding[] {
  const { time } = scope.context;
  const log = findLog(scope, cadence.log);
  const since = cadence.since === undefined ? undefined : findDate(scope, cadence.since);
  const refused = refusals(since === undefined ? [log] : [log, since]);
  if (refused === null || log === null || since === null) return refused ?? [];
  if ("findings" in log || (since !== undefined && "findings" in since)) return refused;
  const wrong = [...log.wrong, ...futureEntries(log, time)];
  if (since !== undefined && cadence.since !== undefined && time.isAhead(since.day)) {
    return [...wrong, ...postponed(scope, cadence.since, since)];
  }
  const entries = newestFirst(log.entries.filter(({ day }) => !time.isAhead(day)));
  const begun = since === undefined ? [] : [{ day: since.day, at: since.at ?? log.at }];
  return [...wrong, ...judgeIntervals(newestFirst([...entries, ...begun]), log, cadence, time)];
}

/** Entries say what happened: one after today is a claim nobody can make. */
export function futureEntries(log: Log, time: Timeline): ScheduleFinding[] {
  return log.entries
    .filter(({ day }) => time.isAhead(day))
    .map(({ day, at }) =>
      failed({
        code: "SCHEDULE-FUTURE",
        problem: `${log.name} has an entry of ${day}, which lies after today, ${time.today}`,
        remedy: "write the day on which it happened, as `<YYYY-MM-DD>`",
        at,
        item: `${at.file} ${day}`,
      }),
    );
}

function judgeIntervals(
  entries: readonly LogEntry[],
  log: Log,
  cadence: Cadence,
  time: Timeline,
): ScheduleFinding[] {
  const { intervals } = cadence;
  const [newest] = entries;
  if (newest === undefined || entries.length < intervals) return [tooFew(log, intervals)];
  const findings: ScheduleFinding[] = [];
  const every = lengthOf(cadence.every);
  const grace = cadence.grace === undefined ? 0 : lengthOf(cadence.grace);
  const rhythm = `every ${formatDuration(every)}`;
  const last = `the last entry of ${log.name} is of ${newest.day}, ${time.daysSince(newest.day)} days ago`;
  const about = {
    ...pasting("hold it and add an entry:\n\n", log.form),
    at: newest.at,
    item: log.name,
  };
  if (time.isOlder(newest.day, every + grace)) {
    const problem = `${last}; ${rhythm} there has to be one`;
    findings.push(failed({ code: "SCHEDULE-OVERDUE", problem, ...about }));
  } else if (time.isOlder(newest.day, every)) {
    const problem = `${last}; ${rhythm} there should be one, and the grace of ${formatDuration(grace)} is running`;
    findings.push(warned({ code: "SCHEDULE-LATE", problem, ...about }));
  }
  for (const [index, { day, at }] of entries.slice(0, intervals - 1).entries()) {
    const before = entries[index + 1]?.day ?? day;
    if (daysBetween(before, day) * DAY <= every + grace) continue;
    findings.push(gap(log, before, day, rhythm, at));
  }
  return findings;
}

function tooFew(log: Log, intervals: number): ScheduleFinding {
  const wanted = intervals === 1 ? "no dated entry" : `fewer than ${intervals} dated entries`;
  return failed({
    code: "SCHEDULE-NO-ENTRY",
    problem: `${log.name} has ${wanted}`,
    ...pasting("add one for each time it took place:\n\n", log.form),
    at: log.at,
    item: log.name,
  });
}

function gap(log: Log, before: IsoDate, day: IsoDate, rhythm: string, at: LogEntry["at"]) {
  return failed({
    code: "SCHEDULE-GAP",
    problem: `between the entries of ${before} and ${day} of ${log.name} lie ${daysBetween(before, day)} days; ${rhythm} there has to be one`,
    ...pasting("add what is missing if it took place:\n\n", log.form),
    at,
    item: `${log.name} ${day}`,
  });
}

/** One entry a day: two reviews on one day make one step of the rhythm. */
function newestFirst(entries: readonly LogEntry[]): LogEntry[] {
  const byDay = new Map(entries.map((entry) => [entry.day, entry]));
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? 1 : -1));
}
