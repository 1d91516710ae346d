import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  readTemplate
} from "./chunk-RWU6JNUP.js";
import {
  listServices
} from "./chunk-HAXGSIID.js";
import {
  openPolicy
} from "./chunk-YACWHGK4.js";
import "./chunk-YX4YN7J3.js";
import "./chunk-I3GTUB5F.js";
import {
  checkoutSource
} from "./chunk-JX7CMHZV.js";
import "./chunk-7AD2QAEU.js";
import {
  foldersAbove
} from "./chunk-ZQEAAXPF.js";
import "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import {
  createFile,
  pathBelow
} from "./chunk-CHUEJL5J.js";
import {
  globMatcher
} from "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import {
  openCheckout
} from "./chunk-4EDMUHKC.js";
import "./chunk-H5AMS74M.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  openPacks
} from "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import {
  dayOf
} from "./chunk-2UVS6TJC.js";
import {
  UsageError,
  unknownName
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/commands/scaffold.ts
import { basename, resolve } from "node:path";

// src/cli/service-around.ts
async function serviceAround(checkout, cwd) {
  const below = pathBelow(checkout.root, cwd);
  if (below === null || below === "") return null;
  const options = { policy: null, organization: null, cwd };
  const opened = await openPolicy(checkout, checkoutSource(checkout), options);
  if (opened.state === "invalid") return null;
  const { policy } = opened;
  const around = [...foldersAbove(below), below];
  const folders = around.filter(globMatcher(policy.services?.from ?? []));
  const services = listServices(policy, folders).filter(({ path }) => around.includes(path));
  return services.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}

// src/cli/commands/scaffold.ts
var KINDS = ["runbook", "readiness", "decision", "waiver"];
async function scaffold(kind, name, options, terminal) {
  const asked = { kind: kindOf(kind), name: plainName(name) };
  if (options.to === "-") {
    terminal.print(draftOf(asked, null, options).text);
    return EXIT.pass;
  }
  const checkout = await openCheckout(terminal.cwd, { base: null });
  const { root } = checkout;
  const isOfService = asked.kind === "runbook" || asked.kind === "readiness";
  const service = isOfService && options.to === void 0 ? await serviceAround(checkout, terminal.cwd) : null;
  const draft = draftOf(asked, service, options);
  const path = options.to === void 0 ? draft.path : pathIn(root, resolve(terminal.cwd, options.to));
  if (createFile(root, path, draft.text) === "exists") {
    if (draft.entry !== void 0) {
      terminal.print(draft.entry);
      terminal.tell(`\`${path}\` is there already: add this entry to it. ${draft.remark}
`);
      return EXIT.pass;
    }
    throw new UsageError(
      `\`${path}\` is there already, and nothing is ever overwritten`,
      "give another file with `--to <file>`, or print it with `--to -`"
    );
  }
  terminal.print(`Created ${path}
`);
  terminal.tell(`${draft.remark}
`);
  return EXIT.pass;
}
function plainName(name) {
  if (name === void 0 || /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(name)) return name;
  throw new UsageError(
    `\`${name}\` is no name`,
    "use letters, digits, spaces, `.`, `-`, `_` and `/`, beginning with a letter or digit"
  );
}
function kindOf(kind) {
  const found = KINDS.find((known) => known === kind);
  if (found === void 0) throw unknownName("template", kind, KINDS);
  return found;
}
function pathIn(root, target) {
  const path = pathBelow(root, target);
  if (path !== null && path !== "") return path;
  throw new UsageError(
    `\`${target}\` is not a file of the repository in \`${root}\``,
    "name a path below that folder"
  );
}
function draftOf({ kind, name }, service, { pack, at }) {
  if (pack !== void 0 && kind !== "readiness") {
    throw new UsageError("only `scaffold readiness` takes a pack");
  }
  switch (kind) {
    case "runbook": {
      const path = name === void 0 ? "docs/runbook.md" : `docs/runbooks/${fileName(name)}.md`;
      return {
        path: service === null ? path : `${service.path}/${path}`,
        text: named(readTemplate("runbook.md"), name ?? service?.id ?? void 0),
        remark: "Replace every `<\u2026>` and YYYY-MM-DD: as it is, it passes no gate."
      };
    }
    case "readiness": {
      const own = name === void 0 ? service : null;
      const folder = name === void 0 ? "" : `${name.replace(/\/+$/, "")}/`;
      const called = name === void 0 ? own?.id : basename(name);
      return {
        path: own?.readiness[0] ?? `${folder}READINESS.md`,
        text: named(readinessOf(pack), called ?? void 0),
        remark: "Replace every `<\u2026>`, tick what is true, then run `stage-gates check --local`."
      };
    }
    case "decision":
      return {
        path: `decisions/${dayOf(at ?? Date.now())}-${fileName(name ?? "decision")}.md`,
        text: named(readTemplate("decision.md"), name),
        remark: "Replace every `<\u2026>` and YYYY-MM-DD. Records are never edited later: write a new one."
      };
    case "waiver": {
      const entry = waiverEntry(name);
      return {
        path: ".github/stage-gates/waivers.yml",
        text: `${readTemplate("waivers.yml")}
${entry}`,
        entry,
        remark: "It waives nothing before an approver has approved and merged it."
      };
    }
  }
}
function readinessOf(pack) {
  if (pack === void 0) return readTemplate("readiness.md");
  const packs = openPacks();
  const text = packs.readiness(pack);
  if (text === null) throw unknownName("pack", pack, packs.ids);
  return text;
}
function waiverEntry(name) {
  const template = readTemplate("waiver.yml");
  if (name === void 0) return template;
  const [gate = "", rule] = name.split("/");
  const withGate = template.replace("<gate>", () => gate);
  if (rule === void 0) return withGate.replace(/^.*<rule>.*\n/m, "");
  return withGate.replace("<rule>", () => rule);
}
function named(template, name) {
  return name === void 0 ? template : template.replaceAll("<\u2026 name>", () => name);
}
function fileName(name) {
  const safe = name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  if (safe === "") throw new UsageError(`\`${name}\` gives no file name`);
  return safe;
}
export {
  scaffold
};
