import type { CheckRunFact } from "../../model/fact.ts";
import type { Finding } from "../../model/finding.ts";
import { formatInstant } from "../../time/date.ts";
import { formatDuration } from "../../time/duration.ts";
import type { RuleContext } from "../define-rule.ts";
import { failed, pending } from "../findings.ts";
import { topOf } from "../reading/readiness.ts";
import type { CI_CODES } from "./codes.ts";
import type { Asked, Ignored } from "./counting-runs.ts";

type CiFinding = Finding<keyof typeof CI_CODES>;

/** What one run that counts has against it; `null` where it is green and fresh. */
export function judgeRun(
  run: CheckRunFact,
  asked: Asked,
  allowSkipped: boolean,
  context: RuleContext,
): CiFinding | null {
  const told = { item: subjectOf(asked), at: placeOf(asked) };
  const name = `\`${run.name}\``;
  if (run.conclusion === null) {
    const problem = `${name} has not ended yet`;
    return pending({ code: "CI-RUNNING", problem, remedy: "wait for it to end", ...told });
  }
  if (run.conclusion === "skipped" && !allowSkipped) {
    return failed({
      code: "CI-SKIPPED",
      problem: `${name} was skipped, which proves nothing`,
      remedy: `let it run: take away the filter or condition that skips it, or set \`allow_skipped: true\` in the policy${linkTo(run)}`,
      ...told,
    });
  }
  if (run.conclusion !== "success" && run.conclusion !== "skipped") {
    return failed({
      code: "CI-FAILED",
      problem: `${name} ended as \`${run.conclusion}\``,
      remedy: `mend what it reports and run it again${linkTo(run)}`,
      ...told,
    });
  }
  return context.maxAge === null ? null : judgeAge(run, context.maxAge, asked, context);
}

function judgeAge(
  run: CheckRunFact,
  maxAge: number,
  asked: Asked,
  { time }: RuleContext,
): CiFinding | null {
  const told = { item: subjectOf(asked), at: placeOf(asked), remedy: "run it again" };
  if (run.completedAt === null) {
    const problem = `it is not known when \`${run.name}\` ended`;
    return failed({ code: "CI-UNDATED", problem, ...told });
  }
  if (!time.reached(run.completedAt + maxAge)) return null;
  return failed({
    code: "CI-STALE",
    problem: `\`${run.name}\` ended on ${formatInstant(run.completedAt)}; it may be ${formatDuration(maxAge)} old`,
    ...told,
  });
}

/** Nothing that counts is there: says which runs of the name there are, and why they do not. */
export function missingRun(asked: Asked, ignored: ReadonlySet<Ignored>): CiFinding {
  const subject = subjectOf(asked);
  const told = { item: subject, at: placeOf(asked) };
  if (ignored.has("workflow-changed")) {
    return failed({
      code: "CI-WORKFLOW-CHANGED",
      problem: `\`${subject}\` ran from a version of \`${asked.workflow ?? "its workflow"}\` that is not the default branch's`,
      remedy:
        "bring the change of the workflow file to the default branch first, then run it again",
      ...told,
    });
  }
  const others = [...ignored].map((reason) => REASONS[reason]).sort();
  const where = asked.on === "head" ? "on this commit" : "on the default branch";
  return failed({
    code: "CI-MISSING",
    problem: `no run of \`${subject}\` by \`${asked.app}\` ${where} counts${others.length === 0 ? "" : `: ${others.join("; ")}`}`,
    remedy:
      asked.workflow === null
        ? `let \`${asked.app}\` run \`${subject}\` ${where}`
        : `let \`${asked.workflow}\` run \`${subject}\` ${where}; create the workflow on the default branch if it is not there`,
    ...told,
  });
}

const REASONS: Readonly<Record<Ignored, string>> = {
  "user-status": "one is a status set by a user",
  "other-app": "one is of another app",
  "other-workflow": "one is of another workflow",
  "workflow-changed": "one is of a changed workflow file",
  "other-repository": "one ran in or on another repository",
  "other-event": "one was started by neither a push nor a schedule",
};

function subjectOf({ check, workflow, app }: Asked): string {
  return check ?? workflow ?? app;
}

function placeOf({ workflow }: Asked): Finding["at"] {
  return workflow === null ? null : topOf(workflow);
}

function linkTo({ url }: CheckRunFact): string {
  return url === null ? "" : `: ${url}`;
}
