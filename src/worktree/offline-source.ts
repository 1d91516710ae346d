import { readInto, UNANSWERED } from "../facts/read-into.ts";
import {
  type Fact,
  type FactAnswer,
  type FactRequest,
  factKey,
  known,
  missing,
} from "../model/fact.ts";
import type { Note } from "../model/finding.ts";
import type { FactSource } from "../model/ports.ts";
import type { Checkout } from "./checkout.ts";
import { checkoutSource } from "./checkout-source.ts";
import type { RecordedFacts } from "./facts-schema.ts";
import { type LocalCommit, lookUpCommits } from "./git/local-commits.ts";
import { isGitHubRequest, recordedFacts } from "./recorded-facts.ts";

/**
 * Facts without a connection to GitHub: files and history from the checkout, the rest as recorded.
 * A recorded fact never stands in for a file. Of its own commits the clone knows more than a
 * recording, so git is asked first, and the recording for those git does not know.
 */
export function offlineSource(checkout: Checkout, facts: RecordedFacts | null): FactSource {
  const local = checkoutSource(checkout);
  const recorded = facts === null ? null : recordedFacts(facts);
  return {
    async read(requests) {
      const commits = await lookUpCommits(checkout, requests.flatMap(ownCommit(checkout, facts)));
      const answers = new Map<string, Fact<FactAnswer>>();
      const fromCheckout: FactRequest[] = [];
      const fromRecording: FactRequest[] = [];
      for (const request of requests) {
        const [id] = ownCommit(checkout, facts)(request);
        const commit = id === undefined ? undefined : commits.get(id);
        if (commit !== undefined && commit.state !== "unknown") {
          answers.set(factKey(request), answerOf(commit));
        } else if (isGitHubRequest(request)) fromRecording.push(request);
        else fromCheckout.push(request);
      }
      await Promise.all([
        readInto(answers, fromCheckout, local),
        readInto(answers, fromRecording, recorded ?? NOBODY),
      ]);
      return requests.map((request) => answers.get(factKey(request)) ?? UNANSWERED);
    },
  };
}

const UNCONNECTED = missing("needs-github", "no connection to GitHub and no recorded facts");
const NOBODY: FactSource = { read: async (requests) => requests.map(() => UNCONNECTED) };

/** The id, where a commit of this very repository is asked for. */
function ownCommit(checkout: Checkout, facts: RecordedFacts | null) {
  const names = new Set(
    [checkout.repository, facts?.repository].map((name) => name?.toLowerCase()),
  );
  return (request: FactRequest): readonly string[] => {
    if (request.kind !== "reference" || request.what !== "commit") return [];
    const isOwn = request.repository === null || names.has(request.repository.toLowerCase());
    return isOwn ? [request.id] : [];
  };
}

function answerOf(commit: Exclude<LocalCommit, { state: "unknown" }>): Fact<FactAnswer> {
  if (commit.state === "commit") return known(commit);
  return missing(commit.state === "ambiguous" ? "unreadable" : "needs-history", commit.detail);
}

/** What to say of recorded facts that are about another state than the one judged. */
export function recordingNotes(checkout: Checkout, facts: RecordedFacts): readonly Note[] {
  const { head, repository } = checkout;
  const notes: Note[] = [];
  if (repository !== null && repository.toLowerCase() !== facts.repository.toLowerCase()) {
    notes.push({
      code: "FACTS-OTHER-REPOSITORY",
      message: `the recorded facts are about \`${facts.repository}\`, this clone is of \`${repository}\``,
      at: null,
    });
  }
  if (head !== null && facts.commit !== undefined && facts.commit !== head) {
    const short = [facts.commit, head].map((commit) => commit.slice(0, 7));
    notes.push({
      code: "FACTS-OTHER-COMMIT",
      message: `the facts were recorded for commit ${short[0]}, what is judged is ${short[1]}`,
      at: null,
    });
  }
  return notes;
}
