import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  keepParsedYaml
} from "./chunk-V7XYMT6F.js";

// src/worktree/template-files.ts
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// src/text/yaml/stored-yaml.ts
function restoreYaml([line, column, length, value]) {
  const span = { at: { line, column }, length };
  if (typeof value !== "object" || value === null) return { ...span, value };
  if ("list" in value) return { ...span, value: value.list.map(restoreYaml) };
  const entries = /* @__PURE__ */ new Map();
  for (const [name, keyLine, keyColumn, keyLength, node] of value.map) {
    const keyAt = { line: keyLine, column: keyColumn };
    entries.set(name, { keyAt, keyLength, node: restoreYaml(node) });
  }
  return { ...span, value: entries };
}

// src/worktree/template-files.ts
var HERE = dirname(fileURLToPath(import.meta.url));
var PACK_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
function openPacks(folder = templatesFolder()) {
  const packs = join(folder, "packs");
  const ids = readdirSync(packs).filter((id) => PACK_ID.test(id) && isFile(join(packs, id, "pack.yml"))).sort();
  const read = (id, name) => {
    const path = join(packs, id, name);
    return ids.includes(id) && isFile(path) ? readFileSync(path, "utf8") : null;
  };
  const skeletons = /* @__PURE__ */ new Map();
  const below = (id) => {
    const known = skeletons.get(id) ?? filesBelow(join(packs, id, "skeletons"));
    skeletons.set(id, known);
    return known;
  };
  return {
    ids,
    read: (id) => {
      const text = read(id, "pack.yml");
      if (text === null) return null;
      recallParsed(id, text);
      return { name: `pack:${id}`, text };
    },
    readiness: (id) => read(id, "readiness.md"),
    skeletons: (id) => ids.includes(id) ? below(id) : []
  };
}
function recallParsed(id, text) {
  const path = join(HERE, "packs", `${id}.json`);
  if (!isFile(path)) return;
  const stored = JSON.parse(readFileSync(path, "utf8"));
  if (stored.text === text) keepParsedYaml(text, restoreYaml(stored.root));
}
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => isFile(join(folder, path))).map((path) => ({
    path: path.replaceAll("\\", "/"),
    text: readFileSync(join(folder, path), "utf8")
  })).sort((a, b) => a.path < b.path ? -1 : 1);
}
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
function templatesFolder() {
  const places = [join(HERE, "../templates"), join(HERE, "../../templates")];
  const found = places.find((place) => existsSync(join(place, "packs")));
  if (found === void 0) throw new Error("the package is incomplete: it has no `templates`");
  return found;
}

export {
  openPacks,
  templatesFolder
};
