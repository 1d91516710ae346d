import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  POLICY_PATH
} from "./chunk-PNTW4M3K.js";
import {
  parseYaml
} from "./chunk-3Z6PBV7K.js";

// src/cli/init/existing-policy.ts
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
function existingPolicy(root) {
  const path = join(root, POLICY_PATH);
  return existsSync(path) ? readPolicy(readFileSync(path, "utf8")) : null;
}
function readPolicy(text) {
  const { root } = parseYaml(text);
  const packs = textsIn(valueAt(root, "extends")).filter((name) => name.startsWith("pack:")).map((name) => name.slice("pack:".length));
  return { packs, isAdvisory: valueAt(root, "mode") === "advisory" };
}
function gatesIn(text) {
  const gates = valueAt(parseYaml(text).root, "gates");
  const list = Array.isArray(gates) ? gates : [];
  return list.flatMap((gate) => {
    const id = valueAt(gate, "id");
    return typeof id === "string" ? [{ id, texts: new Set(allTexts(gate)) }] : [];
  });
}
function allTexts({ value }) {
  if (typeof value === "string") return [value];
  if (value instanceof Map) return [...value.values()].flatMap(({ node }) => allTexts(node));
  return Array.isArray(value) ? value.flatMap(allTexts) : [];
}
function valueAt(root, key) {
  return root?.value instanceof Map ? root.value.get(key)?.node.value : void 0;
}
function textsIn(value) {
  const items = Array.isArray(value) ? value : [];
  return items.flatMap((item) => typeof item.value === "string" ? [item.value] : []);
}

export {
  existingPolicy,
  gatesIn
};
