import type { RateLimits } from "../server/rate-limits.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import type { Access } from "../world/account.ts";
import { atLeast } from "../world/account.ts";
import type { App } from "../world/app.ts";
import type { HostedRepository } from "../world/hosted-repository.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import { loginOf, scopesAllow, type Token } from "../world/token.ts";
import type { World } from "../world/world.ts";
import type { Addresses } from "./shapes/addresses.ts";
import type { Shaping } from "./shapes/issue.ts";

/** A request that GitHub's description allows, by somebody who is known. */
export interface RestRequest {
  readonly world: World;
  readonly at: Addresses;
  readonly limits: RateLimits;
  readonly webhooks: Webhooks;
  readonly token: Token | null;
  /** The text that the token was given as. */
  readonly secret: string | null;
  /** An app that signed the request as itself; there is no token then. */
  readonly jwt: App | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type RestOperation = (request: RestRequest) => Promise<RestAnswer> | RestAnswer;

/** What an operation on a repository takes: of an app this permission, of a person this access. */
export interface Needs {
  /** Any one of several will do. */
  readonly permission: string | readonly string[];
  readonly level: "read" | "write";
  /** Of a person; read for reading and write for writing unless given. */
  readonly access?: Access;
}

export interface RepositoryRequest extends RestRequest {
  readonly repository: HostedRepository;
  readonly shaping: Shaping;
  /** Login of who asks. */
  readonly by: string;
}

/** An operation below `/repos/{owner}/{repo}`, refused to whom GitHub would refuse it. */
export function onRepository(
  needs: Needs,
  handle: (request: RepositoryRequest) => Promise<RestAnswer> | RestAnswer,
): RestOperation {
  return (request) => {
    const { world, at, parameters, token } = request;
    const repository = world.repository(`${parameters.owner}/${parameters.repo}`);
    authorize(world, repository, token, needs);
    const by = token === null ? "ghost" : loginOf(token);
    return handle({ ...request, repository, shaping: { world, repository, at }, by });
  };
}

export function authorize(
  world: World,
  repository: HostedRepository,
  token: Token | null,
  { permission, level, access = level }: Needs,
): void {
  if (repository.archived && level === "write") {
    throw new Refusal(403, "Repository was archived so is read-only.");
  }
  if (token === null) {
    if (repository.isPrivate || level === "write") throw unauthenticated();
    return;
  }
  if (token.kind === "user") {
    const has = world.access(repository, token.login);
    const { isPrivate } = repository;
    // What a token has no scope for is not there for it, be it to read or to write.
    if (has === "none" || !scopesAllow(token.scopes, { isPrivate, level })) throw notFound();
    if (!atLeast(has, access)) throw new Refusal(403, `Must have ${access} access to Repository.`);
    return;
  }
  const isIn = token.repositories.has(repository.fullName.toLowerCase());
  if (!isIn && (repository.isPrivate || level === "write")) throw notFound();
  const ways = typeof permission === "string" ? [permission] : permission;
  const isGranted = ways.some((way) => {
    const granted = token.permissions[way];
    return granted === "write" || (granted === "read" && level === "read");
  });
  const isOpen = !repository.isPrivate && level === "read" && permission !== "administration";
  if (isGranted || isOpen) return;
  // GitHub names what would have been enough in a header.
  const accepted = ways.map((way) => `${way}=${level}`).join("; ");
  const headers = { "x-accepted-github-permissions": accepted };
  throw new Refusal(403, "Resource not accessible by integration", { headers });
}

/** Authors change what they wrote; others take `access`. An app was granted it with its permission. */
export function mayEdit(
  { world, repository, token, by }: RepositoryRequest,
  author: string,
  access: Access = "write",
): void {
  if (token?.kind === "app" || author.toLowerCase() === by.toLowerCase()) return;
  if (token !== null && atLeast(world.access(repository, token.login), access)) return;
  throw new Refusal(403, "Must have admin rights to Repository.");
}

export function unauthenticated(): Refusal {
  return new Refusal(401, "Requires authentication");
}

/** A page of a list, with the links to the others that GitHub gives. */
export function page(
  list: readonly unknown[],
  { query, at }: Pick<RestRequest, "query" | "at">,
  path: string,
): RestAnswer {
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const number = Math.max(Number(query.get("page") ?? 1), 1);
  const last = Math.max(Math.ceil(list.length / size), 1);
  const link = (to: number, rel: string) => {
    const there = new URLSearchParams(query);
    there.set("page", String(to));
    return `<${at.api}${path}?${there}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, "prev"), link(1, "first")] : []),
    ...(number < last ? [link(number + 1, "next"), link(last, "last")] : []),
  ];
  const body = list.slice((number - 1) * size, number * size);
  return { status: 200, body, headers: links.length > 0 ? { link: links.join(", ") } : {} };
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Names in a list of texts or of things with names. */
export function names(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((one) => {
    if (typeof one === "string") return [one];
    return typeof one?.name === "string" ? [one.name] : [];
  });
}
