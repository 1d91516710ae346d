/** What a token of an app may touch, such as `statuses: "write"`, as workflows and apps state it. */
export type Permissions = Readonly<Record<string, "read" | "write">>;

export type Token =
  | {
      readonly kind: "user";
      readonly login: string;
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
    };

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: string;
}

/** The app that `GITHUB_TOKEN` belongs to, under the id it has on GitHub. */
export const GITHUB_ACTIONS: App = {
  id: 15368,
  slug: "github-actions",
  name: "GitHub Actions",
  owner: "github",
};

export function loginOf(token: Token): string {
  return token.kind === "user" ? token.login : `${token.app.slug}[bot]`;
}
