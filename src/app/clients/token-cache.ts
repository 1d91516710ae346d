/** So long before its end a token is not begun with. */
const SPARE = 60_000;

/**
 * Tokens of installations, by the clock of whoever ends them. What is kept is a text of
 * `@octokit/auth-app`: token, when it was made, until when it is good, and what it is for.
 */
export class TokenCache {
  readonly #now: () => number;
  readonly #kept = new Map<string, string>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get(installation: string): string | undefined {
    const kept = this.#kept.get(installation);
    const [, , until = ""] = kept?.split("|") ?? [];
    return Date.parse(until) - SPARE > this.#now() ? kept : undefined;
  }

  set(installation: string, kept: string): void {
    this.#kept.set(installation, kept);
  }

  /** GitHub does not take it any more. */
  delete(installation: string): void {
    this.#kept.delete(installation);
  }
}
