import type { Applied } from "../github/apply-effects.ts";
import type { GitHubFailure } from "../github/failure.ts";
import type { Effect } from "../model/effect.ts";

/** What a job has to grant for an effect to be possible. */
export const PERMISSIONS_OF: Readonly<Record<Effect["kind"], string>> = {
  "set-status": "statuses: write",
  "create-check-run": "checks: write",
  "update-check-run": "checks: write",
  "create-comment": "pull-requests: write",
  "update-comment": "pull-requests: write",
  "delete-comment": "pull-requests: write",
  react: "pull-requests: write",
  reply: "pull-requests: write",
  "create-issue": "issues: write",
  "update-issue": "issues: write",
  "close-issue": "issues: write",
  "reopen-issue": "issues: write",
};

const WHAT: Readonly<Record<Effect["kind"], string>> = {
  "set-status": "the status could not be written",
  "create-check-run": "the check run could not be made",
  "update-check-run": "the check run could not be brought up to date",
  "create-comment": "the comment could not be written",
  "update-comment": "the comment could not be brought up to date",
  "delete-comment": "a second comment of ours could not be deleted",
  react: "the command could not be acknowledged",
  reply: "the command could not be answered",
  "create-issue": "an issue could not be opened",
  "update-issue": "an issue could not be brought up to date",
  "close-issue": "an issue could not be closed",
  "reopen-issue": "an issue could not be reopened",
};

/** What kept a pull request from being judged, and the line that mends it where a permission is lacking. */
export function judgingFailureText(number: number, { message }: GitHubFailure): string {
  const line = / lacks `/.test(message) ? "; add it to the job's `permissions`" : "";
  return `#${number} could not be judged: ${message}${line}`;
}

/** What went wrong with an effect, and the line that mends it where a permission is lacking. */
export function failureText({ effect, failure }: Applied, event: string): string | null {
  if (failure === null) return null;
  const what = `${WHAT[effect.kind]}: ${failure.message}`;
  if (failure.reason !== "forbidden") return what;
  const permission = PERMISSIONS_OF[effect.kind];
  const fork =
    event === "pull_request" || event === "pull_request_review"
      ? `; on \`${event}\` a pull request of a fork gets a token that only reads, whatever the workflow says: run on \`pull_request_target\` and \`schedule\` as well`
      : "";
  return `${what}; add \`${permission}\` to the job's \`permissions\`${fork}`;
}
