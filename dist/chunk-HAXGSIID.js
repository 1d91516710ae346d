import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  fillInGlob,
  globMatcher
} from "./chunk-HU7C56Q2.js";
import {
  READINESS_NAMES,
  fillIn
} from "./chunk-TH4X3JRS.js";

// src/verdict/renamed-folders.ts
function renamedFolders({ glob, here, base }, changes) {
  const [now, before] = [new Set(here), new Set(base)];
  const lost = base.filter((folder) => !now.has(folder));
  if (changes === null) return lost;
  const touched2 = new Set(
    changes.map(({ path, previous }) => previous ?? path).flatMap((path) => [path, ...foldersOf(path)])
  );
  const gone = lost.filter((folder) => touched2.has(folder));
  const bringsAnother = here.some((folder) => !before.has(folder));
  if (bringsAnother || gone.length === 0) return gone;
  const isService = globMatcher([glob]);
  return gone.filter(
    (folder) => changes.some(({ path, previous }) => {
      if (path === folder) return true;
      return previous?.startsWith(`${folder}/`) === true && !foldersOf(path).some(isService);
    })
  );
}
function foldersOf(path) {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

// src/verdict/select-services.ts
function listServices(policy, folders) {
  const { services } = policy;
  const one = {
    id: null,
    path: "",
    readiness: READINESS_NAMES,
    fields: policy.fields,
    gates: null
  };
  if (services === null) return [one];
  if (isWholeRepository(services)) {
    return [{ ...one, readiness: [fillIn(services.readiness, one)] }];
  }
  const paths = new Map(nameFolders(folders));
  for (const [id, override] of Object.entries(services.override)) {
    if (override.path !== null) paths.set(id, override.path);
  }
  return [...paths].sort(([a], [b]) => a < b ? -1 : 1).map(([id, path]) => declare(id, path, policy.fields, services));
}
function isWholeRepository(services) {
  const { from, readiness, override } = services;
  return from === null && readiness !== null && Object.keys(override).length === 0;
}
function nameFolders(folders) {
  const names = folders.map((folder) => folder.slice(folder.lastIndexOf("/") + 1));
  const uses = /* @__PURE__ */ new Map();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return folders.map((folder, index) => {
    const name = names[index] ?? folder;
    return [uses.get(name) === 1 ? name : folder, folder];
  });
}
function overrideOf(id, path, { override }) {
  const names = [id, path.slice(path.lastIndexOf("/") + 1)];
  const named = names.find((name) => Object.hasOwn(override, name));
  return named === void 0 ? null : override[named] ?? null;
}
var NO_OVERRIDE = { path: null, readiness: null, fields: {}, gates: null };
function declare(id, path, fields, services) {
  const override = overrideOf(id, path, services) ?? NO_OVERRIDE;
  const bare = {
    id,
    path,
    readiness: [],
    fields: { ...fields, ...override.fields },
    gates: override.gates
  };
  const template = override.readiness ?? services.readiness;
  const readiness = template === null ? READINESS_NAMES.map((name) => `${path}/${name}`) : [fillIn(template, bare)];
  return { ...bare, readiness };
}
function changedServices(services, ungoverned, changes) {
  if (changes === null) return { governed: true, services };
  const isUngoverned = globMatcher(ungoverned);
  const byPath = new Map(services.map((service) => [service.path, service]));
  const changed = /* @__PURE__ */ new Set();
  for (const path of touched(changes)) {
    const service = claimant(path, byPath);
    if (service !== void 0) changed.add(service);
    else if (!isUngoverned(path)) return { governed: true, services };
  }
  const claimed = services.filter((service) => changed.has(service));
  return { governed: claimed.length > 0, services: claimed };
}
function touched(changes) {
  return changes.flatMap(({ path, previous }) => previous === null ? [path] : [path, previous]);
}
function claimant(path, byPath) {
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf("/"))) {
    const service = byPath.get(folder);
    if (service !== void 0) return service;
    if (!folder.includes("/")) return byPath.get("");
  }
}
function changesMatch(globs, service, changes) {
  if (changes === null) return true;
  const filled = service === null ? [...globs] : globs.map((glob) => fillInGlob(glob, service));
  const matches = globMatcher(filled);
  return touched(changes).some((path) => matches(path));
}
function readSelection(facts, policy) {
  const changes = facts.read("changes", {});
  const from = policy.services?.from ?? null;
  if (from === null) return { services: listServices(policy, []), gone: [], changes };
  const here = facts.read("folders", { glob: from, revision: "evidence" }) ?? [];
  const base = facts.read("folders", { glob: from, revision: "base" }) ?? [];
  const gone = renamedFolders({ glob: from, here, base }, changes);
  return { services: listServices(policy, [...here, ...gone]), gone, changes };
}

export {
  listServices,
  changedServices,
  changesMatch,
  readSelection
};
