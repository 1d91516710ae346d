import { isAbsent, type NamedFact, problemWith, textOf } from "../files/policy-file.ts";
import type { PolicyAtTip } from "../github/policy-at-tip.ts";
import type { Problem } from "../model/finding.ts";
import type { PackLibrary } from "../model/ports.ts";
import type { Verdict } from "../model/verdict.ts";
import { type LoadedPolicyFiles, loadPolicyFiles } from "../policy/load-policy-files.ts";

function filesOf({ policy, waivers, baseline, organization }: PolicyAtTip): readonly NamedFact[] {
  return [policy, waivers, baseline, organization].filter(({ fact }) => !isAbsent(fact));
}

/** Where a verdict says that its policy is from. */
export function originOf(at: PolicyAtTip): Verdict["policy"] {
  return { ref: at.ref, sha: at.sha, files: filesOf(at).map(({ name }) => name) };
}

/** Reads the policy that stands at the tip of its branch, with what softens it. */
export function loadAtTip(
  at: PolicyAtTip,
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
  return loadPolicyFiles(texts, packs, repository);
}
