import { Octokit } from "octokit";
import type { GitHubClient } from "./client.ts";
import { hardenClient } from "./harden-client.ts";
import type { ServerClock } from "./server-clock.ts";

export interface Connection {
  /** Root of the REST API: `https://api.github.com`, or `https://<host>/api/v3`. */
  readonly api: string;
  readonly token: string;
}

/**
 * A client for one run of a command; to be imported when it is needed, since it takes long to load.
 * Nothing is held back to be sent later: whoever is told that GitHub's limit is used up decides for
 * themselves.
 *
 * @param clock is told the time of GitHub's answers.
 * @param send for tests, and for runners that bring a fetch of their own.
 */
export function openClient(
  { api, token }: Connection,
  clock: ServerClock,
  send: typeof fetch = fetch,
): GitHubClient {
  const octokit = new Octokit({
    auth: token,
    baseUrl: api,
    userAgent: "stage-gates",
    request: { fetch: send },
    throttle: { enabled: false },
    retry: { enabled: false },
    log: SILENT,
  });
  return hardenClient(octokit, (date) => clock.hear(date));
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
