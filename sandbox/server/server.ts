import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { RestContract } from "../contract/rest-contract.ts";
import { answerQuery } from "../graphql/answer-query.ts";
import { answerPage } from "../pages/answer-page.ts";
import { type RestAnswer, unauthenticated } from "../rest/operation.ts";
import type { Addresses } from "../rest/shapes/addresses.ts";
import { Webhooks } from "../webhooks/webhooks.ts";
import { Refusal } from "../world/refusal.ts";
import { loginOf, type Token } from "../world/token.ts";
import type { World } from "../world/world.ts";
import { answerGit, gitAddress } from "./answer-git.ts";
import { type Answered, answerRest, type Hosting, refused } from "./answer-rest.ts";
import { askerOf, credentialIn } from "./credential.ts";
import { type Fault, Faults, type GraphqlFault } from "./faults.ts";
import {
  limitError,
  limitExceeded,
  limitHeaders,
  RateLimits,
  type Resource,
} from "./rate-limits.ts";
import { readBody } from "./read-body.ts";
import { Traffic } from "./traffic.ts";

const API = "/api/v3";
const GRAPHQL = "/api/graphql";

/** A small GitHub over HTTP on the loopback address. */
export class SandboxServer {
  readonly world: World;
  readonly traffic = new Traffic();
  readonly faults = new Faults();
  readonly limits: RateLimits;
  readonly webhooks: Webhooks;
  readonly #server: Server;
  readonly #contract = new RestContract();
  #at: Addresses = { api: "", html: "" };

