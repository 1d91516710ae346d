import type { GitHubAnswer } from "./app-metrics.ts";

const RESOURCES = ["core", "graphql"] as const;
type Resource = (typeof RESOURCES)[number];

interface Budget {
  readonly resource: Resource;
  readonly share: number;
  /** Milliseconds since 1970: from then on it is whole again. */
  readonly until: number;
}

/** What GitHub last said each installation has left of its hour. */
export class RemainingBudgets {
  readonly #budgets = new Map<string, Budget>();
  readonly #now: () => number;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  hear({ installation, headers }: Pick<GitHubAnswer, "installation" | "headers">): void {
    const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
      Number(headers[`x-ratelimit-${name}`] ?? Number.NaN),
    ) as [number, number, number];
    const named = headers["x-ratelimit-resource"];
    const resource = RESOURCES.find((one) => one === named);
    if (resource === undefined || !(limit > 0 && remaining >= 0 && reset > 0)) return;
    const share = Math.min(1, remaining / limit);
    this.#budgets.set(`${installation} ${resource}`, { resource, share, until: reset * 1_000 });
  }

  /** Of each resource that was heard of, the share that is left to whoever has least. */
  least(): ReadonlyMap<Resource, number> {
    const now = this.#now();
    const least = new Map<Resource, number>();
    for (const [key, { resource, share, until }] of this.#budgets) {
      if (until <= now) this.#budgets.delete(key);
      else least.set(resource, Math.min(share, least.get(resource) ?? 1));
    }
    return least;
  }
}
