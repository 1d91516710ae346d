import { GITHUB_ACTIONS } from "../model/context.ts";
import type { RepositoryState } from "../model/protection.ts";
import { fail, type ProtectionFinding, placed, unknown, warn } from "./finding.ts";
import { isOurAction, readWorkflow, type Workflow } from "./workflow.ts";

export const WORKFLOW_PATH = ".github/workflows/stage-gates.yml";

export type FoundWorkflow =
  | { readonly state: "found"; readonly workflow: Workflow; readonly others: readonly Workflow[] }
  | { readonly state: "none"; readonly findings: readonly ProtectionFinding[] };

/**
 * The workflow that uses us, wherever it is; of several, the one in the usual place.
 *
 * @param app id of the app that writes verdicts: one of one's own needs no workflow.
 */
export function findWorkflow(workflows: RepositoryState["workflows"], app: number): FoundWorkflow {
  if (workflows.state === "missing") {
    const problem = `the workflows of the default branch cannot be read: ${workflows.detail}`;
    return none([unknown("workflow", problem, "add `contents: read` to the token")]);
  }
  const unread: ProtectionFinding[] = [];
  const found: Workflow[] = [];
  const others: Workflow[] = [];
  for (const { name: path, fact } of workflows.value) {
    if (fact.state === "missing") {
      const problem = `\`${path}\` cannot be read: ${fact.detail}`;
      unread.push(unknown("workflow", problem, "make it a regular file of less than 512 KB"));
      continue;
    }
    if (fact.value.state !== "file") continue;
    const read = readWorkflow(path, fact.value.file.text);
    if (read.state === "read") {
      const uses = read.workflow.jobs.flatMap((job) => job.uses);
      const isOurs = path === WORKFLOW_PATH || uses.some(({ action }) => isOurAction(action));
      (isOurs ? found : others).push(read.workflow);
    } else if (path === WORKFLOW_PATH) {
      const problem = `\`${path}\` cannot be understood: ${read.problem}`;
      const finding = fail("workflow", problem, "write it as plain YAML, without anchors and tags");
      return none([placed(finding, { file: path, ...read.at })]);
    }
  }
  const usual = found.find(({ file }) => file === WORKFLOW_PATH) ?? found[0];
  if (usual !== undefined) return { state: "found", workflow: usual, others };
  if (unread.length > 0) return none(unread);
  return none([missingFinding(app)]);
}

/** Whether an app of one's own is installed and runs is shown by verdicts alone, which are looked at elsewhere. */
function missingFinding(app: number): ProtectionFinding {
  const code = "workflow-missing";
  const problem = "no workflow on the default branch uses stage-gates";
  const init = "run `stage-gates init`, fill in `uses:`, and merge it into the default branch";
  if (app === GITHUB_ACTIONS) return fail(code, `${problem}: nobody judges`, init);
  return warn(
    code,
    `${problem}: the app ${app} has to judge`,
    `look that it is installed for the repository and runs; if ${app} is GitHub Actions, ${init}`,
  );
}

function none(findings: readonly ProtectionFinding[]): FoundWorkflow {
  return { state: "none", findings };
}
