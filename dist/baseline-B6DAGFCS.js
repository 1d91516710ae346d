import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  entriesIn,
  fingerprintOf,
  judgeCheckout,
  withProgress
} from "./chunk-DBLAZVJN.js";
import "./chunk-H6E2YVLQ.js";
import {
  loadBaseline
} from "./chunk-JS7FLSM4.js";
import "./chunk-RVDEVD3B.js";
import {
  plainPathIn,
  replaceFile
} from "./chunk-7VQIDIZ4.js";
import "./chunk-NB7KAVJC.js";
import {
  BASELINE_PATH
} from "./chunk-PNTW4M3K.js";
import {
  createFile
} from "./chunk-XNFXW5D6.js";
import "./chunk-DVWJM53H.js";
import "./chunk-JFONLSVW.js";
import {
  isMap,
  isSeq,
  parseDocument
} from "./chunk-3Z6PBV7K.js";
import "./chunk-X4Q6VVDJ.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import {
  UsageError
} from "./chunk-BLFBGBXB.js";
import "./chunk-LIALXT4F.js";
import {
  renderProblems
} from "./chunk-APQ7POQI.js";
import "./chunk-OKGOBK43.js";
import {
  DAY,
  dayOf,
  parseIsoDate,
  startOf
} from "./chunk-4CUAYF7T.js";
import {
  counted
} from "./chunk-B7N2BQNV.js";
import "./chunk-UZJ2PFH2.js";
import "./chunk-M3ASEG5F.js";

// src/cli/commands/baseline.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";

// src/cli/baseline-file.ts
var HEAD = `# Findings of the day this began. They warn instead of blocking until the last day below; new ones
# block. The list only gets shorter: \`stage-gates baseline\` takes out what is no longer found.
`;
function baselineText(said) {
  const lines = said.findings.map((entry) => `  - ${flowMap(entry)}
`);
  const list = lines.length === 0 ? "findings: []\n" : `findings:
${lines.join("")}`;
  return `${HEAD}version: 1
owner: "${said.owner}"
until: ${said.until}
${list}`;
}
function flowMap({ gate, rule, service, code, item }) {
  const parts = [
    `gate: ${gate}`,
    `rule: ${rule}`,
    ...service === null ? [] : [`service: ${JSON.stringify(service)}`],
    `code: ${code}`,
    ...item === null ? [] : [`item: ${JSON.stringify(item)}`]
  ];
  return `{${parts.join(", ")}}`;
}
function withoutEntries(text, gone) {
  const document = parseDocument(text);
  const findings = isMap(document.contents) ? document.contents.get("findings") : null;
  if (!isSeq(findings)) return text;
  findings.items = findings.items.filter((item) => {
    const { gate, rule, service, code, item: what } = isMap(item) ? item.toJSON() : {};
    return !gone.has(
      fingerprintOf({ gate, rule, service: service ?? null, code, item: what ?? null })
    );
  });
  return document.toString({ lineWidth: 0 });
}

