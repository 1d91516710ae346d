import { Octokit } from "octokit";
import type { GitHubClient } from "./client.ts";
import { hardenClient } from "./harden-client.ts";

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
 * @param send for tests, and for runners that bring a fetch of their own.
 */
export function openClient({ api, token }: Connection, send: typeof fetch = fetch): GitHubClient {
  const octokit = new Octokit({
    auth: token,
    baseUrl: api,
    userAgent: "stage-gates",
    request: { fetch: send },
    throttle: { enabled: false },
    retry: { enabled: false },
    log: SILENT,
  });
  return hardenClient(octokit);
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
