import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
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
} from "./chunk-HU7C56Q2.js";

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

// src/policy/load-policy-files.ts
function loadPolicyFiles(texts, packs, repositoryName) {
  const { repository, organization } = texts;
  const loaded = loadPolicy({ repository, organization, packs, repositoryName });
  if (loaded.state === "invalid") return loaded;
  const { policy, provenance, notes } = loaded;
  const waivers = texts.waivers === null ? null : loadWaivers(texts.waivers);
  const baseline = texts.baseline === null ? null : loadBaseline(texts.baseline);
  return {
    state: "valid",
    policy,
    provenance,
    waivers: waivers?.waivers ?? [],
    baseline: baseline?.baseline ?? null,
    notes,
    besideProblems: [...waivers?.problems ?? [], ...baseline?.problems ?? []]
  };
}
function noteOf({ code, message, help, at }) {
  return { code, message: help === null ? message : `${message}; ${help}`, at };
}

export {
  loadBaseline,
  loadWaivers,
  loadPolicyFiles,
  noteOf
};