// src/cli/commands/baseline.ts
var MOST_DAYS = 365;
async function baseline(dir, options, terminal) {
  const judged = await withProgress(
    terminal,
    "reading and judging",
    () => judgeCheckout(
      dir,
      // What needs GitHub cannot be judged here without recorded facts, and is left out.
      { ...options, withoutBaseline: true, ...options.facts === void 0 && { local: true } },
      terminal.cwd
    )
  );
  if (judged.verdict.problems.length > 0) {
    terminal.print(renderProblems(judged.verdict.problems, judged.sources, terminal.look.paint));
    return EXIT.noVerdict;
  }
  const today = judged.verdict.gates.flatMap(entriesIn);
  const path = join(judged.root, BASELINE_PATH);
  const before = readIfThere(path);
  if (before === null) record(today, options, judged, terminal);
  else return shrink(before, today, judged, terminal);
  return EXIT.pass;
}
function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw new UsageError(`\`${BASELINE_PATH}\` cannot be read`, String(error));
  }
}
function record(findings, options, { root, verdict }, terminal) {
  const owner = ownerIn(options.owner);
  const until = untilIn(options.until, options.at ?? Date.now());
  if (findings.length === 0) {
    terminal.print("Nothing blocks that a baseline could cover: none was written.\n");
    return;
  }
  if (createFile(root, BASELINE_PATH, baselineText({ owner, until, findings })) === "exists") {
    throw new UsageError(`\`${BASELINE_PATH}\` is there already`, "run the command again");
  }
  terminal.print(`Created ${BASELINE_PATH}

`);
  for (const gate of new Set(findings.map(nameOf))) {
    const count = findings.filter((entry) => nameOf(entry) === gate).length;
    terminal.print(`  ${gate}: ${counted(count, "finding")}
`);
  }
  terminal.print(
    `
${counted(findings.length, "finding")} will warn until ${until}; ${owner} sees to them. New ones block.
`
  );
  const errored = verdict.gates.flatMap(
    ({ rules }) => rules.flatMap((rule) => rule.findings.filter(({ outcome }) => outcome === "errored"))
  );
  if (errored.length > 0) {
    terminal.tell(
      `${counted(errored.length, "finding")} could not be judged and are not in it: they go on blocking.
`
    );
  }
  terminal.tell(
    "Merge it into the default branch: it counts from there, never from a pull request.\n"
  );
}
function nameOf({ gate, service }) {
  return service === null ? gate : `${service} \xB7 ${gate}`;
}
function shrink(before, today, { root }, terminal) {
  const text = before.toString("utf8");
  const file = { name: BASELINE_PATH, text };
  const { baseline: there, problems } = loadBaseline(file);
  if (there === null) {
    terminal.print(renderProblems(problems, /* @__PURE__ */ new Map([[file.name, text]]), terminal.look.paint));
    return EXIT.noVerdict;
  }
  const found = new Set(today.map(fingerprintOf));
  const gone = new Set(there.findings.map(fingerprintOf).filter((key) => !found.has(key)));
  if (gone.size > 0) {
    const path = plainPathIn(root, join(root, BASELINE_PATH));
    replaceFile(root, path, before, withoutEntries(text, gone));
  }
  const left = there.findings.length - gone.size;
  terminal.print(
    gone.size === 0 ? `${BASELINE_PATH} stays as it is: all of its ${counted(left, "finding")} are still found.
` : `Took ${counted(gone.size, "finding")} out of ${BASELINE_PATH} that are no longer found; ${left} are left.
`
  );
  tellNew(today, there, terminal);
  return EXIT.pass;
}
function tellNew(today, there, terminal) {
  const known = new Set(there.findings.map(fingerprintOf));
  const added = today.filter((entry) => !known.has(fingerprintOf(entry)));
  if (added.length === 0) return;
  const lines = added.map(
    ({ code, item, ...of }) => `  ${nameOf({ ...of, code, item })}/${of.rule}: ${code}${item === null ? "" : ` of \`${item}\``}`
  );
  terminal.tell(
    `Not taken up, because new, and so blocking (${added.length}):
${lines.join("\n")}
A baseline only gets shorter. Mend them, or delete the file and record a new one.
`
  );
}
function ownerIn(owner) {
  if (owner !== void 0 && /^@[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(owner)) return owner;
  throw new UsageError(
    owner === void 0 ? "a baseline has an owner" : `\`${owner}\` is no login`,
    "name who sees to the findings: `--owner @<login>`"
  );
}
function untilIn(until, now) {
  const day = parseIsoDate(until ?? "");
  const help = "give its last day: `--until <YYYY-MM-DD>`";
  if (day === null) {
    throw new UsageError(until === void 0 ? "a baseline ends" : `\`${until}\` is no day`, help);
  }
  if (day < dayOf(now)) throw new UsageError(`\`${day}\` is over`, help);
  const last = dayOf(startOf(dayOf(now)) + MOST_DAYS * DAY);
  if (day <= last) return day;
  throw new UsageError(
    `\`${day}\` is more than ${MOST_DAYS} days ahead`,
    `the last day there can be is ${last}`
  );
}
export {
  baseline
};
