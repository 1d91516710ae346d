import { parseDuration } from "../../time/duration.ts";
import { byId, idOf, isDropped } from "../source/policy-entries.ts";
import {
  child,
  entriesOf,
  itemsOf,
  type SourceEntry,
  type SourceNode,
  textOf,
  textsOf,
} from "../source/source-tree.ts";
import { isLocked, type LockQuestion, refuse, sameValue } from "./lock-question.ts";

const MAY =
  "a repository may only add rules, raise `severity` to `block`, shorten `max_age` and bring `enforce_from` forward";

/** What became of each guarded gate. */
export function lockGates(question: LockQuestion, gates: readonly SourceNode[]): void {
  const merged = byId(itemsOf(child(question.merged, "gates")));
  for (const before of gates) {
    const after = merged.get(idOf(before) ?? "");
    if (after === undefined) continue;
    lockGate(question, before, after);
    lockAwaited(question, before, merged);
  }
}

/** Dropping a gate takes it out of every `depends_on`, also out of one that is locked. */
function lockAwaited(
  question: LockQuestion,
  before: SourceNode,
  merged: ReadonlyMap<string, SourceNode>,
): void {
  for (const { text: id } of textsOf(child(before, "depends_on"))) {
    const awaited = merged.get(id);
    if (awaited === undefined || !isDropped(awaited)) continue;
    const message = `the gate \`${idOf(before) ?? ""}\` is locked and waits for \`${id}\`, so that cannot be dropped`;
    refuse(question, child(awaited, "enabled") ?? awaited, message, lockOf(before));
  }
}

function lockGate(question: LockQuestion, before: SourceNode, after: SourceNode): void {
  const id = idOf(before) ?? "";
  const all = (textOf(child(before, "require")) ?? "all") === "all";
  lockEntries(question, before, after, { name: `the gate \`${id}\``, tightens: tightensGate });

  const rules = byId(itemsOf(child(after, "rules")));
  const known = byId(itemsOf(child(before, "rules")));
  for (const [ruleId, rule] of known) {
    const now = rules.get(ruleId);
    // Where not all rules have to hold, an easier one beside a locked one takes its place.
    const guarded = isLocked(before) || isLocked(rule) || !all;
    if (now === undefined || !guarded) continue;
    const name = `the rule \`${id}/${ruleId}\``;
    lockEntries(question, rule, now, { name, tightens: tightensRule });
  }
  if (all) return;
  for (const [ruleId, rule] of rules) {
    if (known.has(ruleId) || isDropped(rule)) continue;
    const message = `the gate \`${id}\` is locked and not all of its rules have to hold, so \`${ruleId}\` would loosen it`;
    refuse(question, child(rule, "id") ?? rule, message, lockOf(before));
  }
}

interface Guard {
  readonly name: string;
  readonly tightens: (key: string, before: SourceNode | undefined, after: SourceNode) => boolean;
}

function lockEntries(
  question: LockQuestion,
  before: SourceNode,
  after: SourceNode,
  { name, tightens }: Guard,
): void {
  for (const [key, entry] of entriesOf(after)) {
    if (key === "id" || key === "rules" || key === "locked") continue;
    const was = child(before, key);
    if (isAsBefore(key, was, entry) || tightens(key, was, entry.node)) continue;
    const message = `\`${key}\` of ${name} is locked: ${MAY}`;
    refuse(question, entry.key, message, lockOf(before));
  }
}

function isAsBefore(key: string, was: SourceNode | undefined, { node }: SourceEntry): boolean {
  return sameValue(was, node) || (key === "enabled" && node.value !== false);
}

function tightensGate(key: string, before: SourceNode | undefined, after: SourceNode): boolean {
  return key === "enforce_from" && isEarlier(before, after);
}

function tightensRule(key: string, before: SourceNode | undefined, after: SourceNode): boolean {
  if (key === "enforce_from") return isEarlier(before, after);
  if (key === "severity") return after.value === "block";
  return key === "max_age" && isShorter(before, after);
}

/** Without a day it counts already, and any day would put it off. */
export function isEarlier(before: SourceNode | undefined, after: SourceNode | undefined): boolean {
  const [was, is] = [textOf(before), textOf(after)];
  return was !== null && is !== null && is <= was;
}

function isShorter(before: SourceNode | undefined, after: SourceNode): boolean {
  const is = parseDuration(textOf(after) ?? "");
  if (before === undefined) return is !== null;
  const was = parseDuration(textOf(before) ?? "");
  return was !== null && is !== null && is <= was;
}

/** Where the organization says that it is locked. */
function lockOf(node: SourceNode): SourceNode | null {
  const own = child(node, "locked");
  if (own !== undefined) return own;
  const rule = itemsOf(child(node, "rules")).find(isLocked);
  return (rule === undefined ? undefined : child(rule, "locked")) ?? null;
}
