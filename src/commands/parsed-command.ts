import type { Command, Verb } from "../model/command.ts";
import { USAGE } from "./usage.ts";

export type ParsedCommand =
  | { readonly state: "command"; readonly command: Command }
  /** It changes nothing, and whoever wrote it is told why. */
  | { readonly state: "refused"; readonly refusal: Refusal };

/** Why a command was not taken. May hold hostile text: renderers escape it. */
export interface Refusal {
  readonly problem: string;
  readonly remedy: string;
  /** How the command is written; `null` where it is not known which one was meant. */
  readonly usage: string | null;
  /** What was misspelt, as it was probably meant. */
  readonly didYouMean: string | null;
}

/** What whoever wrote a command is told; the verb is `null` where nobody knows which was meant. */
export interface Refusing extends Pick<Refusal, "problem" | "remedy"> {
  readonly verb: Verb | null;
  readonly didYouMean?: string | null;
}

export function refusal({ verb, problem, remedy, didYouMean = null }: Refusing): Refusal {
  const usage = verb === null ? null : `/gate ${USAGE[verb].form}`;
  return { problem, remedy, usage, didYouMean };
}
