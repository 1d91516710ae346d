import { Probot, ProbotOctokit } from "probot";
import type { GitHubClient } from "../../github/client.ts";
import { githubFailure } from "../../github/failure.ts";
import { hardenClient } from "../../github/harden-client.ts";
import { ServerClock } from "../../github/server-clock.ts";
import type { AppLog } from "../app-log.ts";
import type { GitHubAnswer } from "../metrics/app-metrics.ts";
import { isLimitedAnswer } from "../traffic/limited-answer.ts";
import type { Timing } from "../traffic/rolling-budget.ts";
import { Traffic } from "../traffic/traffic.ts";
import { TokenCache } from "./token-cache.ts";

/** Who speaks to GitHub for an installation, and what its limits allow. */
export interface InstallationClient {
  readonly client: GitHubClient;
  readonly traffic: Traffic;
}

export interface AppClients {
  /** As the app itself. */
  readonly app: GitHubClient;
  /** As the app in an installation. Its token is fetched when it is needed. */
  ofInstallation(installation: number): Promise<InstallationClient>;
  /** Milliseconds since 1970, by GitHub's clock. */
  now(): number;
}

export interface AppIdentity {
  readonly app: number;
  /** PEM. */
  readonly privateKey: string;
  /** Root of the REST API: `https://api.github.com`, or `https://<host>/api/v3`. */
  readonly api: string;
}

export interface ClientTiming extends Timing {
  /** Milliseconds since 1970, by the clock of this machine. */
  wall(): number;
  /** With one answer of GitHub's, in milliseconds; as long as everywhere unless given. */
  readonly patience?: number;
}

export interface ClientSurroundings {
  readonly timing: ClientTiming;
  readonly log: AppLog;
  /** Told how GitHub answered each request of an installation. */
  heard?(answer: GitHubAnswer): void;
}

/**
 * Clients as Probot signs them in. Without its throttle, which has every read wait for every
 * write, and without its retries, which write twice what GitHub did although it answered with an
 * error: what may be asked when is told by `Traffic`, and the work list asks again.
 */
export async function openAppClients(
  { app, privateKey, api }: AppIdentity,
  { timing, log, heard }: ClientSurroundings,
): Promise<AppClients> {
  const clock = new ServerClock(() => timing.wall());
  const now = () => clock.now();
  const hear = (date: string | null) => clock.hear(date);
  const tokens = new TokenCache(now);
  const Octokit = ProbotOctokit.defaults((options: { readonly auth?: object }) => ({
    ...options,
    auth: { ...options.auth, cache: tokens },
    throttle: { enabled: false },
    retry: { enabled: false },
    userAgent: "stage-gates",
  })) as typeof ProbotOctokit;
  const probot = new Probot({
    appId: app,
    privateKey,
    baseUrl: api,
    Octokit,
    // It checks no signatures here, and would take a name of its own for a secret.
    secret: "none: deliveries never reach it",
    log: log.forProbot,
  });
  const opened = new Map<number, Promise<InstallationClient>>();
  const open = async (installation: number): Promise<InstallationClient> => {
    const octokit = await probot.auth(installation);
    const traffic = new Traffic(timing, now);
    const client = hardenClient(octokit, hear, timing.patience);
    // Around the patience for one answer: to wait for room is no failure of GitHub's.
    octokit.hook.wrap("request", async (send, options) => {
      const { method, url } = options;
      // Whoever waits for a token has a place already; and it is no request of the installation's.
      if (url.endsWith("/access_tokens")) return send(options);
      const ask = async () => {
        try {
          const answer = await send(options);
          traffic.hear(answer);
          if (isLimitedAnswer(answer.data)) traffic.pauseForAWhile();
          heard?.({ installation, method, url, status: answer.status, headers: answer.headers });
          return answer;
        } catch (error) {
          const response = responseOf(error);
          if (response !== null) {
            // Whoever is told to wait waits by GitHub's clock.
            hear(String(response.headers.date ?? ""));
            traffic.hear(response);
          }
          if (githubFailure(error)?.reason === "rate-limited") traffic.pauseForAWhile();
          const { status, headers } = response ?? { status: 0, headers: {} };
          heard?.({ installation, method, url, status, headers });
          throw error;
        }
      };
      return traffic.through({ method, url }, async () => {
        try {
          return await ask();
        } catch (error) {
          // Nothing was done. A token may be taken back before it is over.
          if (githubFailure(error)?.status !== 401) throw error;
          tokens.delete(String(installation));
          return ask();
        }
      });
    });
    return { client, traffic };
  };
  return {
    app: hardenClient(await probot.auth(), hear, timing.patience),
    async ofInstallation(installation) {
      const there = opened.get(installation) ?? open(installation);
      opened.set(installation, there);
      there.catch(() => opened.delete(installation));
      return there;
    },
    now,
  };
}

function responseOf(error: unknown): Parameters<Traffic["hear"]>[0] | null {
  const { response } = error as { readonly response?: Parameters<Traffic["hear"]>[0] };
  return response?.headers === undefined ? null : response;
}
