import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  ServerClock
} from "./chunk-EFNJMRUO.js";
import {
  GitHubFailure,
  NoConnection
} from "./chunk-OMCSVZS3.js";
import {
  openCheckout
} from "./chunk-4EDMUHKC.js";
import {
  UsageError
} from "./chunk-RINCA6AC.js";

// src/cli/github-connection.ts
import http from "node:http";
import process from "node:process";
async function connect(options, terminal) {
  const { env } = process;
  const api = apiIn(env);
  const name = await repositoryAskedFor(options, env, terminal);
  const token = tokenIn(env);
  if (token === null) {
    throw new UsageError(
      "there is no token to ask GitHub with",
      "set GITHUB_TOKEN, for example by `export GITHUB_TOKEN=$(gh auth token)`"
    );
  }
  useProxy(env, terminal);
  const { openClient } = await import("./open-client-C63CGSCX.js");
  const clock = new ServerClock(Date.now);
  return { client: openClient({ api, token }, clock), name, api, now: () => clock.now() };
}
function unanswered(error, { api }, help) {
  if (!(error instanceof GitHubFailure)) return error;
  const message = `GitHub cannot be asked at \`${api}\`: ${error.message}`;
  const way = "look whether anybody answers at that address from here; GITHUB_API_URL and GH_HOST name another, HTTPS_PROXY a proxy";
  return new UsageError(message, error instanceof NoConnection ? way : help);
}
function tokenIn({ GH_TOKEN, GITHUB_TOKEN }) {
  return [GH_TOKEN, GITHUB_TOKEN].find((token) => token !== void 0 && token !== "") ?? null;
}
var PUBLIC = "github.com";
function apiIn(env) {
  const { GITHUB_API_URL: url = "" } = env;
  if (url !== "") {
    if (isAddress(url)) return url.replace(/\/+$/, "");
    throw new UsageError(
      `GITHUB_API_URL is \`${url}\`, which is no address`,
      "leave it out, or set it to `https://<host>/api/v3`"
    );
  }
  const host = hostIn(env);
  const hasOwnApi = host === PUBLIC || host.endsWith(".ghe.com");
  return hasOwnApi ? `https://api.${host}` : `https://${host}/api/v3`;
}
function isAddress(url) {
  return /^https?:\/\//.test(url) && URL.canParse(url);
}
function hostIn({ GITHUB_API_URL: url = "", GH_HOST = "" }) {
  if (url === "") return GH_HOST === "" ? PUBLIC : GH_HOST;
  return new URL(url).host.replace(/^api\./, "");
}
async function repositoryAskedFor({ repo, dir }, env, { cwd }) {
  if (repo !== void 0) {
    const [, owner2 = "", name2 = ""] = /^([\w-]+)\/([\w.-]+)$/.exec(repo) ?? [];
    if (name2 !== "") return { owner: owner2, name: name2 };
    throw new UsageError(`\`${repo}\` is no repository`, "write it as `--repo <owner>/<name>`");
  }
  const { resolve } = await import("node:path");
  const { origin } = await openCheckout(resolve(cwd, dir), { base: null });
  if (origin === null) {
    throw new UsageError(
      "nothing here says which repository of GitHub's is meant",
      "say `--repo <owner>/<name>`, or run it in a clone of it"
    );
  }
  const host = hostIn(env);
  if (origin.host !== host) {
    throw new UsageError(
      `\`origin\` is at \`${origin.host}\`, and \`${host}\` is what would be asked`,
      `set GH_HOST=${origin.host} if you trust it with your token, or say \`--repo <owner>/<name>\``
    );
  }
  const [owner = "", name = ""] = origin.repository.split("/");
  return { owner, name };
}
var PROXY = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
function useProxy(env, terminal) {
  const isWanted = PROXY.some((name) => (env[name] ?? "") !== "");
  if (!isWanted || env.NODE_USE_ENV_PROXY === "1") return;
  const { setGlobalProxyFromEnv } = http;
  if (setGlobalProxyFromEnv !== void 0) {
    setGlobalProxyFromEnv();
    return;
  }
  terminal.tell(
    "stage-gates: this Node passes over the proxy: set NODE_USE_ENV_PROXY=1 (Node 22.21 and newer)\n"
  );
}

export {
  connect,
  unanswered
};
