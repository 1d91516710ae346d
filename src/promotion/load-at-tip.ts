import { isAbsent, type NamedFact, problemWith, textOf } from "../files/policy-file.ts";
import type { BranchesOf } from "../github/list-pulls.ts";
import type { PolicyRead } from "../github/policy-at-tip.ts";
import type { Problem } from "../model/finding.ts";
import type { PackLibrary } from "../model/ports.ts";
import type { Verdict } from "../model/verdict.ts";
import { type LoadedPolicyFiles, loadPolicyFiles } from "../policy/load-policy-files.ts";
import { namedBranches } from "../verdict/select-stage.ts";
import { LatelyUsed } from "./lately-used.ts";

function filesOf({ policy, waivers, baseline, organization }: PolicyRead): readonly NamedFact[] {
  return [policy, waivers, baseline, organization].filter(({ fact }) => !isAbsent(fact));
}

/** Where a verdict says that its policy is from. */
export function originOf(at: PolicyRead): Verdict["policy"] {
  return { ref: at.ref, sha: at.sha, files: filesOf(at).map(({ name }) => name) };
}

/** By the packs, then by what was loaded: a policy changes far less often than what is judged by it. */
const LOADED = new WeakMap<PackLibrary, LatelyUsed<LoadedPolicyFiles>>();
/** Of as many repositories at once. */
const MOST_LOADED = 50;

/** Loads a policy as it was read, with what softens it. */
export function loadAtTip(
  at: PolicyRead,
  packs: PackLibrary,
  repository: string,
): LoadedPolicyFiles {
  const problems: readonly Problem[] = filesOf(at).flatMap(problemWith);
  if (problems.length > 0) return { state: "invalid", problems };
  const text = (file: NamedFact) => (isAbsent(file.fact) ? null : textOf(file));
  const texts = {
    repository: text(at.policy),
    organization: text(at.organization),
    waivers: text(at.waivers),
    baseline: text(at.baseline),
  };
  const key = JSON.stringify([
    repository,
    filesOf(at).map(({ name, fact }) => [name, blobOf(fact)]),
  ]);
  const loaded = LOADED.get(packs) ?? new LatelyUsed<LoadedPolicyFiles>(MOST_LOADED);
  LOADED.set(packs, loaded);
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const fresh = loadPolicyFiles(texts, packs, repository);
  loaded.set(key, fresh);
  return fresh;
}

/** Branches that promotions go into, as the policy names them. */
export function branchesIn(packs: PackLibrary): BranchesOf {
  return (at, repository) => {
    const loaded = loadAtTip(at, packs, repository);
    return loaded.state === "invalid" ? null : namedBranches(loaded.policy);
  };
}

function blobOf(fact: NamedFact["fact"]): string | null {
  return fact.state === "known" && fact.value.state === "file" ? fact.value.file.blob : null;
}
