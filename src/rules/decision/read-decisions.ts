import type { PathEntry } from "../../model/fact.ts";
import type { FactReader } from "../../model/ports.ts";
import { type DecisionRecord, type ParsedRecord, parseRecord } from "./parse-record.ts";

export type BrokenRecord = Extract<ParsedRecord, { state: "broken" }>;

export interface Decisions {
  readonly records: readonly DecisionRecord[];
  readonly broken: readonly BrokenRecord[];
  /** What the other records decide, sorted. */
  readonly otherSubjects: readonly string[];
  /** Records on base that the pull request changes or deletes. */
  readonly changed: readonly string[];
}

/**
 * The union of base and head. What is on base counts as it is there: a pull request can add to the
 * decisions it is judged by, but neither mend nor drop one. `null`: asked for, not known yet.
 */
export function readDecisions(
  facts: FactReader<"file" | "files">,
  glob: string,
  of: string | null,
): Decisions | null {
  // Both lists are asked for before either is used, so that they come in one round.
  const base = facts.read("files", { glob, revision: "base" });
  const head = facts.read("files", { glob, revision: "evidence" });
  if (base === null || head === null) return null;
  const onBase = new Set(base.map(({ path }) => path));
  const added = head.filter(({ path }) => !onBase.has(path));
  const read = [
    ...base.map(({ path }) => ({ path, isOnBase: true })),
    ...added.map(({ path }) => ({ path, isOnBase: false })),
  ].map(({ path, isOnBase }) => {
    const content = facts.read("file", { path, revision: isOnBase ? "base" : "evidence" });
    return content === null ? null : parseRecord({ path, isOnBase, content }, of);
  });
  const parsed = read.filter((record) => record !== null);
  if (parsed.length < read.length) return null;
  const records = parsed.flatMap((each) => (each.state === "record" ? [each.record] : []));
  const subjects = parsed.flatMap((each) => (each.state === "other" ? (each.of ?? []) : []));
  return {
    records,
    broken: parsed.filter((each) => each.state === "broken"),
    otherSubjects: [...new Set(subjects)].sort(),
    changed: changedPaths(base, head, records),
  };
}

function changedPaths(
  base: readonly PathEntry[],
  head: readonly PathEntry[],
  records: readonly DecisionRecord[],
): readonly string[] {
  const before = new Map(base.map(({ path, blob }) => [path, blob]));
  const after = new Map(head.map(({ path, blob }) => [path, blob]));
  return records
    .filter(({ path, isOnBase }) => isOnBase && before.get(path) !== after.get(path))
    .map(({ path }) => path)
    .sort();
}
