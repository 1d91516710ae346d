import { defineRule } from "./define-rule.ts";
import { SCHEDULE_CODES } from "./schedule/codes.ts";
import { judgeCadence } from "./schedule/judge-cadence.ts";
import { judgeDeadline, judgeDuration, judgeSequence } from "./schedule/judge-dates.ts";
import { judgeDue } from "./schedule/judge-due.ts";
import { scheduleOptions } from "./schedule/options.ts";
import type { Scope } from "./schedule/scope.ts";

export const schedule = defineRule({
  type: "schedule",
  meta: {
    holdsWhen: "dates are in order, in range or on cadence",
    why: "A pilot without an end, a review that was held once, a decision taken before its audit: what slips is seen by comparing dates, if anybody does.",
    ages: null,
  },
  options: scheduleOptions,
  reads: ["file"],
  codes: SCHEDULE_CODES,
  evaluate(facts, options, context) {
    const scope: Scope = { facts, context, heading: options.heading ?? null };
    const { deadline, duration, sequence, cadence, due } = options;
    if (deadline !== undefined) return judgeDeadline(scope, deadline);
    if (duration !== undefined) return judgeDuration(scope, duration);
    if (sequence !== undefined) return judgeSequence(scope, sequence);
    if (cadence !== undefined) return judgeCadence(scope, cadence);
    return due === undefined ? [] : judgeDue(scope, due);
  },
});
