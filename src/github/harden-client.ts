import type { Octokit } from "octokit";
import { failureOf, GitHubFailure } from "./failure.ts";

/** GitHub itself gives up on a question after ten seconds; an answer that takes longer is lost. */
const PATIENCE = 15_000;

/**
 * Ends every request of an Octokit, however that was made, and has it take nothing for an answer
 * that is none: Octokit hands over a body that broke off as a text, which reads as an empty list.
 * What is only read is asked for once more where GitHub failed; what is written never is, since it
 * may have been done.
 *
 * @param hear is told the header `Date` of each answer
 * @param patience with one answer, in milliseconds
 */
export function hardenClient<Client extends Pick<Octokit, "hook">>(
  octokit: Client,
  hear: (date: string | null) => void = () => {},
  patience = PATIENCE,
): Client {
  octokit.hook.wrap("request", async (send, options) => {
    const ask = async () => {
      const signal = AbortSignal.timeout(patience);
      // Hooks inside this one see these options, and never others that they are handed.
      options.request = { ...options.request, signal };
      const answer = await send(options);
      hear(answer.headers.date ?? null);
      // Of these two there is no body.
      if (typeof answer.data !== "string" || answer.status === 204 || answer.status === 205) {
        return answer;
      }
      throw signal.aborted
        ? new GitHubFailure("timed-out", "GitHub took too long to answer")
        : new GitHubFailure("unreadable", "GitHub's answer broke off");
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

/** Whether to ask again may: not where GitHub said no, and not where it took its time. */
function mayHelp({ reason, status }: GitHubFailure): boolean {
  return reason === "unreadable" && (status === null || status >= 500);
}
