import { parseDocument } from "../../evidence/parse-document.ts";
import type { FactRequest, Revision } from "../../model/fact.ts";
import type { FactReader } from "../../model/ports.ts";
import { escapeGlob } from "../../text/escape-glob.ts";
import type { RuleContext } from "../define-rule.ts";
import { isRefused } from "../reading/readiness.ts";
import { type GateEvidence, gateEvidenceOf } from "./gate-evidence.ts";

/** What a sign-off vouches for. */
export interface Coverage {
  readonly globs: readonly string[];
  /** `null`: the gate's section is not covered. */
  readonly gate: GateEvidence | null;
  /** Further files or folders, by path. */
  readonly paths?: readonly string[];
}

/** Links and submodules are covered as well: leading one elsewhere changes what was approved. */
export function coveredBy(glob: string, revision: Revision): Omit<FactRequest<"files">, "kind"> {
  return { glob, revision, entries: "all" };
}

/** Path → what stands there, of all that is covered; `null`: asked for, not known yet. */
export function coveredFiles(
  facts: FactReader<"files">,
  { globs, gate, paths = [] }: Coverage,
  revision: Revision,
): ReadonlyMap<string, string> | null {
  const files = new Map<string, string>();
  let isKnown = true;
  const add = (glob: string, isCovered: (path: string) => boolean) => {
    const entries = facts.read("files", coveredBy(glob, revision));
    if (entries === null) isKnown = false;
    for (const { path, blob, kind = "file" } of entries ?? []) {
      if (isCovered(path)) files.set(path, `${kind} ${blob}`);
    }
  };
  for (const glob of globs) add(glob, () => true);
  for (const linked of [...paths, ...(gate?.linked ?? [])]) {
    // Compared as well: a backslash makes the glob wider.
    add(escapeGlob(linked), (path) => path === linked);
    // A link may lead to a folder.
    add(`${escapeGlob(linked)}/**`, (path) => path.startsWith(`${linked}/`));
  }
  return isKnown ? files : null;
}

/**
 * The first path whose covered content is not what it was at that commit: changed, added, gone, or
 * the readiness document where the gate's section says something else.
 */
export function changedSince(
  facts: FactReader<"file" | "files">,
  coverage: Coverage,
  commit: string,
  context: RuleContext,
): null | { readonly path: string | null } {
  // Both are asked for before either is used, so that they come in one round.
  const then = coveredFiles(facts, coverage, commit);
  const now = coveredFiles(facts, coverage, "evidence");
  const section = sectionChanged(facts, coverage.gate, commit, context);
  if (section === null || then === null || now === null) return null;
  if (section && coverage.gate !== null) return { path: coverage.gate.path };
  const paths = [...new Set([...then.keys(), ...now.keys()])].sort();
  return { path: paths.find((path) => then.get(path) !== now.get(path)) ?? null };
}

function sectionChanged(
  facts: FactReader<"file">,
  gate: GateEvidence | null,
  commit: string,
  context: RuleContext,
): boolean | null {
  if (gate === null) return false;
  const fact = facts.read("file", { path: gate.path, revision: commit });
  if (fact === null) return null;
  // A section that has gone since is a change too, so a gate without one is compared as well.
  if (fact.state !== "file") return gate.said !== null;
  if (fact.file.blob === gate.blob) return false;
  const parsed = parseDocument(fact.file);
  if (parsed.state === "error") return true;
  const { path } = gate;
  const then = gateEvidenceOf({ document: parsed.document, path, file: fact.file }, context);
  return isRefused(then) || then.said !== gate.said;
}
