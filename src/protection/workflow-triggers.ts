import { placeIn } from "../model/place.ts";
import { globProblem } from "../text/glob.ts";
import { globMatcher } from "../text/glob-matcher.ts";
import { fail, type ProtectionFinding, placed, warn } from "./finding.ts";
import type { Workflow, WorkflowEvent } from "./workflow.ts";
import type { WorkflowDuty } from "./workflow-duty.ts";

const PULL_REQUEST = ["opened", "reopened", "synchronize", "edited"];
const ALSO = ["ready_for_review", "converted_to_draft", "labeled", "unlabeled"];

/** What happens without the workflow being run for it. */
export function triggerFindings(
  workflow: Workflow,
  duty: WorkflowDuty,
): readonly ProtectionFinding[] {
  return [...pullRequestFindings(workflow, duty), ...otherEventFindings(workflow, duty)];
}

function pullRequestFindings(
  { events, file }: Workflow,
  { branches }: WorkflowDuty,
): readonly ProtectionFinding[] {
  const target = events.get("pull_request_target");
  const event = target ?? events.get("pull_request");
  if (event === undefined) {
    const problem = `\`${file}\` does not run for pull requests`;
    const remedy = `add \`pull_request_target: {branches: [${branches.join(", ")}]}\` under \`on:\``;
    return [fail("workflow-trigger", problem, remedy)];
  }
  const weaker =
    target === undefined
      ? [
          placed(
            warn(
              "workflow-trigger",
              "`pull_request` may write nothing for forks, and does not run on a conflict",
              "use `pull_request_target`: nothing of the pull request is checked out or run",
            ),
            placeIn(file, event.at),
          ),
        ]
      : [];
  return [...weaker, ...typeFindings(file, event), ...filterFindings(file, event, branches)];
}

function typeFindings(file: string, event: WorkflowEvent): readonly ProtectionFinding[] {
  const types = event.types ?? ["opened", "reopened", "synchronize"];
  const lacks = (wanted: readonly string[]) => wanted.filter((type) => !types.includes(type));
  const [vital, useful] = [lacks(PULL_REQUEST), lacks(ALSO)];
  if (vital.length === 0 && useful.length === 0) return [];
  const say = vital.length === 0 ? warn : fail;
  const all = [...vital, ...useful].join(", ");
  return [
    placed(
      say(
        "workflow-types",
        `a pull request that is ${all} is not judged again at once`,
        `write \`types: [${[...new Set([...types, ...vital, ...useful])].join(", ")}]\``,
      ),
      placeIn(file, event.at),
    ),
  ];
}

function filterFindings(
  file: string,
  { filter, branches: chosen, at: point }: WorkflowEvent,
  branches: readonly string[],
): readonly ProtectionFinding[] {
  const found: ProtectionFinding[] = [];
  if (filter !== null) {
    const problem = `\`${filter.name}\` leaves out pull requests, whose required status then nobody writes`;
    const remedy = `remove \`${filter.name}\`; the policy says which paths are governed`;
    found.push(placed(fail("workflow-filter", problem, remedy), placeIn(file, filter.at)));
  }
  const left = chosen === null ? [] : branches.filter((branch) => !isCovered(branch, chosen));
  if (left.length > 0) {
    const all = [...new Set([...(chosen ?? []), ...left])].map((name) => JSON.stringify(name));
    const names = left.map((name) => `\`${name}\``).join(", ");
    const problem = `it does not run for pull requests into ${names}`;
    const remedy = `write \`branches: [${all.join(", ")}]\``;
    found.push(placed(fail("workflow-branches", problem, remedy), placeIn(file, point)));
  }
  return found;
}

/** Whether a filter takes all that a glob of the policy stands for, as far as can be told. */
export function isCovered(branch: string, chosen: readonly string[]): boolean {
  if (chosen.some((glob) => glob.startsWith("!"))) return false;
  if (chosen.includes(branch) || chosen.includes("**")) return true;
  if (/[*?[{]/.test(branch)) return false;
  return globMatcher(chosen.filter((glob) => globProblem(glob) === null))(branch);
}

const OTHERS: readonly { readonly event: string; readonly loses: string }[] = [
  { event: "pull_request_review", loses: "an approval that is given or taken back counts late" },
  { event: "issue_comment", loses: "commands in comments do nothing until the next sweep" },
  { event: "workflow_dispatch", loses: "nobody can have a pull request judged again by hand" },
];

function otherEventFindings(
  { events, file }: Workflow,
  { hasMergeQueue }: WorkflowDuty,
): readonly ProtectionFinding[] {
  const lost = OTHERS.filter(({ event }) => !events.has(event)).map(({ event, loses }) =>
    warn("workflow-trigger", `\`${file}\` lacks \`${event}\`: ${loses}`, `add \`${event}:\``),
  );
  const schedule = events.has("schedule")
    ? []
    : [
        fail(
          "workflow-schedule",
          `\`${file}\` has no \`schedule\`: what expires, and what bots open, is never judged`,
          'add `schedule: [{cron: "7,22,37,52 * * * *"}]` under `on:`',
        ),
      ];
  if (events.has("merge_group")) return [...lost, ...schedule];
  const say = hasMergeQueue ? fail : warn;
  const problem = hasMergeQueue
    ? `the branch has a merge queue, and \`${file}\` lacks \`merge_group\`: the queue waits in vain`
    : `\`${file}\` lacks \`merge_group\`: a merge queue would wait in vain`;
  const remedy = "add `merge_group: {types: [checks_requested]}` under `on:`";
  return [...lost, ...schedule, say("workflow-merge-group", problem, remedy)];
}
