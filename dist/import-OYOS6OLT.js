import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  FreshIds,
  planImport
} from "./chunk-KWE4S5FJ.js";
import {
  paragraph
} from "./chunk-OTT52YRX.js";
import "./chunk-QSZG2IW5.js";
import {
  renderEdits,
  renderNewFile
} from "./chunk-JM5XM4W7.js";
import {
  plainPathIn,
  replaceFile
} from "./chunk-L43QJRTB.js";
import {
  createFile
} from "./chunk-CHUEJL5J.js";
import {
  loadPolicy,
  placeIn
} from "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import {
  branchNames,
  openCheckout
} from "./chunk-4EDMUHKC.js";
import {
  POLICY_PATH
} from "./chunk-H5AMS74M.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import {
  Document,
  isCollection,
  isPair,
  parseYaml,
  pointAt,
  valueAt,
  visit
} from "./chunk-PKZ5FII4.js";
import {
  READINESS_NAMES
} from "./chunk-TH4X3JRS.js";
import {
  renderRefusal
} from "./chunk-XJ2BGPWV.js";
import {
  counted
} from "./chunk-OBXZQG3I.js";
import {
  inertLine,
  inertSource
} from "./chunk-UR5HFCGQ.js";
import {
  openPacks
} from "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import {
  STAGE,
  hasBranch,
  likelyBranch
} from "./chunk-GN5COVR7.js";
import {
  UsageError
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/commands/import.ts
import { existsSync, lstatSync, readFileSync as readFileSync2, rmSync } from "node:fs";
import { join as join2, resolve } from "node:path";

// src/import/lacking-gates.ts
function lackingGates(gates, stated) {
  const own = new Set(gates.map(({ id }) => id));
  const fresh = new FreshIds(stated.map(({ id }) => id));
  return gates.flatMap((gate) => {
    const wanted = gate.rules.flatMap(demandsOf);
    const isAnothers = ({ id }) => id !== gate.id && own.has(id) && !wanted.every((one) => one.startsWith("item "));
    const begun = stated.filter(
      (one) => !isAnothers(one) && wanted.some((demand2) => one.demands.has(demand2))
    );
    if (begun.some(({ demands }) => wanted.every((demand2) => demands.has(demand2)))) return [];
    const [first] = begun;
    if (first === void 0) return [{ ...gate, id: fresh.take(gate.id) }];
    const rules = gate.rules.flatMap((rule) => lackingOf(rule, first.demands));
    return [{ ...gate, id: first.id, rules }];
  });
}
function demandsOf(rule) {
  if (rule.type === "checklist") return rule.items.map(({ id }) => `item ${id}`);
  if (rule.type === "table") return rule.rows.map((row) => `row ${row}`);
  return rule.sections.map((section) => `section ${section}`);
}
function lackingOf(rule, there) {
  if (demandsOf(rule).every((demand2) => there.has(demand2))) return [];
  if (rule.type === "checklist") {
    return [{ ...rule, items: rule.items.filter(({ id }) => !there.has(`item ${id}`)) }];
  }
  if (rule.type === "table") {
    return [{ ...rule, rows: rule.rows.filter((row) => !there.has(`row ${row}`)) }];
  }
  return [{ ...rule, sections: rule.sections.filter((one) => !there.has(`section ${one}`)) }];
}

// src/import/policy-text.ts
function importedPolicy(gates, { stage, branch, readiness }) {
  const start = {
    version: 1,
    mode: "advisory",
    stages: [{ id: stage, branches: [branch] }],
    ...readiness === null ? {} : { services: { readiness } }
  };
  return [
    "# What must hold before a change is promoted, taken over from a checklist.",
    "# It is read from the default branch, so a pull request cannot loosen it.",
    yamlText(start),
    gatesText(gates)
  ].join("\n");
}
function gatesText(gates) {
  return yamlText({ gates });
}
var FLOW = /* @__PURE__ */ new Set(["branches", "each_heading", "one_of", "services"]);
var FLOW_BELOW = /* @__PURE__ */ new Set(["columns", "items"]);
function yamlText(value) {
  const document = new Document(value);
  visit(document, {
    Pair(_, { key, value: inner }) {
      const name = String(key);
      if (!isCollection(inner)) return;
      if (FLOW.has(name)) inner.flow = true;
      if (!FLOW_BELOW.has(name)) return;
      for (const item of inner.items) {
        const below = isPair(item) ? item.value : item;
        if (isCollection(below)) below.flow = true;
      }
    }
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

// src/import/stated-policy.ts
function readStatedPolicy(text) {
  const { root } = parseYaml(text);
  if (root === null) return { gates: [], documents: [] };
  const gates = listAt(root, "gates").flatMap((gate) => {
    const id = textAt(gate, "id");
    return id === null ? [] : [{ id, demands: new Set(listAt(gate, "rules").flatMap(demandsOf2)) }];
  });
  return { gates, documents: documentsIn(root) };
}
function documentsIn(root) {
  const named = textAt(root, "services.readiness");
  const overrides = valueAt(root, "services.override")?.value;
  const own = overrides instanceof Map ? [...overrides.values()] : [];
  const isFolders = own.length > 0 || textAt(root, "services.from") !== null;
  const usual = isFolders ? READINESS_NAMES.map((name) => `{path}/${name}`) : [];
  return [
    ...named === null ? usual : [named],
    ...own.flatMap(({ node }) => textAt(node, "readiness") ?? [])
  ];
}
function leadTo(templates, path) {
  return templates.some((template) => {
    const parts = template.split(/(\{path\}|\{service\})/).map((part, index, all) => {
      const isFirst = all.indexOf(part) === index;
      if (part === "{path}") return isFirst ? "(?<path>.+)" : "\\k<path>";
      if (part === "{service}") return isFirst ? "(?<service>[^/]+)" : "\\k<service>";
      return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    });
    return new RegExp(`^${parts.join("")}$`, "u").test(path);
  });
}
function demandsOf2(rule) {
  return [
    ...listAt(rule, "items").flatMap((item) => demand("item", textAt(item, "id"))),
    ...listAt(rule, "rows").flatMap((row) => demand("row", textAt(row, "") ?? textAt(row, "row"))),
    ...listAt(rule, "sections").flatMap(
      (section) => demand("section", textAt(section, "") ?? textAt(section, "heading"))
    )
  ];
}
function demand(kind, text) {
  return text === null ? [] : [`${kind} ${text}`];
}
function listAt(node, path) {
  const value = valueAt(node, path)?.value;
  return Array.isArray(value) ? value : [];
}
function textAt(node, path) {
  const value = valueAt(node, path)?.value;
  return typeof value === "string" ? value : null;
}

// src/cli/import/import-report.ts
var SHOWN = 25;
function reportImport(outcome, look) {
  const { path, plan, createsPolicy } = outcome;
  const parts = [
    plan.insertions.length > 0 || createsPolicy ? [""] : [],
    [look.paint("strong", summary(outcome))],
    remarksOf(plan.remarks, path, look),
    pasteOf(outcome, look),
    otherDocument(outcome, look),
    branchOf(outcome, look),
    next(outcome)
  ];
  return `${parts.flat().join("\n")}
`;
}
function summary({ path, plan }) {
  const { items, rows, questions } = plan.counts;
  const found = [
    [items, "item"],
    [rows, "row"],
    [questions, "question"]
  ];
  const parts = found.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  return `${inertLine(path)}: ${parts.join(", ")} in ${counted(plan.gates.length, "gate")}.`;
}
function remarksOf(remarks, path, look) {
  if (remarks.length === 0) return [];
  const more = remarks.length - SHOWN;
  return [
    "",
    look.paint("warn", "Not mapped, or not as it may be meant"),
    ...remarks.slice(0, SHOWN).flatMap(({ at, problem, help }) => [
      `  ${look.paint("strong", `${inertLine(path)}:${at.line}:${at.column}`)}`,
      ...paragraph(inertLine(problem), look),
      ...paragraph(`fix: ${inertLine(help)}`, look, { tone: "quiet", hanging: 5 })
    ]),
    ...more > 0 ? [`  and ${more} more`] : []
  ];
}
function pasteOf({ path, toPaste, namesDocument: namesDocument2 }, { paint }) {
  if (toPaste === null) return [];
  const services = { services: { readiness: path } };
  return [
    "",
    paint("warn", "There is a policy already, which stays as it is. Paste into it:"),
    "",
    ...namesDocument2 ? [] : [...linesOf(yamlText(services)), ""],
    ...linesOf(toPaste),
    "",
    "A gate or rule that is there already gets what is listed here besides what it has.",
    "Add the ids of new gates to a stage, if its `gates` lists any.",
    ...namesDocument2 ? [] : ["They read the readiness document, and a service has one: it must be this one."]
  ];
}
function otherDocument({ path, toPaste, namesDocument: namesDocument2 }, look) {
  if (namesDocument2 || toPaste !== null) return [];
  const folders = path.split("/");
  const name = folders.pop() ?? path;
  const pattern = { from: `${folders.slice(0, -1).join("/")}/*`, readiness: `{path}/${name}` };
  return [
    "",
    look.paint(
      "warn",
      "The policy reads another readiness document: nothing of this one is judged."
    ),
    folders.length > 1 ? "Where each service has one of its own, the policy names all by a pattern:" : "Name it in the policy:",
    "",
    ...linesOf(yamlText({ services: folders.length > 1 ? pattern : { readiness: path } }))
  ];
}
function branchOf({ createsPolicy, guessedBranch }, look) {
  if (!createsPolicy || guessedBranch === null) return [];
  return [
    "",
    look.paint(
      "warn",
      `There is no branch \`${guessedBranch}\` here, so the gates guard nothing yet.`
    ),
    "Name the one that promotions are merged into: `--branch <branch>`, or `branches` in the policy."
  ];
}
function next(outcome) {
  const { path, plan, isWritten, toPaste, namesDocument: namesDocument2, createsPolicy } = outcome;
  const written = [
    ...plan.insertions.length > 0 ? [inertLine(path)] : [],
    ...createsPolicy ? [POLICY_PATH] : []
  ];
  if (written.length === 0) {
    const isDone = toPaste === null && namesDocument2;
    return isDone ? ["", "Nothing to do: it is imported already."] : [];
  }
  if (!isWritten) {
    const command = `  stage-gates import ${inertLine(path)} --write`;
    return ["", "Nothing is written yet. To write it:", command];
  }
  return [
    "",
    createsPolicy ? "Written. The policy is advisory: it blocks nothing until its `mode` is `enforce`." : "The ids are written.",
    "",
    "Next",
    "  1. stage-gates check --local     what is missing, at which line",
    "  2. stage-gates explain           what each gate asks for, and why",
    `  3. Commit ${written.join(" and ")}. The policy counts once it is on the default branch.`
  ];
}
function linesOf(yaml) {
  return yaml.trimEnd().split("\n").map(inertSource);
}

// src/cli/import/read-checklist.ts
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
function readChecklist(root, path) {
  refuseOtherFormat(path);
  const bytes = readFileSync(join(root, path));
  const text = decode(bytes);
  if (text === null) return { state: "refused", problem: notText(path, bytes), text: "" };
  const planned = planImport(text);
  if (planned.state === "planned") return { state: "read", bytes, text, plan: planned.plan };
  return { state: "refused", problem: refusalProblem(path, planned.refusal), text };
}
function refuseOtherFormat(path) {
  const ending = extname(path);
  if (ending === "" || /^\.(?:md|mdx|markdown|mdown|mkdn?|txt)$/i.test(ending)) return;
  throw new UsageError(
    `\`${path}\` is no markdown document`,
    "save or export it as markdown, as a file that ends with `.md`, and import that"
  );
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
function refusalProblem(path, { code, problem, help, at }) {
  return { code, message: problem, at: placeIn(path, at), help };
}
function notText(path, bytes) {
  const shown = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return {
    code: "not-utf-8",
    message: "the file is not UTF-8 text",
    at: placeIn(path, pointAt(shown, Math.max(0, shown.indexOf("\uFFFD")))),
    help: "save it as UTF-8, and import again"
  };
}

// src/cli/commands/import.ts
async function importFile(file, options, terminal) {
  const { look } = terminal;
  const checkout = await openCheckout(terminal.cwd, { base: null });
  const { root } = checkout;
  const path = plainPathIn(root, resolve(terminal.cwd, file));
  const read = readChecklist(root, path);
  if (read.state === "refused") {
    const sources = /* @__PURE__ */ new Map([[path, read.text]]);
    terminal.print(renderRefusal([read.problem], sources, look.paint));
    return EXIT.noVerdict;
  }
  const { bytes, text, plan } = read;
  const { branch, isGuess } = await branchFor(options.branch, checkout);
  const policy = importedPolicy(plan.gates, {
    stage: options.stage ?? STAGE,
    branch,
    // One of another name is left behind once a document of this name is added.
    readiness: path === READINESS_NAMES[0] ? null : path
  });
  const problems = problemsOf(policy);
  if (problems.length > 0) {
    terminal.print(renderRefusal(problems, /* @__PURE__ */ new Map([[POLICY_PATH, policy]]), look.paint));
    return EXIT.noVerdict;
  }
  const existing = readPolicyText(root);
  const stated = existing === null ? null : readStatedPolicy(existing);
  const lacking = stated === null ? [] : lackingGates(plan.gates, stated.gates);
  const created = stated === null ? policy : null;
  terminal.print(renderEdits(path, text, plan.text, look));
  if (created !== null) terminal.print(renderNewFile(POLICY_PATH, created, look));
  if (options.write) write(root, { path, before: bytes, after: plan.text }, created);
  const outcome = {
    path,
    plan,
    isWritten: options.write === true,
    toPaste: lacking.length === 0 ? null : gatesText(lacking),
    namesDocument: stated === null || namesDocument(stated, root, path),
    createsPolicy: created !== null,
    guessedBranch: isGuess ? branch : null
  };
  terminal.print(reportImport(outcome, look));
  return EXIT.pass;
}
async function branchFor(named, { git }) {
  const branches = git === null ? [] : await branchNames(git.git);
  const branch = named ?? likelyBranch(branches);
  const isGuess = git !== null && named === void 0 && !hasBranch(branches, branch);
  return { branch, isGuess };
}
function write(root, { path, before, after }, policy) {
  if (policy !== null && createFile(root, POLICY_PATH, policy) === "exists") {
    throw new UsageError(
      `somebody wrote \`${POLICY_PATH}\` in the meantime, so nothing was written`,
      "run the command again"
    );
  }
  try {
    if (!before.equals(Buffer.from(after))) replaceFile(root, path, before, after);
  } catch (error) {
    if (policy !== null) rmSync(join2(root, POLICY_PATH));
    throw error;
  }
}
function readPolicyText(root) {
  const path = join2(root, POLICY_PATH);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === void 0) return null;
  return stat.isFile() && stat.size <= MOST_POLICY_BYTES ? readFileSync2(path, "utf8") : "";
}
var MOST_POLICY_BYTES = 512 * 1024;
function namesDocument({ documents }, root, path) {
  if (documents.length > 0) return leadTo(documents, path);
  return READINESS_NAMES.find((name) => existsSync(join2(root, name))) === path;
}
function problemsOf(text) {
  const loaded = loadPolicy({
    repository: { name: POLICY_PATH, text },
    organization: null,
    packs: openPacks(),
    repositoryName: null
  });
  return loaded.state === "invalid" ? loaded.problems : [];
}
export {
  importFile
};
