import type { GitHubClient } from "../github/client.ts";
import { hardenClient } from "../github/harden-client.ts";
import type { ServerClock } from "../github/server-clock.ts";
import type { Inputs } from "./inputs.ts";

export interface Clients {
  readonly client: GitHubClient;
  readonly organizationClient: GitHubClient | null;
}

/** Clients as actions have them: through the runner's proxy, to the server the run is of. */
export async function openClients(
  { token, organizationToken }: Inputs,
  clock: ServerClock,
): Promise<Clients> {
  // It reads the event as it is loaded, which may only be done once that is known to be readable.
  const { getOctokit } = await import("@actions/github");
  const open = (auth: string): GitHubClient =>
    hardenClient(getOctokit(auth, { userAgent: "stage-gates" }), (date) => clock.hear(date));
  return {
    client: open(token),
    organizationClient: organizationToken === null ? null : open(organizationToken),
  };
}
