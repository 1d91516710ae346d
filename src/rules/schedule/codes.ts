export const SCHEDULE_CODES = {
  "SCHEDULE-MISSING": "A date the rule is about is not there",
  "SCHEDULE-NOT-A-DATE": "What stands there is not an ISO date",
  "SCHEDULE-FUTURE": "A date that says something happened lies after today",
  "SCHEDULE-OVER": "The deadline has passed",
  "SCHEDULE-ORDER": "A day comes before the one it has to follow",
  "SCHEDULE-TOO-SHORT": "It takes less time than it must",
  "SCHEDULE-TOO-LONG": "It takes more time than it may",
  "SCHEDULE-RUNNING": "The least time is not over yet",
  "SCHEDULE-NO-ENTRY": "The log has too few dated entries",
  "SCHEDULE-GAP": "Too much time lies between two entries of the log",
  "SCHEDULE-OVERDUE": "What was due has not been done",
  "SCHEDULE-LATE": "It is late, but within its grace, or was done late",
  "SCHEDULE-POSTPONED":
    "A day that has passed on the base branch lies ahead here, so nothing is due yet",
  "SCHEDULE-DUE": "Something is due by a day that lies ahead",
} as const;

export type ScheduleCode = keyof typeof SCHEDULE_CODES;
