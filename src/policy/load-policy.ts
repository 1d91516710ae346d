import type { LoadedPolicy } from "../model/policy.ts";
import { buildPolicy } from "./building/build-policy.ts";
import { provenanceOf } from "./building/provenance.ts";
import { checkMerged } from "./checking/check-merged.ts";
import { mergeLayers } from "./merging/merge-layers.ts";
import { withoutDropped } from "./merging/without-dropped.ts";
import { checkExemptions } from "./organization/check-exemptions.ts";
import { checkLocks } from "./organization/check-locks.ts";
import { lockNotes } from "./organization/lock-notes.ts";
import { exemptionsFor, isSelected, type RepositoryIdentity } from "./organization/selection.ts";
import { type PolicyFiles, readLayers } from "./reading/read-layers.ts";
import { ProblemList } from "./source/problem-list.ts";
import type { Spot } from "./source/source-tree.ts";

export interface PolicySources extends PolicyFiles {
  /** `owner/repo`, for `select` and `exempt` of the organization's file. */
  readonly repositoryName: string | null;
  /** Custom properties of the repository; left out where they were not read. */
  readonly repositoryProperties?: RepositoryIdentity["properties"];
}

/**
 * Reads and merges the files of a policy: packs, then the organization's file, then the
 * repository's. Either it is valid, or all its problems are told at once; never throws, and the
 * same texts give the same answer.
 */
export function loadPolicy(sources: PolicySources): LoadedPolicy {
  const askedFor = new Map<string, Spot>();
  const problems = new ProblemList(askedFor);
  const notes = new ProblemList(askedFor);
  const identity = {
    name: sources.repositoryName,
    properties: sources.repositoryProperties ?? null,
  };
  const layers = readLayers(sources, problems, askedFor);
  if (layers === null) return { state: "invalid", problems: problems.sorted() };

  const { organization } = layers;
  const governed = organization !== null && isSelected(organization, identity);
  const merged = mergeLayers(layers, governed, problems);
  if (merged === null) return { state: "invalid", problems: problems.sorted() };

  const tree = withoutDropped(merged.whole);
  const options = checkMerged(tree, layers.start, { problems, notes });
  if (organization !== null && merged.baseline !== null) {
    const { whole, baseline } = merged;
    checkExemptions(organization, baseline, problems);
    checkLocks({ baseline, merged: whole, organization, problems });
    lockNotes({ baseline, organization, identity }, notes);
  }
  if (!problems.isEmpty) return { state: "invalid", problems: problems.sorted() };
  const exemptions = organization !== null && governed ? exemptionsFor(organization, identity) : [];
  return {
    state: "valid",
    policy: buildPolicy(tree, options, exemptions),
    provenance: provenanceOf(tree),
    notes: notes.sorted(),
  };
}
