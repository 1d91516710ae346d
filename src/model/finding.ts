import type { Place } from "./place.ts";

/** What a finding makes of its rule. `noted` changes no outcome: it becomes a note of the verdict. */
export type FindingOutcome = "errored" | "failed" | "pending" | "conditional" | "warned" | "noted";

/** One reason a rule does not hold, or a remark about it. */
export interface Finding<Code extends string = string> {
  /** Stable, `TYPE-REASON`; tests and baselines refer to it. */
  readonly code: Code;
  readonly outcome: FindingOutcome;
  /** What is wrong, in one sentence without a full stop at its end. May hold hostile text: renderers escape it. */
  readonly problem: string;
  /** What to paste or do. Text to be replaced stands in `<…>`. */
  readonly remedy: string;
  readonly at: Place | null;
  /** Who acts: a role of the policy, `@login` or `@org/team`; `null` for whoever opened the pull request. */
  readonly asks: string | null;
  /** What of the rule it is about (an item id, a row, a role, a path): stable, for fingerprints. */
  readonly item: string | null;
  /** Of the remedy what can be pasted as it stands: a line, lines or a command, with `<…>` for what only a person knows. */
  readonly paste?: string;
  /** Path of the file there is none of yet: what mends it begins by creating it. */
  readonly creates?: string;
  /** It would block, and warns because the baseline has it. */
  readonly baselined?: true;
}

/** Something wrong in the policy. With one of these there is no verdict. */
export interface Problem {
  /** Stable, kebab-case: `unknown-key`. */
  readonly code: string;
  readonly message: string;
  readonly at: Place;
  /** How many characters from there it is about; left out where only the spot is known. */
  readonly length?: number;
  readonly help: string | null;
  /** A second place that explains it ("first used at line 9"). */
  readonly related?: { readonly message: string; readonly at: Place };
}

/** A remark that changes no outcome. */
export interface Note {
  readonly code: string;
  readonly message: string;
  readonly at: Place | null;
}
