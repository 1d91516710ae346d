import type { GitHubClient } from "../../github/client.ts";

/** Somebody else has the lease by now: whatever is written would be written by two. */
export class LeaseLost extends Error {
  constructor() {
    super("the lease was lost");
    this.name = "LeaseLost";
  }
}

/** One at a time of all that wait to go on with an answer. */
let turn: Promise<void> = Promise.resolve();

/**
 * What is done with an answer keeps the process from all else. Between two such pieces deliveries
 * that have come in meanwhile are taken: GitHub waits ten seconds for that, and for no verdict.
 */
function takeTurn(): Promise<void> {
  turn = turn.then(() => new Promise((resolve) => setImmediate(resolve)));
  return turn;
}

/**
 * Writes only as long as the lease is held, which is asked before each write. Queries and reads pass.
 *
 * @param hold throws {@link LeaseLost}
 */
export function leasedClient(client: GitHubClient, hold: () => Promise<void>): GitHubClient {
  return {
    async graphql(query, variables) {
      try {
        return await client.graphql(query, variables);
      } finally {
        await takeTurn();
      }
    },
    async request(route, parameters) {
      if (!route.startsWith("GET ")) await hold();
      try {
        return await client.request(route, parameters);
      } finally {
        await takeTurn();
      }
    },
  };
}
