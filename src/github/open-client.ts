import { Octokit } from "octokit";
import type { GitHubClient } from "./client.ts";

export interface Connection {
  /** Root of the REST API: `https://api.github.com`, or `https://<host>/api/v3`. */
  readonly api: string;
  readonly token: string | null;
}

/** Nobody waits longer for one answer. */
const PATIENCE = 10_000;

/**
 * A client for one run of a command; to be imported when it is needed, since it takes long to load. What is only read is asked for a second time where the first
 * one failed; what is written never is, since it may have been done. Nothing is held back to be sent
 * later: whoever is told that GitHub's limit is used up decides for themselves.
 *
 * @param send for tests, and for runners that bring a fetch of their own.
 */
export function openClient({ api, token }: Connection, send: typeof fetch = fetch): GitHubClient {
  const octokit = new Octokit({
    ...(token !== null && { auth: token }),
    baseUrl: api,
    userAgent: "stage-gates",
    request: {
      fetch: (url: string, init: RequestInit) =>
        send(url, { ...init, signal: AbortSignal.timeout(PATIENCE) }),
    },
    throttle: { enabled: false },
    retry: { retries: 1, retryAfterBaseValue: 500 },
    log: SILENT,
  });
  octokit.hook.before("request", (options) => {
    const isRead = options.method === "GET" || options.url.endsWith("/graphql");
    if (!isRead) options.request.retries = 0;
  });
  return octokit;
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
