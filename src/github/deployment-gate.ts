import type { GitHubClient, RepositoryName } from "./client.ts";
import { failureOf } from "./failure.ts";
import type { RunData } from "./read/workflow-runs.ts";

interface Asking {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
}

/** What a workflow run would deploy; `null` where it waits for nothing any more. @throws {GitHubFailure} */
export async function readWaitingRun(
  run: number,
  { client, name }: Asking,
): Promise<{ readonly head: string } | null> {
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
      ...{ owner: name.owner, repo: name.name, run_id: run },
    });
    const { head_sha: head, status } = data as RunData;
    return status === "completed" ? null : { head };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.status === 404) return null;
    throw failure;
  }
}

export interface GateAnswer {
  readonly state: "approved" | "rejected";
  readonly comment: string;
}

/**
 * Answers a deployment protection rule. GitHub takes one answer to each question.
 *
 * @returns `late` where it waits for none any more
 * @throws {GitHubFailure}
 */
export async function answerGate(
  { run, environment }: { readonly run: number; readonly environment: string },
  { state, comment }: GateAnswer,
  { client, name }: Asking,
): Promise<"answered" | "late"> {
  const route = "POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule";
  try {
    await client.request(route, {
      ...{ owner: name.owner, repo: name.name, run_id: run },
      ...{ environment_name: environment, state, comment },
    });
    return "answered";
  } catch (error) {
    const failure = failureOf(error);
    if (failure.status === 404 || failure.status === 422) return "late";
    throw failure;
  }
}
