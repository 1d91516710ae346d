import type { YamlNode } from "../yaml-tree.ts";

const KEPT = new Map<string, YamlNode>();

/** Lets `parseYaml` answer for a text that was parsed before, such as when this was built. */
export function keepParsedYaml(text: string, root: YamlNode): void {
  KEPT.set(text, root);
}

export function keptYaml(text: string): YamlNode | null {
  return KEPT.get(text) ?? null;
}
