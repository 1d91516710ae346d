import { Octokit } from "octokit";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import type { GitHubClient } from "../../src/github/client.ts";
import { AUTHOR, type Started, startSandbox } from "../sandbox/start-sandbox.ts";

export interface Shop extends Started {
  readonly pull: PullRequest;
  /** Of a workflow run with all that the action asks for, unless told otherwise. */
  client(permissions?: Readonly<Record<string, "read" | "write">>): GitHubClient;
  clientOf(token: string): GitHubClient;
}

export const PERMISSIONS = {
  contents: "read",
  "pull-requests": "write",
  issues: "write",
  statuses: "write",
  checks: "read",
  actions: "read",
} as const;

/** `acme/shop` with a policy, and a pull request from `main` into `production`. */
export async function openShop(files: Readonly<Record<string, string>>): Promise<Shop> {
  const sandbox = await startSandbox();
  const { world, repository, server } = sandbox;
  await repository.commit("main", { changes: files, message: "Get ready", author: AUTHOR });
  const pull = await openPull(world, repository, {
    author: "ana",
    title: "Release",
    body: null,
    base: "production",
    head: "main",
  });
  return {
    ...sandbox,
    pull,
    clientOf: (token) => plainClient(server.addresses.api, token),
    client: (permissions = PERMISSIONS) =>
      plainClient(server.addresses.api, world.workflowToken("acme/shop", underscored(permissions))),
  };
}

function underscored(permissions: Readonly<Record<string, "read" | "write">>) {
  return Object.fromEntries(
    Object.entries(permissions).map(([name, level]) => [name.replaceAll("-", "_"), level]),
  );
}

/** Octokit without the patience of its plugins. */
function plainClient(api: string, token: string): GitHubClient {
  return new Octokit({
    auth: token,
    baseUrl: api,
    throttle: { enabled: false },
    retry: { enabled: false },
  });
}
