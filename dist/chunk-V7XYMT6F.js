import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/text/yaml/kept-yaml.ts
var KEPT = /* @__PURE__ */ new Map();
function keepParsedYaml(text, root) {
  KEPT.set(text, root);
}
function keptYaml(text) {
  return KEPT.get(text) ?? null;
}

export {
  keepParsedYaml,
  keptYaml
};
