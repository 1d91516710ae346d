import { GitHubFailure, limitFailure } from "../../github/failure.ts";
import { RollingBudget, type Timing } from "./rolling-budget.ts";
import { Turnstile } from "./turnstile.ts";

/**
 * What GitHub allows in a minute before its secondary limits set in, with some left for others:
 * 900 points over REST, 2,000 over GraphQL, 80 things written by people's eyes (comments, issues),
 * 100 requests at once.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const LIMITS = { rest: 840, graphql: 1_800, content: 70, atOnce: 80 } as const;
const MINUTE = 60_000;
/** Points that a write over REST costs. */
const WRITE = 5;
/** A hundred verdicts in a minute, with what is read for them. */
const LEFT_TO_VERDICTS = (LIMITS.rest * 2) / 3;

export interface Asked {
  readonly method: string;
  /** As Octokit has it: `/repos/{owner}/{repo}/issues`, or `/graphql`. */
  readonly url: string;
}

/** What GitHub said of its limits beside an answer. */
export interface LimitHeaders {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** Nothing has failed: it is written when there is room again. */
export class PutOff extends GitHubFailure {
  constructor() {
    super("rate-limited", "it was put off, so that verdicts need not wait");
  }
}

/** Of one installation: how much it has asked for, and whether it has to wait. */
export class Traffic {
  readonly #rest: RollingBudget;
  readonly #graphql: RollingBudget;
  readonly #content: RollingBudget;
  readonly #atOnce = new Turnstile(LIMITS.atOnce);
  readonly #now: () => number;
  #pausedUntil = 0;
  #barredUntil = 0;
  #scarceUntil = 0;
  #reservedUntil = 0;

  /** @param now milliseconds since 1970, by GitHub's clock */
  constructor(timing: Timing, now: () => number) {
    this.#now = now;
    this.#rest = new RollingBudget(LIMITS.rest, MINUTE, timing);
    this.#graphql = new RollingBudget(LIMITS.graphql, MINUTE, timing);
    this.#content = new RollingBudget(LIMITS.content, MINUTE, timing);
  }

  /** Nothing more of this installation is begun before; milliseconds since 1970. */
  get pausedUntil(): number {
    return this.#pausedUntil;
  }

  /** Until then what can wait had better do so. */
  get scarceUntil(): number {
    return this.#scarceUntil;
  }

  /** Until then what is left is for taking back passes. */
  get reservedUntil(): number {
    return this.#reservedUntil;
  }

  /**
   * Asks once there is room, and nothing where GitHub has said to wait: what is under way ends there,
   * since GitHub shuts out whoever goes on. Check runs never wait for comments and issues: for those there is room
   * now, with two thirds of it left to verdicts, or they are put off.
   *
   * @throws {GitHubFailure} `rate-limited`
   */
  async through<Answer>(asked: Asked, ask: () => Promise<Answer>): Promise<Answer> {
    this.#beAllowed();
    if (asked.url.endsWith("/graphql")) await this.#graphql.take(1);
    else if (isTalk(asked)) await this.#talk(isContent(asked) ? 1 : 0);
    else await this.#rest.take(asked.method === "GET" ? 1 : WRITE);
    return this.#atOnce.through(() => {
      // It may have been said while this waited.
      this.#beAllowed();
      return ask();
    });
  }

  #beAllowed(): void {
    if (this.#barredUntil <= this.#now()) return;
    const reset = Math.ceil(this.#barredUntil / 1_000);
    throw limitFailure({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }, 429);
  }

  async #talk(content: number): Promise<void> {
    if (!this.#content.has(content) || !this.#rest.has(WRITE, LEFT_TO_VERDICTS)) {
      throw new PutOff();
    }
    await Promise.all([this.#content.take(content), this.#rest.take(WRITE)]);
  }

  /** Hears what GitHub says of its limits. */
  hear({ status, headers }: LimitHeaders): void {
    const now = this.#now();
    const remaining = numberOf(headers["x-ratelimit-remaining"]);
    const limit = numberOf(headers["x-ratelimit-limit"]);
    const reset = (numberOf(headers["x-ratelimit-reset"]) ?? 0) * 1_000;
    const wait = numberOf(headers["retry-after"]);
    if (status === 403 || status === 429) {
      if (wait !== null) this.#bar(now + wait * 1_000);
      else if (remaining === 0) this.#bar(Math.max(reset, now + 1_000));
      else if (status === 429) this.#bar(now + MINUTE);
      return;
    }
    if (remaining === null || limit === null || reset <= now) return;
    if (remaining < limit * PAUSED) this.#pause(reset);
    // REST and GraphQL have a budget each, and each its own hour.
    if (remaining < limit * RESERVED) this.#reservedUntil = Math.max(this.#reservedUntil, reset);
    if (remaining < limit * SCARCE) this.#scarceUntil = Math.max(this.#scarceUntil, reset);
  }

  /** A limit was named, maybe without a time: then GitHub asks for a minute at least. */
  pauseForAWhile(): void {
    const now = this.#now();
    this.#bar(this.#pausedUntil > now ? this.#pausedUntil : now + MINUTE);
  }

  #bar(until: number): void {
    this.#barredUntil = Math.max(this.#barredUntil, until);
    this.#pause(until);
  }

  #pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }
}

/** Below this share of the hour's budget what can wait does. */
const SCARCE = 0.2;
/** Below this one no verdict is looked at that GitHub does not take for a pass. */
const RESERVED = 0.05;
/** Below this one nothing more is begun. */
const PAUSED = 0.01;

/** What people read beside the verdict, and what is done about that. */
function isTalk({ method, url }: Asked): boolean {
  return method !== "GET" && /\/(issues|comments)(\/|$)/.test(url);
}

function isContent({ method, url }: Asked): boolean {
  return method === "POST" && /\/(issues|comments)$/.test(url);
}

function numberOf(value: string | number | undefined): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
}
