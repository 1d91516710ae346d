import type { App } from "../world/app.ts";
import { Refusal } from "../world/refusal.ts";
import { GITHUB_ACTIONS, type Token } from "../world/token.ts";
import type { World } from "../world/world.ts";

/** What is counted apart. */
export type Resource = "core" | "graphql";

/** Who makes a request; an app as itself, too. */
export type Asker = Token | { readonly kind: "jwt"; readonly app: App } | null;

export interface RateLimit {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly reset: number;
}

const HOUR = 3_600_000;

/** Requests an hour that GitHub grants: of a person or an app, of a workflow, and of nobody. */
const GRANTED = { token: 5000, workflow: 1000, nobody: 60 };

/** Counts requests by who makes them, by the clock of the world. */
export class RateLimits {
  readonly #world: World;
  readonly #limits = new Map<string, number>();
  readonly #windows = new Map<string, { used: number; reset: number }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Grants so many requests an hour, of each resource, to whom a token belongs. */
  set(token: string, limit: number): void {
    this.#limits.set(nameOf(this.#world.token(token)), limit);
  }

  of(token: Asker, resource: Resource): RateLimit {
    const limit = this.#limits.get(nameOf(token)) ?? grantedTo(token);
    const { used, reset } = this.#window(token, resource);
    return { limit, used: Math.min(used, limit), remaining: Math.max(limit - used, 0), reset };
  }

  /** Counts a request. `false`: there was none left. */
  take(token: Asker, resource: Resource): boolean {
    const { remaining } = this.of(token, resource);
    this.#window(token, resource).used += 1;
    return remaining > 0;
  }

  #window(token: Asker, resource: Resource): { used: number; reset: number } {
    const key = `${resource} ${nameOf(token)}`;
    const there = this.#windows.get(key);
    if (there !== undefined && there.reset > this.#world.now) return there;
    const fresh = { used: 0, reset: this.#world.now + HOUR };
    this.#windows.set(key, fresh);
    return fresh;
  }
}

/** Tokens of one person share a limit; of a workflow, those of one repository; of an app, those of one installation. */
function nameOf(token: Asker): string {
  if (token === null) return "nobody";
  if (token.kind === "user") return `user ${token.login.toLowerCase()}`;
  if (token.kind === "jwt") return `jwt ${token.app.slug}`;
  if (token.installation !== null) return `installation ${token.installation.id}`;
  return `app ${token.app.slug} ${[...token.repositories].toSorted().join(" ")}`;
}

function grantedTo(token: Asker): number {
  if (token === null) return GRANTED.nobody;
  const isWorkflow = token.kind === "app" && token.app.id === GITHUB_ACTIONS.id;
  return isWorkflow ? GRANTED.workflow : GRANTED.token;
}

export function limitHeaders(
  { limit, used, remaining, reset }: RateLimit,
  resource: Resource,
): Readonly<Record<string, string>> {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(Math.ceil(reset / 1000)),
    "x-ratelimit-resource": resource,
  };
}

export function limitExceeded(token: Asker): Refusal {
  return new Refusal(403, `API rate limit exceeded for ${who(token)}.`);
}

/** GraphQL says it under the status 200, and without data. */
export function limitError(token: Asker) {
  const message = `API rate limit already exceeded for ${who(token)}.`;
  return { errors: [{ type: "RATE_LIMITED", code: "graphql_rate_limit", message }] };
}

function who(token: Asker): string {
  if (token === null) return "127.0.0.1";
  if (token.kind === "jwt") return `app ${token.app.slug}`;
  return token.kind === "user" ? `user ${token.login}` : `installation of ${token.app.slug}`;
}
