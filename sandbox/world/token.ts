import type { App, Installation } from "./app.ts";

/** What a token of an app may touch, such as `statuses: "write"`, as workflows and apps state it. */
export type Permissions = Readonly<Record<string, "read" | "write">>;

export type Token =
  | {
      readonly kind: "user";
      readonly login: string;
      /** Of a classic token, such as `public_repo`; `null` for one that may do all its owner may. */
      readonly scopes: ReadonlySet<string> | null;
    }
  /** Of a workflow run or an installation: acts as a bot, in some repositories, within its permissions. */
  | {
      readonly kind: "app";
      readonly app: App;
      /** `owner/name`, lower case. */
      readonly repositories: ReadonlySet<string>;
      readonly permissions: Permissions;
      /** Milliseconds since 1970. */
      readonly expires: number;
      /** `null` for what was given to a workflow run, or by hand. */
      readonly installation: Installation | null;
    };

/** The app that `GITHUB_TOKEN` belongs to, under the id it has on GitHub. */
export const GITHUB_ACTIONS: App = {
  id: 15368,
  slug: "github-actions",
  name: "GitHub Actions",
  owner: "github",
  clientId: "Iv1.github-actions",
  permissions: {},
  events: [],
  publicKey: null,
  webhook: null,
};

/**
 * Whether a classic token's scopes let it touch a repository at all. What is public is read without
 * any; the owner's own access comes on top.
 */
export function scopesAllow(
  scopes: ReadonlySet<string> | null,
  { isPrivate, level }: { readonly isPrivate: boolean; readonly level: "read" | "write" },
): boolean {
  if (scopes === null || scopes.has("repo")) return true;
  return !isPrivate && (level === "read" || scopes.has("public_repo"));
}

/**
 * Whether a token is shown teams. `GITHUB_TOKEN` never is, for no permission of a workflow is about
 * members; a classic token takes `read:org` or more.
 */
export function seesTeams(token: Token | null): boolean {
  if (token === null) return false;
  if (token.kind === "app") return token.permissions.members !== undefined;
  const { scopes } = token;
  return scopes === null || ["read:org", "write:org", "admin:org"].some((one) => scopes.has(one));
}

/** Whether it is what GitHub gives to the run of a workflow. */
export function isOfWorkflow(token: Token): boolean {
  return token.kind === "app" && token.app.id === GITHUB_ACTIONS.id;
}

export function loginOf(token: Token): string {
  return token.kind === "user" ? token.login : `${token.app.slug}[bot]`;
}
