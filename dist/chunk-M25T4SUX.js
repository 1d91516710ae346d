import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  parseYaml
} from "./chunk-PKZ5FII4.js";

// src/cli/pack-summary.ts
function summaryOfPack(id, packs) {
  const { root } = parseYaml(packs.read(id)?.text ?? "");
  return {
    title: textAt(root, "title") ?? id,
    description: textAt(root, "description") ?? ""
  };
}
function textAt(root, key) {
  const value = root?.value instanceof Map ? root.value.get(key)?.node.value : null;
  return typeof value === "string" ? value.trim() : null;
}

export {
  summaryOfPack
};
