import type { GitHubClient } from "../../github/client.ts";
import { failureOf, type GitHubFailure, NoConnection } from "../../github/failure.ts";
import type { Lease } from "../../store/work.ts";
import type { AppClients, InstallationClient } from "../clients/app-clients.ts";
import type { Looked } from "./look.ts";
import { repositoryName } from "./repository-name.ts";

export interface Searching {
  readonly clients: AppClients;
  readonly installation: InstallationClient;
}

/** Whether something may have failed because we have no business there any more. */
export function mayBeAbsence(failure: GitHubFailure): boolean {
  const { reason, status } = failure;
  if (failure instanceof NoConnection || reason === "rate-limited" || reason === "timed-out") {
    return false;
  }
  return status === null || status < 500;
}

/**
 * What is to become of work that GitHub lets nobody do: an app that is uninstalled, a repository that is
 * deleted, given away, taken from the app or archived is forgotten, one whose app is suspended rests.
 * Whoever brings it back has GitHub tell us, and the next sweep finds it in any case.
 *
 * @returns `null` where it is all there, and where GitHub does not say.
 */
export async function readAbsence(lease: Where, searching: Searching): Promise<Looked | null> {
  try {
    return await search(lease, searching);
  } catch (error) {
    failureOf(error);
    return null;
  }
}

type Where = Pick<Lease, "installation" | "repository">;

async function search(
  { installation: id, repository }: Where,
  { clients: { app }, installation: { client } }: Searching,
): Promise<Looked | null> {
  const at = { installation_id: id };
  const installed = await ask<Installed>(app, "GET /app/installations/{installation_id}", at);
  if (installed === null) return { state: "gone", what: { installation: id } };
  if (installed.suspended_at !== null) return { state: "settled", next: null };
  if (repository === "") return null;
  const { owner, name: repo } = repositoryName(repository);
  const there = await ask<Installed>(app, "GET /repos/{owner}/{repo}/installation", {
    owner,
    repo,
  });
  const found =
    there?.id === id
      ? await ask<Found>(client, "GET /repos/{owner}/{repo}", { owner, repo })
      : null;
  return found === null || found.archived
    ? { state: "gone", what: { installation: id, repository } }
    : null;
}

interface Found {
  readonly archived: boolean;
}

interface Installed {
  readonly id: number;
  readonly suspended_at: string | null;
}

async function ask<Answer>(
  client: GitHubClient,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Answer | null> {
  try {
    return (await client.request(route, parameters)).data as Answer;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.status === 404) return null;
    throw failure;
  }
}
