import type { Installation } from "./app.ts";
import { Refusal } from "./refusal.ts";
import type { Permissions, Token } from "./token.ts";
import type { World } from "./world.ts";

/** What was given out for an installation: no more than it may do by the time it is used. */
interface OfInstallation {
  readonly kind: "installation";
  /** Id. */
  readonly installation: number;
  /** Ids; `null` for all of the installation's. */
  readonly repositories: ReadonlySet<number> | null;
  readonly permissions: Permissions;
  readonly expires: number;
}

/** What a token of an installation is narrowed to; all that the installation has unless given. */
export interface Narrowing {
  /** `owner/name`. */
  readonly repositories?: readonly string[];
  readonly permissions?: Permissions;
  /** Milliseconds; an hour unless given. */
  readonly lasts?: number;
}

const HOUR = 3_600_000;

/** Tokens by the text that stands for them. */
export class IssuedTokens {
  readonly #world: World;
  readonly #issued = new Map<string, Token | OfInstallation>();

  constructor(world: World) {
    this.#world = world;
  }

  issue(token: Token | OfInstallation): string {
    const text = `${token.kind === "user" ? "ghp" : "ghs"}_sandbox${this.#world.nextId()}`;
    this.#issued.set(text, token);
    return text;
  }

  /** Refuses to give more than the installation has, as GitHub does. */
  issueFor(installation: Installation, narrowing: Narrowing = {}): string {
    if (installation.suspended !== null) throw suspended();
    const { permissions = installation.permissions, lasts = HOUR } = narrowing;
    const there = this.#world.repositoriesOf(installation);
    const wanted = narrowing.repositories?.map((name) => this.#world.find(name)) ?? null;
    const repositories = wanted?.flatMap((one) => one ?? []) ?? null;
    if (wanted?.some((one) => one === null || !there.includes(one))) {
      throw new Refusal(
        422,
        "There is at least one repository that does not exist or is not accessible to the parent installation.",
      );
    }
    const isMore = Object.entries(permissions).some(
      ([name, level]) => !covers(installation.permissions[name], level),
    );
    if (isMore) {
      throw new Refusal(422, "The permissions requested are not granted to this installation.");
    }
    return this.issue({
      kind: "installation",
      installation: installation.id,
      repositories: repositories === null ? null : new Set(repositories.map(({ id }) => id)),
      permissions: { metadata: "read", ...permissions },
      expires: this.#world.now + lasts,
    });
  }

  revoke(text: string): void {
    this.#issued.delete(text);
  }

  /** Takes back all that an installation was given. */
  revokeAll(installation: Installation): void {
    for (const [text, token] of this.#issued) {
      if (token.kind === "installation" && token.installation === installation.id)
        this.revoke(text);
    }
  }

  /** What a token may do now; `null` for none, or one whose installation is gone. */
  of(text: string): Token | null {
    const found = this.#issued.get(text) ?? null;
    if (found?.kind !== "installation") return found;
    const installation = this.#world.installations.get(found.installation);
    const app = installation === undefined ? null : this.#world.app(installation.app);
    if (installation === undefined || app === null) return null;
    const names = this.#world
      .repositoriesOf(installation)
      .filter(({ id }) => found.repositories?.has(id) ?? true)
      .map(({ fullName }) => fullName.toLowerCase());
    const permissions = Object.entries(found.permissions).filter(
      ([name, level]) => name === "metadata" || covers(installation.permissions[name], level),
    );
    return {
      kind: "app",
      app,
      repositories: new Set(names),
      permissions: Object.fromEntries(permissions),
      expires: found.expires,
      installation,
    };
  }
}

export function suspended(): Refusal {
  return new Refusal(403, "This installation has been suspended");
}

function covers(has: "read" | "write" | undefined, wanted: "read" | "write"): boolean {
  return has === "write" || has === wanted;
}
