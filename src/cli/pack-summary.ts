import type { LocatedValue } from "../model/document.ts";
import type { PackLibrary } from "../model/ports.ts";
import { parseYaml } from "../text/yaml-tree.ts";

interface PackSummary {
  /** The id where the pack names none. */
  readonly title: string;
  /** What the pack is about; empty where it does not say. */
  readonly description: string;
}

/** What a pack says of itself. */
export function summaryOfPack(id: string, packs: PackLibrary): PackSummary {
  const { root } = parseYaml(packs.read(id)?.text ?? "");
  return {
    title: textAt(root, "title") ?? id,
    description: textAt(root, "description") ?? "",
  };
}

function textAt(root: LocatedValue | null, key: string): string | null {
  const value = root?.value instanceof Map ? root.value.get(key)?.node.value : null;
  return typeof value === "string" ? value.trim() : null;
}
