import { type Point, placeIn } from "../model/place.ts";
import { fail, type ProtectionFinding, placed, warn } from "./finding.ts";
import type { Workflow, WorkflowJob } from "./workflow.ts";

/** What the job needs, and what happens without it. */
export const PERMISSIONS: readonly {
  readonly name: string;
  readonly level: "read" | "write";
  readonly otherwise: string;
  /** Without it there is no verdict at all. */
  readonly vital: boolean;
}[] = [
  { name: "contents", level: "read", otherwise: "the policy cannot be read", vital: true },
  { name: "statuses", level: "write", otherwise: "the verdict cannot be written", vital: true },
  {
    name: "pull-requests",
    level: "write",
    otherwise: "the comment cannot be written",
    vital: false,
  },
  { name: "issues", level: "write", otherwise: "issues cannot be opened", vital: false },
  { name: "checks", level: "read", otherwise: "rules of type `ci` are errored", vital: false },
  {
    name: "actions",
    level: "read",
    otherwise: "rules of type `ci` that ask for a workflow are errored",
    vital: false,
  },
];

const ADVICE =
  "write `permissions: {}` at the top and, at the job, `permissions: {contents: read, pull-requests: write, issues: write, statuses: write, checks: read, actions: read}`";

/** Too little, and nothing is judged or said; too much, and whoever gets hold of the run has it too. */
export function permissionFindings(
  { file, permissions }: Workflow,
  job: WorkflowJob,
): readonly ProtectionFinding[] {
  const given = job.permissions ?? permissions;
  const here = (point: Point, finding: ProtectionFinding) => placed(finding, placeIn(file, point));
  const code = "workflow-permissions";
  if (given === null) {
    const problem = `\`${job.id}\` runs with whatever the repository's settings give to workflows`;
    return [here(job.at, fail(code, problem, ADVICE))];
  }
  const levelOf = (name: string) => {
    if (given.all === "write-all") return "write";
    if (given.all === "read-all") return "read";
    return given.listed.get(name) ?? "none";
  };
  const lacking = PERMISSIONS.filter(({ name, level }) => {
    const has = levelOf(name);
    return has !== "write" && has !== level;
  }).map(({ name, level, otherwise, vital }) => {
    const say = vital ? fail : warn;
    const problem = `\`${job.id}\` lacks \`${name}: ${level}\`: ${otherwise}`;
    const remedy = `add \`${name}: ${level}\` to the permissions of \`${job.id}\``;
    return here(given.at, say(code, problem, remedy));
  });
  const tooMuch =
    given.all === "write-all"
      ? ["everything"]
      : [...given.listed].flatMap(([name, level]) =>
          level === "write" &&
          !PERMISSIONS.some((one) => one.name === name && one.level === "write")
            ? [`${name}: write`]
            : [],
        );
  return tooMuch.length === 0
    ? lacking
    : [
        ...lacking,
        here(
          given.at,
          warn(code, `\`${job.id}\` may more than it needs: ${tooMuch.join(", ")}`, ADVICE),
        ),
      ];
}
