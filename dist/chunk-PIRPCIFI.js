import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  GITHUB_ACTIONS
} from "./chunk-YWFD4VWM.js";
import {
  parseYaml
} from "./chunk-PKZ5FII4.js";

// src/protection/finding.ts
function ok(code, problem) {
  return { level: "ok", code, problem, remedy: null, at: null };
}
function warn(...said) {
  return finding("warn", said);
}
function fail(...said) {
  return finding("fail", said);
}
function unknown(...said) {
  return finding("unknown", said);
}
function finding(level, [code, problem, remedy]) {
  return { level, code, problem, remedy, at: null };
}
function placed(finding2, at) {
  return { ...finding2, at };
}
function worstOf(findings) {
  const levels = new Set(findings.map(({ level }) => level));
  const order = ["fail", "unknown", "warn"];
  return order.find((level) => levels.has(level)) ?? "ok";
}

// src/protection/workflow.ts
var START = { line: 1, column: 1 };
function readWorkflow(file, text) {
  const parsed = parseYaml(text);
  if (parsed.state === "malformed") {
    const [first] = parsed.problems;
    return {
      state: "malformed",
      problem: first?.message ?? "it is no YAML",
      at: first?.at ?? START
    };
  }
  const { root } = parsed;
  const jobs = [...entriesOf(valueAt(root, "jobs"))].map(([id, { node }]) => jobOf(id, node));
  const workflow = {
    file,
    events: eventsOf(valueAt(root, "on")),
    permissions: permissionsOf(valueAt(root, "permissions")),
    concurrency: concurrencyOf(valueAt(root, "concurrency")),
    jobs
  };
  return { state: "read", workflow };
}
function eventsOf(on) {
  if (on === null) return /* @__PURE__ */ new Map();
  const named = [on, ...itemsOf(on)].flatMap(
    (node) => typeof node.value === "string" ? [[node.value, eventOf(node)]] : []
  );
  const mapped = [...entriesOf(on)].map(
    ([name, { node, keyAt }]) => [name, { ...eventOf(node), at: keyAt }]
  );
  return new Map([...named, ...mapped]);
}
function eventOf(node) {
  const entries = entriesOf(node);
  const name = ["paths", "paths-ignore", "branches-ignore"].find((key) => entries.has(key));
  const at = name === void 0 ? void 0 : entries.get(name)?.keyAt;
  return {
    at: node.at,
    types: textsAt(node, "types"),
    // With tags alone, a push to a branch is left out.
    branches: textsAt(node, "branches") ?? (entries.has("tags") ? [] : null),
    filter: name === void 0 || at === void 0 ? null : { name, at }
  };
}
function permissionsOf(node) {
  if (node === null) return null;
  const listed = new Map([...entriesOf(node)].map(([name, entry]) => [name, textOf(entry.node)]));
  return { at: node.at, all: typeof node.value === "string" ? node.value : null, listed };
}
function concurrencyOf(node) {
  if (node === null) return null;
  const cancels = valueAt(node, "cancel-in-progress");
  const group = valueAt(node, "group") ?? node;
  return {
    at: node.at,
    group: textOf(group),
    cancels: cancels === null ? null : { text: textOf(cancels), at: cancels.at }
  };
}
function jobOf(id, node) {
  const steps = itemsOf(valueAt(node, "steps"));
  const uses = [node, ...steps].flatMap((part) => {
    const action = valueAt(part, "uses");
    return action === null ? [] : [{ action: textOf(action), at: action.at }];
  });
  const ours = steps.filter((step) => isOurAction(textOf(valueAt(step, "uses"))));
  const conditions = [
    { key: "if", node: valueAt(node, "if") },
    { key: "needs", node: valueAt(node, "needs") },
    ...ours.map((step) => ({ key: "if", node: valueAt(step, "if") }))
  ].flatMap(
    ({ key, node: found }) => found === null ? [] : [{ key, text: textOf(found), at: found.at }]
  );
  const name = valueAt(node, "name");
  return {
    id,
    name: name === null ? id : textOf(name),
    at: node.at,
    permissions: permissionsOf(valueAt(node, "permissions")),
    concurrency: concurrencyOf(valueAt(node, "concurrency")),
    conditions,
    uses
  };
}
function isOurAction(uses) {
  return /^[^\s@]+\/stage-gates(\/[^\s@]*)?(@|$)/.test(uses);
}
var NONE = /* @__PURE__ */ new Map();
function entriesOf(node) {
  return node?.value instanceof Map ? node.value : NONE;
}
function itemsOf(node) {
  return Array.isArray(node?.value) ? node.value : [];
}
function valueAt(node, key) {
  return entriesOf(node).get(key)?.node ?? null;
}
function textOf(node) {
  const value = node?.value ?? "";
  return typeof value === "object" ? "" : String(value);
}
function textsAt(node, key) {
  const found = valueAt(node, key);
  if (found === null || found.value === null) return null;
  return Array.isArray(found.value) ? itemsOf(found).map(textOf) : [textOf(found)];
}

// src/protection/find-workflow.ts
var WORKFLOW_PATH = ".github/workflows/stage-gates.yml";
function findWorkflow(workflows, app) {
  if (workflows.state === "missing") {
    const problem = `the workflows of the default branch cannot be read: ${workflows.detail}`;
    return none([unknown("workflow", problem, "add `contents: read` to the token")]);
  }
  const unread = [];
  const found = [];
  const others = [];
  for (const { name: path, fact } of workflows.value) {
    if (fact.state === "missing") {
      const problem = `\`${path}\` cannot be read: ${fact.detail}`;
      unread.push(unknown("workflow", problem, "make it a regular file of less than 512 KB"));
      continue;
    }
    if (fact.value.state !== "file") continue;
    const read = readWorkflow(path, fact.value.file.text);
    if (read.state === "read") {
      const uses = read.workflow.jobs.flatMap((job) => job.uses);
      const isOurs = path === WORKFLOW_PATH || uses.some(({ action }) => isOurAction(action));
      (isOurs ? found : others).push(read.workflow);
    } else if (path === WORKFLOW_PATH) {
      const problem = `\`${path}\` cannot be understood: ${read.problem}`;
      const finding2 = fail("workflow", problem, "write it as plain YAML, without anchors and tags");
      return none([placed(finding2, { file: path, ...read.at })]);
    }
  }
  const usual = found.find(({ file }) => file === WORKFLOW_PATH) ?? found[0];
  if (usual !== void 0) return { state: "found", workflow: usual, others };
  if (unread.length > 0) return none(unread);
  return none([missingFinding(app)]);
}
function missingFinding(app) {
  const code = "workflow-missing";
  const problem = "no workflow on the default branch uses stage-gates";
  const init = "run `stage-gates init`, fill in `uses:`, and merge it into the default branch";
  if (app === GITHUB_ACTIONS) return fail(code, `${problem}: nobody judges`, init);
  return warn(
    code,
    `${problem}: the app ${app} has to judge`,
    `look that it is installed for the repository and runs; if ${app} is GitHub Actions, ${init}`
  );
}
function none(findings) {
  return { state: "none", findings };
}

export {
  ok,
  warn,
  fail,
  unknown,
  placed,
  worstOf,
  isOurAction,
  WORKFLOW_PATH,
  findWorkflow
};
