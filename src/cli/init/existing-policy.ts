import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICY_PATH } from "../../files/policy-file.ts";
import type { LocatedValue } from "../../model/document.ts";
import { parseYaml } from "../../text/yaml-tree.ts";

/** What matters of a policy that `init` leaves as it is. */
export interface ExistingPolicy {
  /** Ids of the packs it extends. */
  readonly packs: readonly string[];
  readonly isAdvisory: boolean;
}

/** The policy of the work tree; `null` where there is none. */
export function existingPolicy(root: string): ExistingPolicy | null {
  const path = join(root, POLICY_PATH);
  return existsSync(path) ? readPolicy(readFileSync(path, "utf8")) : null;
}

export function readPolicy(text: string): ExistingPolicy {
  const { root } = parseYaml(text);
  const packs = textsIn(valueAt(root, "extends"))
    .filter((name) => name.startsWith("pack:"))
    .map((name) => name.slice("pack:".length));
  return { packs, isAdvisory: valueAt(root, "mode") === "advisory" };
}

/** A gate that a policy states itself, with every text in it. */
export interface StatedGate {
  readonly id: string;
  readonly texts: ReadonlySet<string>;
}

export function gatesIn(text: string): readonly StatedGate[] {
  const gates = valueAt(parseYaml(text).root, "gates");
  const list = Array.isArray(gates) ? (gates as readonly LocatedValue[]) : [];
  return list.flatMap((gate) => {
    const id = valueAt(gate, "id");
    return typeof id === "string" ? [{ id, texts: new Set(allTexts(gate)) }] : [];
  });
}

function allTexts({ value }: LocatedValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Map) return [...value.values()].flatMap(({ node }) => allTexts(node));
  return Array.isArray(value) ? (value as readonly LocatedValue[]).flatMap(allTexts) : [];
}

function valueAt(root: LocatedValue | null, key: string): LocatedValue["value"] | undefined {
  return root?.value instanceof Map ? root.value.get(key)?.node.value : undefined;
}

function textsIn(value: LocatedValue["value"] | undefined): readonly string[] {
  const items = Array.isArray(value) ? (value as readonly LocatedValue[]) : [];
  return items.flatMap((item) => (typeof item.value === "string" ? [item.value] : []));
}
