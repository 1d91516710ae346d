import type { GitHubClient } from "../github/client.ts";
import type { ServerClock } from "../github/server-clock.ts";
import type { Inputs } from "./inputs.ts";

/** GitHub itself gives up on a query after ten seconds; a request that takes longer is lost. */
const LONGEST_REQUEST = 15_000;

export interface Clients {
  readonly client: GitHubClient;
  readonly organizationClient: GitHubClient | null;
}

/**
 * Clients as actions have them: through the runner's proxy, to the server the run is of. Without
 * the retries of other clients, for what GitHub did although it answered with an error must not be
 * done twice.
 */
export async function openClients(
  { token, organizationToken }: Inputs,
  clock: ServerClock,
): Promise<Clients> {
  // It reads the event as it is loaded, which may only be done once that is known to be readable.
  const { getOctokit } = await import("@actions/github");
  const open = (auth: string): GitHubClient => {
    const octokit = getOctokit(auth, { userAgent: "stage-gates" });
    octokit.hook.before("request", (options) => {
      options.request = { ...options.request, signal: AbortSignal.timeout(LONGEST_REQUEST) };
    });
    octokit.hook.after("request", ({ headers }) => clock.hear(headers.date ?? null));
    octokit.hook.error("request", (error) => {
      throw error;
    });
    return octokit;
  };
  return {
    client: open(token),
    organizationClient: organizationToken === null ? null : open(organizationToken),
  };
}
