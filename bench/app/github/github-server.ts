import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { answerRest } from "./answer-rest.ts";
import { executeQuery } from "./execute-query.ts";
import { graphOf } from "./graph-of.ts";
import { type HostedRepository, openPull, push } from "./hosted.ts";
import type { Laid, Pushed, Seen } from "./orders.ts";

export const APP = 4711;

/** A request as it came in. */
export interface Call {
  readonly method: string;
  /** Without what tells who asked. */
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Who asked: of `http://…/a/b`, given as the address of the API, `a/b`. */
  readonly by: string;
  readonly installation: number | null;
  /** `owner/name#number` of the pull request that is read to be judged. */
  readonly judges: string | null;
}

/** What goes wrong with a call: at first, and once what it asked for is done. */
export type CallFault =
  | { readonly kind: "answer"; readonly status: number; readonly when: "instead" | "after" }
  | { readonly kind: "cut"; readonly when: "instead" | "after" }
  | { readonly kind: "late"; readonly by: number }
  | { readonly kind: "broken-json" };

export interface Listening {
  faultOf?(call: Call): CallFault | null;
  /** Told when it came in; what is returned is called once it is answered. */
  heard?(call: Call): () => void;
}

/** A GitHub in memory: it answers what the service asks and nothing else, and counts. */
export class GitHubServer {
  readonly repositories = new Map<string, HostedRepository>();
  /** Milliseconds that its clock is ahead of this machine's. */
  ahead = 0;
  listening: Listening = {};
  #latency = 0;
  #sweeps = false;
  #seen: Seen = nothing();
  readonly #graph = graphOf(this.repositories, APP);
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => request.socket.destroy());
    });
  }

  static async start(): Promise<GitHubServer> {
    const github = new GitHubServer();
    await new Promise<void>((resolve) => github.#server.listen(0, "127.0.0.1", resolve));
    return github;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  lay({ organizations, pulls, others = 0, latency, sweeps = false }: Laid): void {
    this.repositories.clear();
    this.#latency = latency;
    this.#sweeps = sweeps;
    this.#seen = nothing();
    for (let index = 1; index <= organizations; index += 1) {
      const of: HostedRepository = {
        ...{ owner: `org-${index}`, name: "shop", installation: index, pulls: new Map(), others },
      };
      for (let number = 1; number <= pulls; number += 1) of.pulls.set(number, openPull(of, number));
      this.repositories.set(`${of.owner}/${of.name}`, of);
    }
  }

  /** @returns the new heads */
  push(pulls: readonly Pushed[]): readonly string[] {
    return pulls.map(({ repository, number, ready }) => {
      const of = this.repositories.get(repository);
      const pull = of?.pulls.get(number);
      if (of === undefined || pull === undefined) return "";
      push(of, pull, { ready, now: Date.now() });
      return pull.head;
    });
  }

  look(anew: boolean): Seen {
    const told = this.#seen;
    if (anew) this.#seen = nothing();
    return { ...told, pulls: this.#pulls() };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const call = callOf(request, text === "" ? {} : JSON.parse(text));
    const { heard, faultOf } = this.listening;
    const answered = heard?.(call);
    const fault = faultOf?.(call) ?? null;
    if (this.#latency > 0) await wait(this.#latency);
    if (fault?.kind === "late") await wait(fault.by);
    const isInstead = fault !== null && "when" in fault && fault.when === "instead";
    const [status, body] = isInstead ? [502, { message: "Bad Gateway" }] : this.#reply(call);
    answered?.();
    if (fault?.kind === "cut") {
      request.socket.destroy();
      return;
    }
    const json = body === undefined ? "" : JSON.stringify(body);
    this.#send(response, {
      status: fault?.kind === "answer" ? fault.status : status,
      json: fault?.kind === "broken-json" ? json.slice(0, json.length / 2) : json,
    });
  }

  #send(
    response: ServerResponse,
    { status, json }: { readonly status: number; readonly json: string },
  ): void {
    const now = Date.now() + this.ahead;
    response.writeHead(status, {
      date: new Date(now).toUTCString(),
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(json),
      "x-ratelimit-limit": "12500",
      "x-ratelimit-remaining": "12500",
      "x-ratelimit-reset": String(Math.floor(now / 1000) + 3600),
      ...(status === 429 && { "retry-after": "1" }),
    });
    response.end(json);
  }

  #reply(call: Call): readonly [number, unknown] {
    const { method, url, body, installation, judges } = call;
    const seen = this.#seen;
    if (installation !== null) {
      const key = `${installation} ${url.endsWith("/graphql") ? "GraphQL" : "REST"}`;
      seen.calls[key] = (seen.calls[key] ?? 0) + 1;
    }
    if (url.endsWith("/graphql")) {
      try {
        const variables = body.variables as Readonly<Record<string, unknown>>;
        seen.reads += 1;
        if (judges !== null) seen.evaluations[judges] = (seen.evaluations[judges] ?? 0) + 1;
        return [200, { data: executeQuery(String(body.query), variables, this.#graph) }];
      } catch (error) {
        seen.unknown.push(String(error));
        return [500, { message: String(error) }];
      }
    }
    const { repositories } = this;
    const hosting = { app: APP, repositories, seen, sweeps: this.#sweeps, installation };
    const known = answerRest({ method, url, body }, hosting);
    if (known !== null) return known;
    seen.unknown.push(`${method} ${url}`);
    return [500, { message: "nobody has written this down" }];
  }

  #pulls(): Seen["pulls"] {
    return [...this.repositories].flatMap(([repository, { pulls }]) =>
      [...pulls.values()].map(({ number, head, ready, pushedAt, comments, runs }) => {
        const [run = null] = runs.get(head) ?? [];
        return {
          ...{ repository, number, head, ready, pushedAt, comments: comments.length },
          runs: runs.get(head)?.length ?? 0,
          conclusion: run?.conclusion ?? null,
          writtenAt: run?.at ?? null,
        };
      }),
    );
  }
}

function callOf(
  { method = "", url: asked = "", headers }: IncomingMessage,
  body: Readonly<Record<string, unknown>>,
): Call {
  const [, by = "", url = ""] =
    /^\/?(.*?)(\/(?:graphql|app|repos|installation)\b.*)$/.exec(asked) ?? [];
  const [, token = null] = /ghs_0*(\d+)$/.exec(headers.authorization ?? "") ?? [];
  const text = String(body.query ?? "");
  const variables = (body.variables ?? {}) as Readonly<Record<string, unknown>>;
  const judges = text.includes("reviews(")
    ? `${variables.owner}/${variables.name}#${numberIn(text, variables)}`
    : null;
  return { method, url, body, by, judges, installation: token === null ? null : Number(token) };
}

function numberIn(text: string, variables: Readonly<Record<string, unknown>>): unknown {
  const [, name = ""] = /pullRequest\(number: \$(\w+)\)/.exec(text) ?? [];
  return variables[name];
}

function nothing(): Seen {
  return { reads: 0, writes: {}, calls: {}, evaluations: {}, settled: [], unknown: [], pulls: [] };
}
