import type { Policy } from "../model/policy.ts";
import type { TemplateFile } from "../model/ports.ts";
import type { Surroundings } from "../model/surroundings.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Voice } from "../model/voice.ts";

/** A pull request into the same stage whose head is the same commit, and so has the same status. */
export interface Sharer {
  readonly pull: number;
  readonly authorCanWrite: boolean;
  readonly verdict: Verdict;
}

/** Everything that decides what is to change on GitHub. */
export interface PlanInput {
  readonly verdict: Verdict;
  /** `null` where the policy has problems. */
  readonly policy: Policy | null;
  readonly surroundings: Surroundings;
  readonly voice: Voice;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /**
   * Whether the verdict is about what the default branch holds: then a gap that is gone there is
   * gone. Otherwise it is only "fixed in #490, not merged yet".
   */
  readonly landed: boolean;
  /** Skeletons of the packs in use, `READINESS.md` and the runbook: what missing files start from. */
  readonly templates: readonly TemplateFile[];
  /** Others that the status is for as well, where several ask to promote the same commit. */
  readonly sharers?: readonly Sharer[];
  /** Where the whole report is; it may be another at each run, which by itself changes nothing. */
  readonly reportUrl: string | null;
}
