import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  summaryOfPack
} from "./chunk-M25T4SUX.js";
import {
  readTemplate
} from "./chunk-RWU6JNUP.js";
import {
  WORKFLOW_PATH
} from "./chunk-PIRPCIFI.js";
import "./chunk-YWFD4VWM.js";
import {
  planImport
} from "./chunk-KWE4S5FJ.js";
import {
  checkoutSource
} from "./chunk-JX7CMHZV.js";
import "./chunk-7AD2QAEU.js";
import "./chunk-ZQEAAXPF.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import {
  createFile
} from "./chunk-CHUEJL5J.js";
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
  parseYaml,
  valueAt
} from "./chunk-PKZ5FII4.js";
import {
  READINESS_NAMES
} from "./chunk-TH4X3JRS.js";
import {
  openPacks
} from "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import "./chunk-2UVS6TJC.js";
import {
  STAGE,
  likelyBranch
} from "./chunk-GN5COVR7.js";
import {
  UsageError,
  unknownName
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/commands/init.ts
import { basename as basename2, resolve } from "node:path";

// src/cli/init/existing-checklist.ts
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
var MOST_BYTES = 256 * 1024;
function existingChecklist(root) {
  const found = READINESS_NAMES.find((name) => {
    const stat = lstatSync(join(root, name), { throwIfNoEntry: false });
    if (stat === void 0 || !stat.isFile() || stat.size > MOST_BYTES) return false;
    return planImport(readFileSync(join(root, name), "utf8")).state === "planned";
  });
  return found ?? null;
}

// src/cli/init/existing-policy.ts
import { existsSync, readFileSync as readFileSync2 } from "node:fs";
import { join as join2 } from "node:path";
function existingPolicy(root) {
  const path = join2(root, POLICY_PATH);
  return existsSync(path) ? readPolicy(readFileSync2(path, "utf8")) : null;
}
function readPolicy(text) {
  const { root } = parseYaml(text);
  const at = (key) => root === null ? void 0 : valueAt(root, key)?.value;
  const packs = textsIn(at("extends")).filter((name) => name.startsWith("pack:")).map((name) => name.slice("pack:".length));
  return { packs, isAdvisory: at("mode") === "advisory" };
}
function textsIn(value) {
  const items = Array.isArray(value) ? value : [];
  return items.flatMap((item) => typeof item.value === "string" ? [item.value] : []);
}

// src/cli/init/plan.ts
import { basename } from "node:path";

// src/cli/init/policy-text.ts
function policyText(template, answers) {
  const fillings = {
    "<pack>": `pack:${answers.pack ?? ""}`,
    "<stage>": STAGE,
    "<branch>": scalar(answers.branch),
    "<approvers>": roleText(answers.approvers),
    "<services>": servicesText(answers.services)
  };
  return Object.entries(fillings).reduce(
    (text, [placeholder, filling]) => text.replace(placeholder, () => filling),
    template
  );
}
function workflowText(template, branch) {
  return template.replaceAll("branches: [production]", () => `branches: [${scalar(branch)}]`);
}
function roleText(approvers) {
  if (approvers.length === 0) return "{permission: admin}";
  const names = approvers.map((name) => name.replace(/^@/, ""));
  const users = names.filter((name) => !name.includes("/"));
  const teams = names.filter((name) => name.includes("/"));
  const parts = [
    ...users.length === 0 ? [] : [`users: [${users.map(scalar).join(", ")}]`],
    ...teams.length === 0 ? [] : [`teams: [${teams.map(scalar).join(", ")}]`]
  ];
  return `{${parts.join(", ")}}`;
}
function servicesText(glob) {
  if (glob === null) return "";
  const from = `  from: ${JSON.stringify(glob)}`;
  return `
services:
${from}                       # every folder is a service named after it
  readiness: "{path}/READINESS.md"
  ungoverned: ["docs/**", "*.md"]
`;
}
function scalar(text) {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}

// src/cli/init/plan.ts
function planFiles(answers, packs, folders, name) {
  const { pack } = answers;
  const policy = readTemplate(pack === null ? "policy.yml" : "policy-with-pack.yml");
  const readiness = (pack === null ? null : packs.readiness(pack)) ?? readTemplate("readiness.md");
  const skeletons = pack === null ? [{ path: "docs/runbook.md", text: readTemplate("runbook.md") }] : packs.skeletons(pack);
  return [
    { path: POLICY_PATH, text: policyText(policy, answers) },
    { path: WORKFLOW_PATH, text: workflowText(readTemplate("workflow.yml"), answers.branch) },
    ...folders.flatMap((folder) => {
      const service = folder === "" ? name : basename(folder);
      return [{ path: "READINESS.md", text: readiness }, ...skeletons].map(({ path, text }) => ({
        path: folder === "" ? path : `${folder}/${path}`,
        text: text.replaceAll("<\u2026 name>", () => service)
      }));
    })
  ];
}

// src/cli/commands/init.ts
var DEFAULT_PACK = "scaling-readiness";
async function init(dir, options, terminal) {
  const checkout = await openCheckout(resolve(terminal.cwd, dir), { base: null });
  if (checkout.git === null && options.outsideGit === void 0) {
    throw new UsageError(
      `\`${checkout.root}\` is in no git repository`,
      "run `git init` first, or say `--outside-git`"
    );
  }
  const packs = openPacks();
  const existing = existingPolicy(checkout.root);
  if (existing === null && options.pack === void 0) refuseChecklist(checkout.root);
  const asked = await answersFor(checkout, options, packs.ids, terminal);
  const answers = existing === null ? asked : { ...asked, pack: packOf(existing, asked.pack, packs.ids) };
  const folders = await serviceFolders(checkout, answers.services);
  const filled = existing !== null && answers.pack === null ? [] : folders;
  const files = planFiles(answers, packs, filled, basename2(checkout.root));
  const created = [];
  const kept = [];
  for (const { path, text } of files) {
    const list = createFile(checkout.root, path, text) === "created" ? created : kept;
    list.push(path);
  }
  terminal.print(report({ created, kept, answers, folders, existing }));
  return EXIT.pass;
}
function refuseChecklist(root) {
  const checklist = existingChecklist(root);
  if (checklist === null) return;
  throw new UsageError(
    `there is a checklist already, \`${checklist}\``,
    `\`stage-gates import ${checklist}\` has it judged as it is; name gates of your own choice with \`--pack <id>\``
  );
}
async function answersFor(checkout, options, packs, terminal) {
  const branches = checkout.git === null ? [] : await branchNames(checkout.git.git);
  const defaults = {
    branch: likelyBranch(branches),
    services: null,
    pack: packNamed(options.pack ?? (packs.includes(DEFAULT_PACK) ? DEFAULT_PACK : "none"), packs),
    approvers: []
  };
  if (options.yes) return defaults;
  if (!terminal.interactive) {
    throw new UsageError("nobody is here to answer questions", "take the defaults with `--yes`");
  }
  const { ask } = await import("./ask-LGDCBQOM.js");
  return ask(
    defaults,
    packs,
    (id) => summaryOfPack(id, openPacks()).description.split(/(?<=\.) /)[0] ?? ""
  );
}
function packNamed(id, packs) {
  if (id === "none") return null;
  if (!packs.includes(id)) throw unknownName("pack", id, [...packs, "none"]);
  return id;
}
async function serviceFolders(checkout, glob) {
  if (glob === null) return [""];
  const request = { kind: "folders", glob, revision: "evidence" };
  const [fact] = await checkoutSource(checkout).read([request]);
  return fact?.state === "known" ? fact.value : [];
}
function packOf({ packs }, wanted, known) {
  if (wanted !== null && packs.includes(wanted)) return wanted;
  return packs.find((id) => known.includes(id)) ?? null;
}
function report({ created, kept, answers, folders, existing }) {
  const list = (title, paths) => paths.length === 0 ? [] : [title, ...paths.map((path) => `  ${path}`), ""];
  const none = folders.length === 0 ? [`No folder matches ${answers.services} yet.`, ""] : [];
  return [
    ...list("Created", created),
    ...list("Left alone, as it was there already", kept),
    ...none,
    "Next",
    "  1. stage-gates check --local     what is missing, at which line",
    "  2. stage-gates explain           what each gate asks for, and why",
    "  3. Fill in `uses:` of .github/workflows/stage-gates.yml; merge policy and workflow first.",
    `  4. stage-gates protect           requires \`stage-gates / ${STAGE}\` for \`${answers.branch}\``,
    "  5. stage-gates doctor            whether that branch is really protected",
    "",
    ...existing === null ? [gatesOf(answers)] : [],
    existing === null || existing.isAdvisory ? "The policy is advisory: it blocks nothing until its `mode` is `enforce`." : "The policy that was there is not advisory: its gates block.",
    ""
  ].join("\n");
}
function gatesOf({ pack }) {
  return pack === null ? "The gates are a few to start from, for any service; `stage-gates packs` lists others." : `The gates are those of the pack \`${pack}\`, a whole playbook: often over a hundred steps.
To start with about ten instead, remove what was created and run \`stage-gates init --pack none\`.`;
}
export {
  init
};
