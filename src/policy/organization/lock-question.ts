import { idOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import { child, itemsOf, type SourceNode, type Spot } from "../source/source-tree.ts";

export interface LockQuestion {
  /** The organization's policy by itself: its packs and its file. */
  readonly baseline: SourceNode;
  /** With everything the repository brings; what it dropped is still there. */
  readonly merged: SourceNode;
  /** The organization's file. */
  readonly organization: SourceNode;
  readonly problems: ProblemList;
}

/** Gates that are locked, or hold a locked rule. */
export function guardedGates(baseline: SourceNode): readonly SourceNode[] {
  return itemsOf(child(baseline, "gates")).filter(
    (gate) =>
      idOf(gate) !== null && (isLocked(gate) || itemsOf(child(gate, "rules")).some(isLocked)),
  );
}

export function isLocked(node: SourceNode): boolean {
  return child(node, "locked")?.value === true;
}

export function refuse(
  question: LockQuestion,
  spot: Spot,
  message: string,
  because: Spot | null = null,
): void {
  question.problems.add(spot, {
    code: "locked",
    message,
    help: "what the organization locks is changed in its own file",
    ...(because !== null && {
      related: {
        message: `locked in ${because.file.name} at line ${because.at.line}`,
        spot: because,
      },
    }),
  });
}

/** Whether two values are the same, whatever the order of keys. */
export function sameValue(a: SourceNode | undefined, b: SourceNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonical(a) === canonical(b);
}

function canonical(node: SourceNode): string {
  const { value } = node;
  if (Array.isArray(value)) return `[${itemsOf(node).map(canonical).join()}]`;
  if (!(value instanceof Map)) return JSON.stringify(value);
  const entries = [...(value as ReadonlyMap<string, { readonly node: SourceNode }>)]
    .map(([name, { node: inside }]) => `${JSON.stringify(name)}:${canonical(inside)}`)
    .sort();
  return `{${entries.join()}}`;
}
