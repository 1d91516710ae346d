import { type Point, placeIn } from "../model/place.ts";
import { fail, ok, type ProtectionFinding, placed, warn } from "./finding.ts";
import { isOurAction, type Workflow, type WorkflowJob } from "./workflow.ts";
import type { WorkflowDuty } from "./workflow-duty.ts";
import { permissionFindings } from "./workflow-permissions.ts";
import { triggerFindings } from "./workflow-triggers.ts";

/** The one condition that leaves out nothing but comments on issues that are no pull requests. */
const HARMLESS = [
  "github.event_name!='issue_comment'||github.event.issue.pull_request",
  "always()",
  "!cancelled()",
  "true",
];

/** What of a workflow lets a verdict be late, missing or forged. Without any, one that says so. */
export function workflowFindings(
  workflow: Workflow,
  duty: WorkflowDuty,
): readonly ProtectionFinding[] {
  const jobs = workflow.jobs.filter(({ uses }) => uses.some(({ action }) => isOurAction(action)));
  if (jobs.length === 0) {
    return [
      fail(
        "workflow-missing",
        `\`${workflow.file}\` has no step that uses stage-gates`,
        "take over `templates/workflow.yml`, or run `stage-gates init`",
      ),
    ];
  }
  const findings = [
    ...triggerFindings(workflow, duty),
    ...concurrencyFindings(workflow, jobs),
    ...jobs.flatMap((job) => [...permissionFindings(workflow, job), ...jobFindings(workflow, job)]),
    ...nameFindings(workflow, duty),
  ];
  return findings.length > 0
    ? findings
    : [ok("workflow", `\`${workflow.file}\` runs on all that can change a verdict`)];
}

function concurrencyFindings(
  { concurrency, file }: Workflow,
  jobs: readonly WorkflowJob[],
): readonly ProtectionFinding[] {
  const all = [concurrency, ...jobs.map((job) => job.concurrency)].filter((one) => one !== null);
  if (all.length === 0) {
    return [
      warn(
        "workflow-concurrency",
        `two runs of \`${file}\` for one pull request can overtake each other`,
        "take over `concurrency:` of `templates/workflow.yml`",
      ),
    ];
  }
  return all.flatMap(({ group, cancels, at: point }) => [
    ...(cancels === null || cancels.text === "false"
      ? []
      : [
          placed(
            fail(
              "workflow-concurrency",
              "a run that is cancelled while it writes leaves the verdict before it",
              "write `cancel-in-progress: false`",
            ),
            placeIn(file, cancels.at),
          ),
        ]),
    ...(group.includes("${{")
      ? []
      : [
          placed(
            fail(
              "workflow-concurrency",
              "all pull requests share one place in line, where a newer run replaces the one waiting",
              "put the number of the pull request into `group:` as `templates/workflow.yml` does",
            ),
            placeIn(file, point),
          ),
        ]),
  ]);
}

function jobFindings({ events, file }: Workflow, job: WorkflowJob): readonly ProtectionFinding[] {
  const found: ProtectionFinding[] = [];
  const add = (finding: ProtectionFinding, point: Point) =>
    found.push(placed(finding, placeIn(file, point)));
  for (const { key, text, at: point } of job.conditions) {
    const bare = text.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1").replace(/\s+/g, "");
    if (key === "if" && HARMLESS.includes(bare)) continue;
    const problem = `\`${key}\` can keep \`${job.id}\` from running, and then nobody writes the status`;
    add(fail("workflow-skipped", problem, `remove \`${key}\``), point);
  }
  for (const { action, at: point } of job.uses) {
    const [, revision = ""] = action.split("@");
    if (/[<>]/.test(action)) {
      const problem = `\`${action}\` is still to be filled in: GitHub does not run the file as it is`;
      const remedy = "name the repository and the 40 hex digits of the commit you looked through";
      add(fail("workflow-placeholder", problem, remedy), point);
    } else if (!/^[0-9a-f]{40}$/.test(revision) && !action.startsWith("./")) {
      const problem = `\`${action}\` is not pinned: what the name stands for can be changed`;
      add(
        fail("workflow-pinned", problem, "write the 40 hex digits of a commit behind `@`"),
        point,
      );
    }
    if (/^actions\/checkout@/.test(action) && events.has("pull_request_target")) {
      const problem = "code is checked out in a run that holds a token that may write";
      add(fail("workflow-checkout", problem, "remove the step: stage-gates needs no files"), point);
    }
  }
  return found;
}

/** A job makes a check run of its name, and a status and a check run of one name both have to pass. */
export function nameFindings(
  { jobs, file }: Workflow,
  { contexts }: WorkflowDuty,
): readonly ProtectionFinding[] {
  return jobs
    .filter(({ name }) => contexts.includes(name))
    .map(({ name, at }) => {
      const problem = `a job is called \`${name}\` like the required status: both would have to pass`;
      const remedy = "give the job another name";
      return placed(fail("workflow-job-name", problem, remedy), placeIn(file, at));
    });
}
