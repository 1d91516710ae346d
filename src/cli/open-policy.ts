import { POLICY_PATH } from "../files/policy-file.ts";
import type { Baseline } from "../model/baseline.ts";
import type { Problem } from "../model/finding.ts";
import type { Policy, PolicyNote, Provenance, Waiver } from "../model/policy.ts";
import type { FactSource, PolicyFile } from "../model/ports.ts";
import type { Verdict } from "../model/verdict.ts";
import { loadPolicyFiles } from "../policy/load-policy-files.ts";
import type { Sources } from "../render/problems.ts";
import type { Checkout } from "../worktree/checkout.ts";
import { type PolicyFiles, type PolicyOptions, readPolicyFiles } from "../worktree/policy-files.ts";
import { openPacks } from "../worktree/template-files.ts";

/** A policy that was read: good to judge by, or with all that is wrong with it. */
export type OpenedPolicy = ValidPolicy | InvalidPolicy;

export interface ValidPolicy {
  readonly state: "valid";
  readonly from: "option" | "default-branch" | "work-tree";
  readonly origin: Verdict["policy"];
  readonly policy: Policy;
  readonly provenance: Provenance;
  readonly notes: readonly PolicyNote[];
  readonly waivers: readonly Waiver[];
  readonly baseline: Baseline | null;
  /** What is wrong with waivers and baseline: that part of them softens nothing. */
  readonly besideProblems: readonly Problem[];
  readonly sources: Sources;
}

export interface InvalidPolicy {
  readonly state: "invalid";
  readonly origin: Verdict["policy"];
  readonly problems: readonly Problem[];
  /** Texts of its files, to show the problems in. */
  readonly sources: Sources;
}

/** Finds, reads and merges the policy. */
export async function openPolicy(
  checkout: Checkout,
  source: FactSource,
  options: PolicyOptions,
): Promise<OpenedPolicy> {
  const files = await readPolicyFiles(checkout, source, options);
  switch (files.state) {
    case "absent":
      return invalid([absent(files)]);
    case "invalid":
      return invalid(files.problems);
    case "found":
      return load(checkout, files);
  }
}

function load(checkout: Checkout, files: Extract<PolicyFiles, { state: "found" }>): OpenedPolicy {
  const { repository, organization, origin, from } = files;
  const sources = sourcesOf([repository, organization, files.waivers, files.baseline]);
  const loaded = loadPolicyFiles(files, openPacks(), checkout.repository);
  if (loaded.state === "invalid") return { ...loaded, origin, sources };
  return { ...loaded, from, origin, sources };
}

function invalid(problems: readonly Problem[]): InvalidPolicy {
  const files = [...new Set(problems.map(({ at }) => at.file))];
  const origin = { ref: "work tree", sha: null, files };
  return { state: "invalid", origin, problems, sources: new Map() };
}

function absent({ message, help }: { message: string; help: string }): Problem {
  return { code: "policy-missing", message, at: { file: POLICY_PATH, line: 1, column: 1 }, help };
}

function sourcesOf(files: readonly (PolicyFile | null)[]): Sources {
  return new Map(files.flatMap((file) => (file === null ? [] : [[file.name, file.text] as const])));
}
