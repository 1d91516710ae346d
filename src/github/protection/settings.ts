import { type Fact, known, missing } from "../../model/fact.ts";
import type { CodeownersError, WorkflowDefaults } from "../../model/protection.ts";
import { dataAt } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf, failureOf } from "../failure.ts";

/** The lines of CODEOWNERS that GitHub passes over, for owners it does not know among others. */
export async function readCodeownersErrors(
  client: GitHubClient,
  { owner, name }: RepositoryName,
): Promise<Fact<readonly CodeownersError[]>> {
  try {
    const route = "GET /repos/{owner}/{repo}/codeowners/errors";
    const { data } = await client.request(route, { owner, repo: name });
    const errors = (dataAt(data, "errors") ?? []) as readonly CodeownersError[];
    return known(errors.map(({ line, message }) => ({ line, message })));
  } catch (error) {
    return factOf(error);
  }
}

/** What the settings give to workflows; told to administrators alone. */
export async function readWorkflowDefaults(
  client: GitHubClient,
  { owner, name }: RepositoryName,
): Promise<Fact<WorkflowDefaults>> {
  try {
    const route = "GET /repos/{owner}/{repo}/actions/permissions/workflow";
    const { data } = await client.request(route, { owner, repo: name });
    return known({
      mayWrite: dataAt(data, "default_workflow_permissions") !== "read",
      mayApprove: dataAt(data, "can_approve_pull_request_reviews") !== false,
    });
  } catch (error) {
    const { reason, message, status } = failureOf(error);
    const isHidden = status === 404 || (status === 403 && !message.includes("lacks"));
    return missing(reason, isHidden ? "GitHub tells it only to administrators" : message);
  }
}
