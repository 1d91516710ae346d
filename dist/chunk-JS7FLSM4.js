import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  POLICY_PATH,
  readPolicyFiles
} from "./chunk-PNTW4M3K.js";
import {
  ProblemList,
  checkShape,
  child,
  day,
  describeValue,
  external_exports,
  isList,
  itemsOf,
  kebabId,
  loadPolicy,
  placeOf,
  readSource,
  text
} from "./chunk-JFONLSVW.js";
import {
  openPacks
} from "./chunk-X4Q6VVDJ.js";

// src/policy/load-baseline.ts
var entrySchema = external_exports.strictObject({
  gate: kebabId.describe("The gate of the finding."),
  rule: kebabId.describe("The rule of the gate."),
  service: external_exports.string().min(1).max(255).optional().describe("The service it is about."),
  code: external_exports.string().regex(/^[A-Z][A-Z0-9-]*$/, { error: "not a code, such as `CHECKLIST-UNTICKED`" }).describe("What is wrong."),
  item: external_exports.string().max(4096).optional().describe("What of the rule it is about.")
}).describe("One finding, known again wherever it stands.");
var baselineSchema = external_exports.strictObject({
  version: external_exports.literal(1).describe("Version of this format."),
  owner: external_exports.string().regex(/^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, { error: "not a login, such as `@ana`" }).describe("Who sees to it that the findings go."),
  until: day.describe("Last day (UTC) on which they only warn."),
  findings: external_exports.array(entrySchema).describe("Findings that warn until then.")
}).describe("Findings of the day a team began.");
function loadBaseline(file) {
  const problems = new ProblemList();
  const root = readSource({ ...file, kind: "baseline" }, problems);
  const { output } = root === null ? { output: null } : checkShape(root, baselineSchema, problems, { partial: false });
  if (root === null || output === null || !problems.isEmpty) {
    return { baseline: null, problems: problems.sorted() };
  }
  const { owner, until, findings } = output;
  const nodes = itemsOf(child(root, "findings"));
  const at = placeOf(root);
  const entries = findings.map(({ service, item, ...entry }, index) => {
    const node = nodes[index];
    const place = node === void 0 ? at : placeOf(node);
    return { ...entry, service: service ?? null, item: item ?? null, at: place };
  });
  return { baseline: { owner, until, findings: entries, at }, problems: [] };
}

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
  const sources = sourcesOf([repository, organization, files.waivers, files.baseline]);
  if (loaded.state === "invalid") {
    return { state: "invalid", origin, problems: loaded.problems, sources };
  }
  const { waivers, problems } = files.waivers === null ? { waivers: [], problems: [] } : loadWaivers(files.waivers);
  const { baseline, problems: inBaseline } = files.baseline === null ? { baseline: null, problems: [] } : loadBaseline(files.baseline);
  const { policy, provenance, notes } = loaded;
  return {
    state: "valid",
    from,
    origin,
    policy,
    provenance,
    remarks: notes,
    waivers,
    baseline,
    besideProblems: [...problems, ...inBaseline],
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
  loadBaseline,
  loadWaivers,
  openPolicy
};
