import type { AsyncLocalStorage } from "node:async_hooks";
import type { AppClients, InstallationClient } from "../../../src/app/clients/app-clients.ts";
import { Traffic } from "../../../src/app/traffic/traffic.ts";
import type { GitHubClient } from "../../../src/github/client.ts";
import { answerGraphql } from "./answer-graphql.ts";
import type { Clockwork } from "./clockwork.ts";
import { answerRest, Refusal, type Restful } from "./hosted-rest.ts";
import type { HostedState } from "./hosted-state.ts";
import { viewOf } from "./hosted-view.ts";
import type { Replica } from "./replica.ts";

/** What goes wrong between a process and GitHub, by how likely it is. */
export interface RequestFaults {
  /** Refused or cut, and nothing was done. */
  readonly before: number;
  /** Done, and the answer lost. */
  readonly after: number;
  /** Answered as it was some seconds ago. */
  readonly stale: number;
  /** Limits. */
  readonly limit: number;
  /** A part of an answer is not there. */
  readonly partial: number;
  /** Takes as long as anybody waits. */
  readonly slow: number;
}

export const NO_FAULTS: RequestFaults = {
  ...{ before: 0, after: 0, stale: 0, limit: 0, partial: 0, slow: 0 },
};

/** Told of what one look asks and is answered. */
export interface RequestWatch<Look> {
  /** An answer was made, from the state at that moment. */
  read(look: Look | null, state: HostedState, at: number): void;
  /** It was told what somebody may do. */
  accessRead(look: Look | null, login: string, level: string): void;
  /** The model does not know what it was asked. */
  broke(error: unknown): void;
  /** A write was sent off. */
  writing(look: Look | null, route: string, given: Readonly<Record<string, unknown>>): void;
}

export interface Requesting<Look> extends Restful {
  readonly watch: RequestWatch<Look>;
  faults(): RequestFaults;
}

/** Longer than any look takes, and shorter than a lease. */
const PATIENCE = 15_000;

/** Clients of one process, as `openAppClients` makes them, but for what is between them and GitHub. */
export function modelClients<Look>(
  replica: Replica,
  looks: AsyncLocalStorage<Look>,
  requesting: Requesting<Look>,
): AppClients {
  const { clockwork } = requesting;
  const sleep = (milliseconds: number) => replica.step(milliseconds);
  const traffic = new Traffic({ now: () => clockwork.now, sleep }, () => replica.now());
  const client = (limits: Traffic | null): GitHubClient => {
    const ask = async (method: string, url: string, act: () => unknown) => {
      const send = () => {
        return sendOver(replica, { isRead: method !== "write", url, act }, requesting);
      };
      if (limits === null) return send();
      const asked = { method: method === "write" ? "POST" : "GET", url };
      return limits.through(asked, async () => {
        try {
          const answer = await send();
          limits.hear(answer);
          return answer;
        } catch (error) {
          if (error instanceof Refusal) {
            replica.hear();
            limits.hear(error.response);
          }
          throw error;
        }
      });
    };
    return {
      async graphql(text, variables = {}) {
        const look = looks.getStore() ?? null;
        const { data } = await ask("query", "/graphql", () =>
          query(text, variables, look, requesting),
        );
        const { errors } = data as { readonly errors?: unknown };
        if (errors !== undefined) throw Object.assign(new Error("partial"), data, { headers: {} });
        return data;
      },
      async request(route, given = {}) {
        const look = looks.getStore() ?? null;
        const isRead = route.startsWith("GET ");
        if (!isRead) requesting.watch.writing(look, route, given);
        return ask(isRead ? "read" : "write", route, () => {
          const data = answerRest(route, given, requesting);
          const { permission } = (data ?? {}) as { readonly permission?: string };
          if (isRead)
            requesting.watch.read(look, requesting.hosted.stateAt(clockwork.now), clockwork.now);
          if (permission !== undefined) {
            requesting.watch.accessRead(look, String(given.username), permission);
          }
          return data;
        });
      },
    };
  };
  const installation: InstallationClient = { client: client(traffic), traffic };
  return {
    app: client(null),
    ofInstallation: async () => installation,
    now: () => replica.now(),
  };
}

function query<Look>(
  text: string,
  variables: Record<string, unknown>,
  look: Look | null,
  { hosted, clockwork, faults, watch }: Requesting<Look>,
): object {
  const isStale = clockwork.isSo(faults().stale);
  const at = isStale ? clockwork.now - clockwork.between(1, 8_000) : clockwork.now;
  const state = hosted.stateAt(at);
  watch.read(look, state, at);
  const data = answerGraphql(text, variables, viewOf(hosted, state)) as Record<string, unknown>;
  if (!clockwork.isSo(faults().partial)) return data;
  const [first = "repository"] = Object.keys(data);
  const inside = Object.keys((data[first] ?? {}) as object);
  const alias = inside.length === 0 ? "a1" : clockwork.oneOf(inside);
  const errors = [{ type: null, message: "Something went wrong", path: [first, alias] }];
  return { data: { ...data, [first]: { ...(data[first] as object), [alias]: null } }, errors };
}

async function sendOver<Look>(
  replica: Replica,
  { isRead, act }: { readonly isRead: boolean; readonly url: string; readonly act: () => unknown },
  { clockwork, faults, watch }: Requesting<Look>,
) {
  const { before, after, limit, slow } = faults();
  const isSlow = clockwork.isSo(slow);
  await replica.step(isSlow ? clockwork.between(1_000, PATIENCE / 2) : clockwork.between(2, 60));
  if (clockwork.isSo(limit)) throw limited(clockwork);
  if (clockwork.isSo(before)) throw broken(clockwork);
  const data = actIn(act, watch);
  // What was done is done, whether or not the one who asked lives to hear of it.
  await replica.step(isSlow ? clockwork.between(1_000, PATIENCE / 2) : clockwork.between(2, 60));
  if (clockwork.isSo(isRead ? after / 2 : after)) throw broken(clockwork);
  replica.hear();
  return { status: 200, headers: headersOf(clockwork, faults().limit), data };
}

/** What the model does not know is no failure of GitHub's, and would look like one. */
function actIn<Look>(act: () => unknown, watch: RequestWatch<Look>): unknown {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) watch.broke(error);
    throw error;
  }
}

function headersOf(clockwork: Clockwork, limit: number): Record<string, string> {
  if (!clockwork.isSo(limit)) return {};
  const remaining = clockwork.oneOf([900, 150, 20]);
  const reset = Math.ceil(clockwork.now / 1_000) + clockwork.between(1, 60);
  return {
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
  };
}

function limited(clockwork: Clockwork): Refusal {
  const seconds = String(clockwork.between(1, 60));
  const reset = String(Math.ceil(clockwork.now / 1_000) + clockwork.between(1, 120));
  return clockwork.oneOf([
    new Refusal(403, { "retry-after": seconds }),
    new Refusal(429),
    new Refusal(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }),
  ]);
}

function broken(clockwork: Clockwork): Error {
  const cause = Object.assign(new Error("reset"), { code: "ECONNRESET" });
  return clockwork.oneOf<Error>([
    new Refusal(502),
    new Refusal(500),
    new Refusal(401),
    Object.assign(new TypeError("fetch failed"), { cause }),
    Object.assign(new Error("aborted"), { name: "TimeoutError" }),
  ]);
}
