import type { GitHubClient } from "../../github/client.ts";

/** Somebody else has the lease by now: whatever is written would be written by two. */
export class LeaseLost extends Error {
  constructor() {
    super("the lease was lost");
    this.name = "LeaseLost";
  }
}

/**
 * Writes only as long as the lease is held, which is asked before each write. Queries and reads pass.
 *
 * @param hold throws {@link LeaseLost}
 */
export function leasedClient(client: GitHubClient, hold: () => Promise<void>): GitHubClient {
  return {
    graphql: (query, variables) => client.graphql(query, variables),
    request: async (route, parameters) => {
      if (!route.startsWith("GET ")) await hold();
      return client.request(route, parameters);
    },
  };
}
