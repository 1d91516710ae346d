import { type Fact, missing } from "../model/fact.ts";
import type { Data, QueryProblem } from "./query.ts";

/** A part of an answer; `undefined` where the way to it ends. */
export function dataAt(data: unknown, ...path: readonly string[]): unknown {
  let node = data;
  for (const step of path) {
    if (typeof node !== "object" || node === null) return undefined;
    node = (node as Data)[step];
  }
  return node;
}

/** What an error beside the data makes of the fact it is about. */
export function problemFact({ type, message }: QueryProblem): Fact<never> {
  if (type === "FORBIDDEN") return missing("forbidden", "the token may not read this");
  return missing("unreadable", `GitHub says: ${message}`);
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
