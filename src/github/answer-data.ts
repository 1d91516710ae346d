import { type Fact, known, missing } from "../model/fact.ts";
import { GitHubFailure } from "./failure.ts";
import type { Data, QueryAnswer, QueryProblem } from "./query.ts";

/** A part of an answer; `undefined` where the way to it ends. */
export function dataAt(data: unknown, ...path: readonly string[]): unknown {
  let node = data;
  for (const step of path) {
    if (typeof node !== "object" || node === null) return undefined;
    node = Object.hasOwn(node, step) ? (node as Data)[step] : undefined;
  }
  return node;
}

/**
 * What an error beside the data makes of what it is about.
 *
 * @param permission what a token needs for it, such as `checks: read`
 */
export function problemFailure(
  { type, message }: QueryProblem,
  permission?: string,
): GitHubFailure {
  if (type !== "FORBIDDEN") return new GitHubFailure("unreadable", `GitHub says: ${message}`);
  const what = permission === undefined ? "may not read this" : `lacks \`${permission}\``;
  return new GitHubFailure("forbidden", `the token ${what}`);
}

export function problemFact(problem: QueryProblem, permission?: string): Fact<never> {
  const { reason, message } = problemFailure(problem, permission);
  return missing(reason, message);
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Where it was asked for. */
  readonly totalCount?: number;
}

/**
 * A page of a list, whole or not at all: an entry that GitHub leaves out may be the one that counts.
 *
 * @param path to it from the root of the answer
 * @param about what its entries are, in the plural, and what a token needs to read them
 */
export function pageAt<Node>(
  answer: QueryAnswer,
  path: readonly string[],
  about: { readonly what: string; readonly permission: string },
): Fact<Page<Node>> {
  const problem = answer.problemWithin(...path);
  if (problem !== null) return problemFact(problem, about.permission);
  const page = dataAt(answer.root, ...path);
  const nodes = dataAt(page, "nodes");
  if (Array.isArray(nodes) && !nodes.includes(null)) return known(page as Page<Node>);
  return missing("unreadable", `GitHub did not give all ${about.what}`);
}

/**
 * A list that REST gave, which has to be one: what is none reads as nothing, and nothing blocks less.
 *
 * @throws {GitHubFailure}
 */
export function listIn<Item extends object>(
  data: unknown,
  ...path: readonly string[]
): readonly Item[] {
  const list = dataAt(data, ...path);
  const isList = Array.isArray(list) && list.every((item) => typeof item === "object" && item);
  if (isList) return list as readonly Item[];
  throw new GitHubFailure("unreadable", "GitHub's answer is not the list that was asked for");
}

/** Milliseconds since 1970 of a moment as GitHub writes it. */
export function parseInstant(text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new RangeError(`GitHub gave \`${text}\` for a moment`);
  return moment;
}

export interface Actor {
  readonly __typename: string;
  readonly login: string;
}

/** A login as REST writes it: a bot's ends in `[bot]`; who is gone is `ghost`. */
export function loginOf(actor: Actor | null | undefined): string {
  if (actor === null || actor === undefined) return "ghost";
  return actor.__typename === "Bot" ? `${actor.login}[bot]` : actor.login;
}
