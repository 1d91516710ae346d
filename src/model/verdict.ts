import type { Finding, Note, Problem } from "./finding.ts";
import type { Decision, Mode, Outcome, Severity } from "./outcome.ts";
import type { Place } from "./place.ts";

/** What is said of a stage, complete: every shell reports from this and from nothing else. */
export interface Verdict {
  readonly decision: Decision;
  readonly mode: Mode;
  readonly stage: string;
  /** Ids of the services judged, sorted; empty where the repository is its one service. */
  readonly services: readonly string[];
  /** What would land; `null` outside git. */
  readonly commit: string | null;
  readonly policy: {
    readonly ref: string;
    readonly sha: string | null;
    readonly files: readonly string[];
  };
  /** Time alone cannot change the verdict before this moment. */
  readonly validUntil: number | null;
  readonly gates: readonly GateVerdict[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  readonly next: readonly NextStep[];
  /** `null` where nothing that holds will stop by time alone. */
  readonly expiry: Expiry | null;
  /** That gates pass on an emergency, which is to be reviewed. */
  readonly breakGlass: BrokenGlass | null;
  /** Ids of comments whose waivers were taken back and which are not marked so yet. */
  readonly takenBack: readonly string[];
  /** Commands that change nothing, for an answer to those who gave them. */
  readonly unheeded: readonly UnheededCommand[];
}

export interface UnheededCommand {
  /** Id of the comment it stands in. */
  readonly comment: string;
  /** Which command, whose, and why: a sentence without its full stop. */
  readonly message: string;
}

export interface BrokenGlass {
  /** The head, for which alone it holds. */
  readonly commit: string;
  /** The first of each person, in order. */
  readonly approvals: readonly {
    readonly by: string;
    readonly reason: string;
    readonly at: number;
  }[];
  /** When somebody has to have looked at it. */
  readonly reviewDue: number;
}

export interface GateVerdict {
  readonly id: string;
  readonly title: string;
  readonly service: string | null;
  readonly outcome: Outcome;
  /** Rules that were left out could make it another; `outcome` is what the others say. */
  readonly undetermined: boolean;
  /** Gates it waits for. */
  readonly waitsFor: readonly string[];
  readonly rules: readonly RuleVerdict[];
}

export interface RuleVerdict {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  /** First day on which it counts, of one that is `scheduled`. */
  readonly countsFrom?: string;
  /** `false` where it needs GitHub and was left out on request. */
  readonly judged: boolean;
  /** Where the policy states it: `.github/stage-gates.yml:12`. */
  readonly from: string;
  readonly issue: "owner" | "runbook" | "none";
  readonly findings: readonly Finding[];
  readonly waiver: AppliedWaiver | null;
}

export interface AppliedWaiver {
  readonly kind: "waiver" | "unfreeze" | "break-glass";
  readonly reason: string;
  /** Its last day; `null`: for the head commit alone. */
  readonly until: string | null;
  readonly approvedBy: readonly string[];
  readonly approvedIn: number | null;
}

/** One thing somebody does on the shortest path to green. */
export interface NextStep {
  /** What to do. */
  readonly step: string;
  /** Of it what can be pasted as it stands; `null` where there is nothing to paste. */
  readonly paste: string | null;
  /** What is wrong until then. */
  readonly problem: string;
  readonly at: Place | null;
  /** `null`: whoever opened the pull request. */
  readonly who: string | null;
  readonly service: string | null;
  readonly gate: string;
  readonly rule: string;
}

/** What holds and is the first to stop, if nobody does anything. */
export interface Expiry {
  /** From this moment on it is found. */
  readonly when: number;
  /** What will be found then. */
  readonly problem: string;
  readonly at: Place | null;
  /** Who can renew it; `null` where nobody is named. */
  readonly who: string | null;
  readonly service: string | null;
  readonly gate: string;
  readonly rule: string;
}
