import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  POLICY_PATH,
  readPolicyFiles
} from "./chunk-HVYTXQPS.js";
import {
  ProblemList,
  checkShape,
  day,
  describeValue,
  external_exports,
  isList,
  kebabId,
  loadPolicy,
  placeOf,
  readSource,
  text
} from "./chunk-PA7LMVTE.js";
import {
  openPacks
} from "./chunk-X4Q6VVDJ.js";

// src/policy/load-waivers.ts
var waiverSchema = external_exports.strictObject({
  gate: kebabId.describe("The gate it covers."),
  rule: kebabId.optional().describe("The one rule of the gate it covers."),
  service: external_exports.string().min(1).max(255).optional().describe("The one service it covers."),
  codes: external_exports.array(external_exports.string().regex(/^[A-Z][A-Z0-9-]*$/, { error: "not a code, such as `CI-MISSING`" })).min(1).optional().describe("The findings it covers; others that appear later are not covered."),
  reason: text.describe("Why it may pass all the same."),
  until: day.describe("Last day (UTC) on which it holds."),
  approved_in: external_exports.int().min(1).describe("Number of the merged pull request in which an approver approved it.")
}).describe("Recorded, expiring permission to pass in spite of a finding.");
function loadWaivers(file) {
  const problems = new ProblemList();
  const root = readSource({ ...file, kind: "waivers" }, problems);
  if (root === null || !problems.isEmpty) return { waivers: [], problems: problems.sorted() };
  if (!isList(root)) {
    problems.add(root, {
      code: "invalid-type",
      message: `expected a list, found ${describeValue(root)}`,
      help: "begin each waiver with `- `"
    });
    return { waivers: [], problems: problems.sorted() };
  }
  const waivers = root.value.flatMap((entry) => readWaiver(entry, problems));
  return { waivers, problems: problems.sorted() };
}
function readWaiver(entry, problems) {
  const { output } = checkShape(entry, waiverSchema, problems, { partial: false });
  if (output === null) return [];
  const { rule, service, codes, ...rest } = output;
  return [
    {
      ...rest,
      rule: rule ?? null,
      service: service ?? null,
      codes: codes ?? null,
      at: placeOf(entry)
    }
  ];
}

// src/cli/open-policy.ts
async function openPolicy(checkout, source, options) {
  const files = await readPolicyFiles(checkout, source, options);
  switch (files.state) {
    case "absent":
      return invalid([absent(files)]);
    case "invalid":
      return invalid(files.problems);
    case "found":
      return load(checkout, files);
  }
}
function load(checkout, files) {
  const { repository, organization, origin, from } = files;
  const packs = openPacks();
  const repositoryName = checkout.repository;
  const loaded = loadPolicy({ repository, organization, packs, repositoryName });
  const sources = sourcesOf([repository, organization, files.waivers]);
  if (loaded.state === "invalid") {
    return { state: "invalid", origin, problems: loaded.problems, sources };
  }
  const { waivers, problems } = files.waivers === null ? { waivers: [], problems: [] } : loadWaivers(files.waivers);
  const { policy, provenance, notes } = loaded;
  return {
    state: "valid",
    from,
    origin,
    policy,
    provenance,
    remarks: notes,
    waivers,
    waiverProblems: problems,
    sources
  };
}
function invalid(problems) {
  const files = [...new Set(problems.map(({ at }) => at.file))];
  const origin = { ref: "work tree", sha: null, files };
  return { state: "invalid", origin, problems, sources: /* @__PURE__ */ new Map() };
}
function absent({ message, help }) {
  return { code: "policy-missing", message, at: { file: POLICY_PATH, line: 1, column: 1 }, help };
}
function sourcesOf(files) {
  return new Map(files.flatMap((file) => file === null ? [] : [[file.name, file.text]]));
}

export {
  loadWaivers,
  openPolicy
};
