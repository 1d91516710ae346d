import type { Permissions } from "./token.ts";

/** A GitHub App as it is registered. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** Login. */
  readonly owner: string;
  /** Stands for the id in what an app signs. */
  readonly clientId: string;
  /** What it asks of whoever installs it. */
  permissions: Permissions;
  /** Names of events that it wants to hear of. */
  events: readonly string[];
  /** PEM; `null` for an app that nobody here can sign for. */
  publicKey: string | null;
  /** Where it is told; `null` for an app that hears nothing. */
  webhook: AppWebhook | null;
}

export interface AppWebhook {
  /** On this machine. */
  readonly url: string;
  readonly secret: string;
}

/** That an app may act in an account, as its owner has agreed to. Moments are milliseconds since 1970. */
export interface Installation {
  readonly id: number;
  /** Id. */
  readonly app: number;
  /** Login. */
  readonly account: string;
  /** `null`: in all that the account has, now and later. Else lower-case `owner/name`. */
  repositories: Set<string> | null;
  /** What was agreed to; the app may have come to ask for more since. */
  permissions: Permissions;
  events: readonly string[];
  suspended: { readonly at: number; readonly by: string } | null;
  readonly created: number;
  updated: number;
}
