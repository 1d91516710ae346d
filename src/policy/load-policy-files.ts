import type { Baseline } from "../model/baseline.ts";
import type { Note, Problem } from "../model/finding.ts";
import type { Policy, PolicyNote, Provenance, Waiver } from "../model/policy.ts";
import type { PackLibrary, PolicyFile } from "../model/ports.ts";
import { loadBaseline } from "./load-baseline.ts";
import { loadPolicy } from "./load-policy.ts";
import { loadWaivers } from "./load-waivers.ts";

/** A policy and what softens it, as texts; `null` for what is not there. */
export interface PolicyTexts {
  readonly repository: PolicyFile | null;
  readonly organization: PolicyFile | null;
  readonly waivers: PolicyFile | null;
  readonly baseline: PolicyFile | null;
}

export type LoadedPolicyFiles =
  | {
      readonly state: "valid";
      readonly policy: Policy;
      readonly provenance: Provenance;
      readonly waivers: readonly Waiver[];
      readonly baseline: Baseline | null;
      readonly notes: readonly PolicyNote[];
      /** What is wrong with waivers and baseline: that part of them softens nothing. */
      readonly besideProblems: readonly Problem[];
    }
  | { readonly state: "invalid"; readonly problems: readonly Problem[] };

/** Reads a policy with its waivers and its baseline. Only what is wrong with the policy itself makes it invalid. */
export function loadPolicyFiles(
  texts: PolicyTexts,
  packs: PackLibrary,
  /** `owner/repo`, for `select` and `exempt` of the organization's file. */
  repositoryName: string | null,
): LoadedPolicyFiles {
  const { repository, organization } = texts;
  const loaded = loadPolicy({ repository, organization, packs, repositoryName });
  if (loaded.state === "invalid") return loaded;
  const { policy, provenance, notes } = loaded;
  const waivers = texts.waivers === null ? null : loadWaivers(texts.waivers);
  const baseline = texts.baseline === null ? null : loadBaseline(texts.baseline);
  return {
    state: "valid",
    policy,
    provenance,
    waivers: waivers?.waivers ?? [],
    baseline: baseline?.baseline ?? null,
    notes,
    besideProblems: [...(waivers?.problems ?? []), ...(baseline?.problems ?? [])],
  };
}

/** A remark that changes no outcome, with its help. */
export function noteOf({ code, message, help, at }: PolicyNote): Note {
  return { code, message: help === null ? message : `${message}; ${help}`, at };
}
