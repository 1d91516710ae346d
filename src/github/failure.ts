import { type Fact, type MissingReason, missing } from "../model/fact.ts";
import { formatInstant } from "../time/date.ts";

/** GitHub did not answer. `message` is one clause that ends a sentence. */
export class GitHubFailure extends Error {
  readonly reason: MissingReason;
  /** HTTP status; `null` where there was no answer. */
  readonly status: number | null;

  constructor(reason: MissingReason, message: string, status: number | null = null) {
    super(message);
    this.name = "GitHubFailure";
    this.reason = reason;
    this.status = status;
  }
}

/** Nobody answered at its address, or the way there is shut. */
export class NoConnection extends GitHubFailure {
  constructor(error: Error) {
    super("unreadable", `the connection to GitHub failed${whyOf(error)}`);
  }
}

/** Nobody of ours may speak there until somebody opens it again. */
export class ConversationLocked extends GitHubFailure {
  constructor(status: number) {
    super("unreadable", "the conversation is locked", status);
  }
}

/** What a client threw, in our words. What is no failure of GitHub's is thrown on. */
export function failureOf(error: unknown): GitHubFailure {
  const failure = githubFailure(error);
  if (failure === null) throw error;
  return failure;
}

/** What a client threw, in our words; `null` for what is no failure of GitHub's. */
export function githubFailure(error: unknown): GitHubFailure | null {
  if (error instanceof GitHubFailure) return error;
  if (!(error instanceof Error)) return null;
  const { status, response } = error as Error & {
    readonly status?: unknown;
    readonly response?: { readonly headers?: Readonly<Record<string, unknown>> };
  };
  if (typeof status === "number" && response !== undefined) {
    return refusal(status, error.message, response.headers ?? {});
  }
  // Octokit wraps what ended a request, but for one of the two.
  if ([error, error.cause].some(isTimeout)) {
    return new GitHubFailure("timed-out", "GitHub took too long to answer");
  }
  // Octokit gives what never reached GitHub the status 500, and no response; fetch gives a cause.
  if (typeof status === "number" || (error.name === "TypeError" && error.cause !== undefined)) {
    return new NoConnection(error);
  }
  return null;
}

/** What the system calls it, such as ` (ECONNREFUSED)`; nothing else of it is for others to read. */
function whyOf(error: Error): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return "";
  const deeper = whyOf(cause);
  if (deeper !== "") return deeper;
  return "code" in cause && /^[A-Z\d_]+$/.test(String(cause.code)) ? ` (${cause.code})` : "";
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name);
}

export function factOf(error: unknown): Fact<never> {
  const { reason, message } = failureOf(error);
  return missing(reason, message);
}

function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, unknown>>,
): GitHubFailure {
  if (status === 429 || (status === 403 && isLimit(message, headers))) {
    return limitFailure(headers, status);
  }
  if (status === 401)
    return new GitHubFailure("forbidden", "GitHub does not accept the token", 401);
  if (/is locked/i.test(message)) {
    return new ConversationLocked(status);
  }
  if (status === 403) {
    const lacking = permissionIn(headers["x-accepted-github-permissions"]);
    const what = lacking === null ? "may not read this" : `lacks \`${lacking}\``;
    return new GitHubFailure("forbidden", `the token ${what}`, 403);
  }
  return new GitHubFailure("unreadable", `GitHub answered with ${status}`, status);
}

/** A limit that is used up, with when it is not any more, as far as GitHub says. */
export function limitFailure(
  headers: Readonly<Record<string, unknown>>,
  status: number,
): GitHubFailure {
  const wait = Number(headers["retry-after"] ?? Number.NaN);
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  const isOver = String(headers["x-ratelimit-remaining"]) === "0";
  const when = Number.isFinite(wait)
    ? `; it asks to wait ${wait} s`
    : isOver && Number.isFinite(reset)
      ? `; it is lifted at ${formatInstant(reset * 1000)}`
      : "";
  return new GitHubFailure("rate-limited", `GitHub's rate limit is used up${when}`, status);
}

function isLimit(message: string, headers: Readonly<Record<string, unknown>>): boolean {
  return (
    headers["retry-after"] !== undefined ||
    headers["x-ratelimit-remaining"] === "0" ||
    /rate limit/i.test(message)
  );
}

/** `statuses=write` → `statuses: write`; of several ways, the first. */
function permissionIn(header: unknown): string | null {
  const [, name, level] = /^([a-z_]+)=(read|write)/.exec(String(header ?? "")) ?? [];
  return name === undefined ? null : `${name.replaceAll("_", "-")}: ${level}`;
}
