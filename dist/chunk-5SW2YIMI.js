import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/model/fact.ts
function known(value) {
  return { state: "known", value };
}
function missing(reason, detail) {
  return { state: "missing", reason, detail };
}
function factKey(request) {
  if (request.kind === "file") return `file ${request.revision} ${request.path}`;
  const { kind, ...rest } = request;
  const parts = Object.entries(rest).sort(([a], [b]) => a < b ? -1 : 1);
  return `${kind} ${JSON.stringify(parts)}`;
}

export {
  known,
  missing,
  factKey
};
