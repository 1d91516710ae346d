import http from "node:http";
import process from "node:process";
import type { GitHubClient, RepositoryName } from "../github/client.ts";
import { GitHubFailure, NoConnection } from "../github/failure.ts";
import { ServerClock } from "../github/server-clock.ts";
import { openCheckout } from "../worktree/checkout.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface Connected {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  /** Address that is asked. */
  readonly api: string;
  /** Milliseconds since 1970, by GitHub's clock. Asked after GitHub has answered. */
  now(): number;
}

export interface ConnectOptions {
  /** `owner/name`; without it, that of the checkout's `origin`. */
  readonly repo?: string;
  /** A folder of the checkout, as typed. */
  readonly dir: string;
}

/** A client of GitHub by what the environment says, and the repository to ask about. */
export async function connect(options: ConnectOptions, terminal: Terminal): Promise<Connected> {
  const { env } = process;
  const api = apiIn(env);
  const name = await repositoryAskedFor(options, env, terminal);
  const token = tokenIn(env);
  if (token === null) {
    throw new UsageError(
      "there is no token to ask GitHub with",
      "set GITHUB_TOKEN, for example by `export GITHUB_TOKEN=$(gh auth token)`",
    );
  }
  useProxy(env, terminal);
  const { openClient } = await import("../github/open-client.ts");
  const clock = new ServerClock(Date.now);
  return { client: openClient({ api, token }, clock), name, api, now: () => clock.now() };
}

/** A failure of GitHub's as an error of the command; anything else is what it was. */
export function unanswered(error: unknown, { api }: Connected, help: string | null): unknown {
  if (!(error instanceof GitHubFailure)) return error;
  const message = `GitHub cannot be asked at \`${api}\`: ${error.message}`;
  const way =
    "look whether anybody answers at that address from here; GITHUB_API_URL and GH_HOST name another, HTTPS_PROXY a proxy";
  return new UsageError(message, error instanceof NoConnection ? way : help);
}

/** In the order of `gh`, so that both speak for the same account. */
function tokenIn({ GH_TOKEN, GITHUB_TOKEN }: NodeJS.ProcessEnv): string | null {
  return [GH_TOKEN, GITHUB_TOKEN].find((token) => token !== undefined && token !== "") ?? null;
}

const PUBLIC = "github.com";

function apiIn(env: NodeJS.ProcessEnv): string {
  const { GITHUB_API_URL: url = "" } = env;
  if (url !== "") {
    if (isAddress(url)) return url.replace(/\/+$/, "");
    throw new UsageError(
      `GITHUB_API_URL is \`${url}\`, which is no address`,
      "leave it out, or set it to `https://<host>/api/v3`",
    );
  }
  const host = hostIn(env);
  const hasOwnApi = host === PUBLIC || host.endsWith(".ghe.com");
  return hasOwnApi ? `https://api.${host}` : `https://${host}/api/v3`;
}

function isAddress(url: string): boolean {
  return /^https?:\/\//.test(url) && URL.canParse(url);
}

/** Where repositories are: `github.com`, or the host that was named. */
function hostIn({ GITHUB_API_URL: url = "", GH_HOST = "" }: NodeJS.ProcessEnv): string {
  if (url === "") return GH_HOST === "" ? PUBLIC : GH_HOST;
  return new URL(url).host.replace(/^api\./, "");
}

async function repositoryAskedFor(
  { repo, dir }: ConnectOptions,
  env: NodeJS.ProcessEnv,
  { cwd }: Terminal,
): Promise<RepositoryName> {
  if (repo !== undefined) {
    const [, owner = "", name = ""] = /^([\w-]+)\/([\w.-]+)$/.exec(repo) ?? [];
    if (name !== "") return { owner, name };
    throw new UsageError(`\`${repo}\` is no repository`, "write it as `--repo <owner>/<name>`");
  }
  const { resolve } = await import("node:path");
  const { origin } = await openCheckout(resolve(cwd, dir), { base: null });
  if (origin === null) {
    throw new UsageError(
      "nothing here says which repository of GitHub's is meant",
      "say `--repo <owner>/<name>`, or run it in a clone of it",
    );
  }
  // A token goes to the host that somebody named, never to one that a checkout names.
  const host = hostIn(env);
  if (origin.host !== host) {
    throw new UsageError(
      `\`origin\` is at \`${origin.host}\`, and \`${host}\` is what would be asked`,
      `set GH_HOST=${origin.host} if you trust it with your token, or say \`--repo <owner>/<name>\``,
    );
  }
  const [owner = "", name = ""] = origin.repository.split("/");
  return { owner, name };
}

const PROXY = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

/** Node heeds the usual variables, but only newer ones, and only when they are told to. */
function useProxy(env: NodeJS.ProcessEnv, terminal: Terminal): void {
  const isWanted = PROXY.some((name) => (env[name] ?? "") !== "");
  if (!isWanted || env.NODE_USE_ENV_PROXY === "1") return;
  const { setGlobalProxyFromEnv } = http as { setGlobalProxyFromEnv?: () => unknown };
  if (setGlobalProxyFromEnv !== undefined) {
    setGlobalProxyFromEnv();
    return;
  }
  terminal.tell(
    "stage-gates: this Node passes over the proxy: set NODE_USE_ENV_PROXY=1 (Node 22.21 and newer)\n",
  );
}
