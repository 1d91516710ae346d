import type { IsoDate } from "../../model/iso-date.ts";
import { dayOf, endOf } from "../../time/date.ts";
import { formatDuration } from "../../time/duration.ts";
import { failed, noted, pasting, warned } from "../findings.ts";
import { lengthOf } from "../settings/duration-setting.ts";
import { type FoundDate, findDate } from "./find-date.ts";
import { findLog } from "./find-log.ts";
import { futureEntries } from "./judge-cadence.ts";
import { named } from "./judge-dates.ts";
import type { ScheduleOptions } from "./options.ts";
import { postponed } from "./postponed.ts";
import type { ScheduleFinding, Scope } from "./scope.ts";

type Due = NonNullable<ScheduleOptions["due"]>;

/** When it was done, or is planned; `null` where neither is known. */
interface Deed {
  readonly day: IsoDate | null;
  readonly findings: readonly ScheduleFinding[];
  readonly fix: Pick<ScheduleFinding, "remedy" | "paste">;
  readonly at: FoundDate["at"];
}

export function judgeDue(scope: Scope, due: Due): readonly ScheduleFinding[] {
  const event = findDate(scope, due.event);
  if (event === null) return [];
  if ("findings" in event) return event.findings;
  // Before the event nothing is due; only a plan that is too late can be seen already.
  if (scope.context.time.isAhead(event.day)) {
    return [...postponed(scope, due.event, event), ...judgePlan(scope, due, event)];
  }
  const deed =
    due.done === undefined ? fromLog(scope, due, event) : fromDate(scope, due.done, event);
  return deed === null ? [] : [...deed.findings, ...judgeDeed(scope, due, event, deed)];
}

function judgePlan(scope: Scope, due: Due, event: FoundDate): readonly ScheduleFinding[] {
  const planned = due.done === undefined ? null : findDate(scope, due.done);
  if (planned === null) return [];
  if ("findings" in planned) return withoutNotYet(planned.findings);
  const { day, at } = planned;
  return judgeDeed(scope, due, event, { day, at, findings: [], fix: { remedy: "" } });
}

/** The last day on which it is in time. */
function lastDay(event: FoundDate, { within }: Due): IsoDate {
  return dayOf(endOf(event.day) + lengthOf(within) - 1);
}

function judgeDeed(
  { context: { time } }: Scope,
  due: Due,
  event: FoundDate,
  { day, fix, at }: Deed,
): ScheduleFinding[] {
  const within = lengthOf(due.within);
  const last = lastDay(event, due);
  const what = `what is due within ${formatDuration(within)} of ${named(event)}`;
  const about = { at: at ?? event.at, item: event.item };
  if (day !== null && day <= last) return [];
  if (day !== null && time.isAhead(day)) {
    const problem = `${what} is planned for ${day}, after ${last}`;
    return [failed({ code: "SCHEDULE-OVERDUE", problem, remedy: "plan it earlier", ...about })];
  }
  if (day !== null) {
    const problem = `${what} was done on ${day}, after ${last}`;
    const remedy = "nothing is left to do; be earlier the next time";
    return [warned({ code: "SCHEDULE-LATE", problem, remedy, ...about })];
  }
  if (time.isOlder(event.day, within)) {
    const problem = `${what} has not been done; the last day was ${last}`;
    return [failed({ code: "SCHEDULE-OVERDUE", problem, ...fix, ...about })];
  }
  const problem = `${what} has to be done by ${last}`;
  return [noted({ code: "SCHEDULE-DUE", problem, ...fix, ...about })];
}

/** What was done before the event does not count. */
function fromDate(scope: Scope, setting: NonNullable<Due["done"]>, event: FoundDate): Deed | null {
  const done = findDate(scope, setting);
  if (done === null) return null;
  const name = typeof setting === "string" ? setting : setting.date;
  const fix = { remedy: `do it, then write the day: \`${name}\` is \`<YYYY-MM-DD>\`` };
  if (!("findings" in done)) {
    const day = done.day < event.day ? null : done.day;
    return { day, findings: [], fix, at: done.at };
  }
  const findings = withoutNotYet(done.findings);
  const at = done.findings[0]?.at ?? null;
  return { day: null, findings, fix, at };
}

function fromLog(scope: Scope, { log: setting }: Due, event: FoundDate): Deed | null {
  const log = findLog(scope, setting);
  if (log === null) return null;
  if ("findings" in log) {
    const at = log.findings[0]?.at ?? null;
    return { day: null, findings: withoutNotYet(log.findings), fix: { remedy: ITEM }, at };
  }
  const { time } = scope.context;
  const days = log.entries
    .map(({ day }) => day)
    .filter((day) => day >= event.day && !time.isAhead(day))
    .sort();
  const findings = [...log.wrong, ...futureEntries(log, time)];
  const fix = pasting("do it and add an entry:\n\n", log.form);
  return { day: days[0] ?? null, findings, fix, at: log.at };
}

/** Not yet written is not wrong before it is due; written wrongly is. */
function withoutNotYet(findings: readonly ScheduleFinding[]): readonly ScheduleFinding[] {
  return findings.filter(({ code }) => code !== "SCHEDULE-MISSING" && code !== "FILE-MISSING");
}

const ITEM = "do it and add an entry with its day: `<YYYY-MM-DD>`";
