import { child, itemsOf, type SourceNode, textOf } from "../source/source-tree.ts";

/**
 * Settings of rule types that mean something to the policy as a whole: names of its roles, and
 * globs, which have to be safe to match. `[]` stands for every entry of a list.
 */
export const OPTION_SETTINGS: Readonly<
  Record<"role" | "glob", Readonly<Record<string, readonly (readonly string[])[]>>>
> = {
  role: {
    decision: [["decider_role"]],
    "sign-off": [
      ["roles", "[]"],
      ["roles", "[]", "role"],
    ],
  },
  glob: {
    decision: [["path"]],
    document: [["glob"]],
    "sign-off": [
      ["covers", "[]"],
      ["roles", "[]", "covers", "[]"],
    ],
  },
};

/** The texts that a rule's settings hold in places of a kind. */
export function settingsIn(
  rule: SourceNode,
  kind: keyof typeof OPTION_SETTINGS,
): { readonly text: string; readonly node: SourceNode }[] {
  const types = OPTION_SETTINGS[kind];
  const type = textOf(child(rule, "type")) ?? "";
  const paths = Object.hasOwn(types, type) ? (types[type] ?? []) : [];
  return paths.flatMap((path) =>
    nodesAt(rule, path).flatMap((node) => {
      const text = textOf(node);
      return text === null ? [] : [{ text, node }];
    }),
  );
}

function nodesAt(node: SourceNode, path: readonly string[]): SourceNode[] {
  const [step, ...rest] = path;
  if (step === undefined) return [node];
  if (step === "[]") return itemsOf(node).flatMap((item) => nodesAt(item, rest));
  const inside = child(node, step);
  return inside === undefined ? [] : nodesAt(inside, rest);
}
