import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  GitHubFailure,
  failureOf
} from "./chunk-OMCSVZS3.js";

// src/github/harden-client.ts
var PATIENCE = 15e3;
function hardenClient(octokit, hear = () => {
}, patience = PATIENCE) {
  octokit.hook.wrap("request", async (send, options) => {
    const ask = async () => {
      const signal = AbortSignal.timeout(patience);
      options.request = { ...options.request, signal };
      const answer = await send(options);
      hear(answer.headers.date ?? null);
      if (typeof answer.data !== "string" || answer.status === 204 || answer.status === 205) {
        return answer;
      }
      throw signal.aborted ? new GitHubFailure("timed-out", "GitHub took too long to answer") : new GitHubFailure("unreadable", "GitHub's answer broke off");
    };
    const isRead = options.method === "GET" || options.url.endsWith("/graphql");
    try {
      return await ask();
    } catch (error) {
      if (isRead && mayHelp(failureOf(error))) return ask();
      throw error;
    }
  });
  return octokit;
}
function mayHelp({ reason, status }) {
  return reason === "unreadable" && (status === null || status >= 500);
}

export {
  hardenClient
};
