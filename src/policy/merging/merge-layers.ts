import { checkRulesOfFile } from "../reading/check-rules-of-file.ts";
import type { Layers } from "../reading/read-layers.ts";
import { referenceOf, rulesOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { child, type SourceNode, textOf, withEntries } from "../source/source-tree.ts";
import { merge } from "./merge.ts";
import { withoutDropped } from "./without-dropped.ts";

export interface MergedLayers {
  /** Everything, with what was dropped still there. */
  readonly whole: SourceNode;
  /** The organization's policy by itself; `null` where it does not govern the repository. */
  readonly baseline: SourceNode | null;
}

/**
 * Merges packs, organization and repository in this order. What each file says of rules is checked
 * before, with the types that rules have in the whole, since a refinement may leave out its type.
 */
export function mergeLayers(
  layers: Layers,
  governed: boolean,
  problems: ProblemList,
): MergedLayers | null {
  const organization = governed ? layers.organization : null;
  const owned = layers.packs.filter(({ by }) => governed && by.includes("organization"));
  const others = layers.packs.filter(
    (pack) => !owned.includes(pack) && pack.by.includes("repository"),
  );
  const own = [...owned.map(({ tree }) => tree), ...(organization === null ? [] : [organization])];
  const files = [
    ...owned.map(({ tree }) => tree),
    ...others.map(({ tree }) => tree),
    ...(organization === null ? [] : [organization]),
    ...(layers.repository === null ? [] : [layers.repository]),
  ];
  const about = { types: typesIn(files), partial: files.length > 1 };
  const checked = new Map(files.map((tree) => [tree, checkRulesOfFile(tree, about, problems)]));
  const whole = mergeAll(files.map((tree) => checked.get(tree) ?? tree));
  if (whole === null) return null;
  if (organization === null) return { whole, baseline: null };
  const baseline = mergeAll(own.map((tree) => checked.get(tree) ?? tree));
  return { whole, baseline: baseline === null ? null : withoutDropped(baseline) };
}

function mergeAll(trees: readonly SourceNode[]): SourceNode | null {
  const merged = trees.reduce<SourceNode | null>((base, over) => merge(base, over), null);
  return merged === null ? null : withEntries(merged, ABOUT_FILES);
}

/** What a file says of itself is no part of the policy. */
const ABOUT_FILES = {
  version: undefined,
  extends: undefined,
  select: undefined,
  lock: undefined,
  exempt: undefined,
};

/** The type each rule has in the end, by `gate/rule`. */
function typesIn(files: readonly SourceNode[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { gate, rule } of files.flatMap(rulesOf)) {
    const type = textOf(child(rule, "type"));
    if (type !== null) types.set(referenceOf(gate, rule), type);
  }
  return types;
}
