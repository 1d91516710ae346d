import type { Decision } from "../model/outcome.ts";

/** The whole contract of the exit code. */
export const EXIT = {
  /** The decision lets it pass, or the command did what it was asked. */
  pass: 0,
  /** The decision is `no-go`. */
  blocked: 1,
  /** No verdict: usage, a policy with problems, something that cannot be read. */
  noVerdict: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Advisory mode changes neither the decision nor this. */
export function exitCodeOf(decision: Decision): ExitCode {
  return decision === "no-go" ? EXIT.blocked : EXIT.pass;
}