  private constructor(world: World) {
    this.world = world;
    this.limits = new RateLimits(world);
    const violation = (what: string) => this.traffic.violation(what);
    this.webhooks = new Webhooks(world, () => this.#at, violation);
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.traffic.violation(`the sandbox failed: ${String(error)}`);
        response.writeHead(500).end(String(error));
      });
    });
  }

  /** Listens on a free port unless one is given. */
  static async start(world: World, port = 0): Promise<SandboxServer> {
    const sandbox = new SandboxServer(world);
    await new Promise<void>((resolve, reject) => {
      sandbox.#server.once("error", reject).listen(port, "127.0.0.1", resolve);
    });
    const { port: taken } = sandbox.#server.address() as AddressInfo;
    const html = `http://127.0.0.1:${taken}`;
    sandbox.#at = { html, api: `${html}${API}` };
    return sandbox;
  }

  /** What a program is given as `GITHUB_API_URL` and `GITHUB_SERVER_URL`. */
  get addresses(): Addresses {
    return this.#at;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    for (const { git } of this.world.repositories()) git.rest();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.#at.html);
    if (gitAddress(url) !== null) return answerGit(this.world, { request, response, url });
    if (isForBrowser(request, url)) {
      const { status, headers, text } = await answerPage(this.world, url);
      response.writeHead(status, headers).end(text);
      return;
    }
    const faults = this.faults.of(request);
    const body = await readBody(request);
    for (const fault of faults) {
      if (fault.kind === "late") await wait(fault.by);
      if (fault.kind === "meanwhile") await fault.act();
    }
    const fault = faults.find(({ kind }) => kind !== "late" && kind !== "meanwhile");
    if (fault?.kind === "hang") return;
    if (fault?.kind === "cut-before") {
      request.socket.destroy();
      return;
    }
    const partial = fault?.kind === "partial" ? fault.errors : [];
    if (fault?.kind === "answer" && fault.isDone) await this.#answer(request, body, partial);
    const answer =
      fault?.kind === "answer" ? faulty(fault) : await this.#answer(request, body, partial);
    const isUnanswered = fault?.kind === "cut-after" || fault?.kind === "hang-after";
    this.#note(request, body, answer, isUnanswered);
    if (fault?.kind === "hang-after") return;
    if (fault?.kind === "cut-after") request.socket.destroy();
    else
      this.#send(request, response, {
        ...answer,
        half: fault?.kind === "half" ? fault.ends : null,
      });
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    { status, headers = {}, body, half }: RestAnswer & Halved,
  ): void {
    const { token, jwt } = credentialIn(this.world, request.headers.authorization);
    const asker = askerOf(token, jwt);
    const resource = resourceOf(request);
    const text = body === undefined ? undefined : JSON.stringify(body);
    response.writeHead(status, {
      ...(half === "broken" && { "content-length": Buffer.byteLength(text ?? "") }),
      "content-type": "application/json; charset=utf-8",
      // GitHub's clock, which is not that of this machine.
      date: new Date(this.world.now).toUTCString(),
      ...scopeHeaders(token),
      ...limitHeaders(this.limits.of(asker, resource), resource),
      ...headers,
    });
    if (half === null) response.end(text);
    else if (half === "whole") response.end(text?.slice(0, text.length / 2));
    else response.write(text?.slice(0, text.length / 2) ?? "", () => request.socket.destroy());
  }

  async #answer(
    request: IncomingMessage,
    body: { readonly value: unknown } | null,
    partial: readonly GraphqlFault[],
  ): Promise<Answered> {
    const { method = "GET", headers } = request;
    const url = new URL(request.url ?? "/", this.#at.html);
    if (body === null) {
      return { operation: "unknown", ...refused(new Refusal(400, "Problems parsing JSON")) };
    }
    const { token, secret, jwt, refusal } = credentialIn(this.world, headers.authorization);
    const asker = askerOf(token, jwt);
    if (refusal !== null) return { operation: "unknown", ...refused(refusal) };
    if (url.pathname === GRAPHQL && method === "POST") {
      if (!this.limits.take(asker, "graphql")) {
        return { operation: "graphql", status: 200, body: limitError(asker) };
      }
      return this.#answerQuery(body.value, token, partial);
    }
    if (!url.pathname.startsWith(`${API}/`)) {
      this.traffic.violation(`${method} ${url.pathname} is not below the root of the API`);
      return { operation: "page", ...refused(new Refusal(404, "Not Found")) };
    }
    const path = url.pathname.slice(API.length);
    // Asking for the limit is free.
    if (path !== "/rate_limit" && !this.limits.take(asker, "core")) {
      return { operation: "limited", ...refused(limitExceeded(asker)) };
    }
    const { world, traffic, limits, webhooks } = this;
    const own = { contract: this.#contract, at: this.#at };
    const hosting: Hosting = { world, traffic, limits, webhooks, ...own };
    const asked = { method, path, query: url.searchParams, body: body.value };
    const call = { ...asked, token, secret, jwt };
    return answerRest(call, hosting);
  }

  async #answerQuery(
    body: unknown,
    token: Token | null,
    faults: readonly GraphqlFault[],
  ): Promise<Answered> {
    const operation = "graphql";
    if (token === null) return { operation, ...refused(unauthenticated()) };
    const { query, variables = {} } = (body ?? {}) as { query?: unknown; variables?: unknown };
    const asking = { world: this.world, at: this.#at, token, limits: this.limits };
    const violation = (what: string) => this.traffic.violation(what);
    const asked = { query: String(query), variables };
    const answer = await answerQuery(asked, asking, { violation, faults });
    return { operation, status: 200, body: answer };
  }

  #note(
    request: IncomingMessage,
    body: { readonly value: unknown } | null,
    { operation, status }: Answered,
    isUnanswered: boolean,
  ): void {
    const { method = "GET", url = "/", headers } = request;
    const { token, jwt } = credentialIn(this.world, headers.authorization);
    const by = token === null ? (jwt?.slug ?? null) : loginOf(token);
    this.traffic.add({
      method,
      path: url.startsWith(API) ? url.slice(API.length) : url,
      operation,
      by,
      status: isUnanswered ? null : status,
      sent: body?.value,
    });
  }
}

/** What is sent of an answer. */
interface Halved {
  readonly half: "broken" | "whole" | null;
}

function faulty({ status, headers = {}, body }: Extract<Fault, { kind: "answer" }>): Answered {
  return { operation: "fault", status, headers, body: body ?? { message: "Server Error" } };
}

/** Classic tokens are told what they have; those of apps have no scopes. */
function scopeHeaders(token: Token | null): Readonly<Record<string, string>> {
  if (token?.kind !== "user" || token.scopes === null) return {};
  return { "x-oauth-scopes": [...token.scopes].join(", ") };
}

/** Programs say who they are, or write; browsers only look. */
function isForBrowser({ method, headers }: IncomingMessage, { pathname }: URL): boolean {
  return method === "GET" && headers.authorization === undefined && !pathname.startsWith("/api/");
}

function resourceOf({ url = "/" }: IncomingMessage): Resource {
  return url.startsWith(GRAPHQL) ? "graphql" : "core";
}
