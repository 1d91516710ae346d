import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  judgeCheckout
} from "./chunk-UT2OHGSJ.js";
import "./chunk-JGIGHPBQ.js";
import {
  MOST_DAYS,
  entriesIn,
  fingerprintOf,
  staleEntries
} from "./chunk-KXWXYZQM.js";
import "./chunk-MOFI6JKW.js";
import "./chunk-PODXRERM.js";
import "./chunk-HAXGSIID.js";
import "./chunk-YACWHGK4.js";
import "./chunk-YX4YN7J3.js";
import "./chunk-I3GTUB5F.js";
import "./chunk-JX7CMHZV.js";
import "./chunk-7AD2QAEU.js";
import "./chunk-ZQEAAXPF.js";
import {
  withProgress
} from "./chunk-Q5Q3HCI7.js";
import "./chunk-WPQ7RJF2.js";
import {
  loadBaseline
} from "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import {
  plainPathIn,
  replaceFile
} from "./chunk-L43QJRTB.js";
import {
  createFile
} from "./chunk-CHUEJL5J.js";
import "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-4EDMUHKC.js";
import {
  BASELINE_PATH
} from "./chunk-H5AMS74M.js";
import {
  EXIT
} from "./chunk-756SLZBU.js";
import {
  isMap,
  isNode,
  isSeq,
  parseDocument,
  plainScalar
} from "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  renderProblems
} from "./chunk-XJ2BGPWV.js";
import {
  counted
} from "./chunk-OBXZQG3I.js";
import "./chunk-UR5HFCGQ.js";
import "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-2I7DLJWO.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import {
  DAY,
  dayOf,
  parseIsoDate,
  startOf
} from "./chunk-2UVS6TJC.js";
import {
  UsageError
} from "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/cli/commands/baseline.ts
import { lstatSync, readFileSync } from "node:fs";
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
    `gate: ${idText(gate)}`,
    `rule: ${idText(rule)}`,
    ...service === null ? [] : [`service: ${JSON.stringify(service)}`],
    `code: ${code}`,
    ...item === null ? [] : [`item: ${JSON.stringify(item)}`]
  ];
  return `{${parts.join(", ")}}`;
}
function idText(id) {
  const isText = /^[a-z]/.test(id) && typeof plainScalar(id) === "string";
  return isText ? id : JSON.stringify(id);
}
function withoutEntries(text, gone) {
  const document = parseDocument(text);
  const findings = isMap(document.contents) ? document.contents.get("findings") : null;
  if (!isSeq(findings)) return text;
  const out = findings.items.filter((item) => {
    const { gate, rule, service, code, item: what } = isMap(item) ? item.toJSON() : {};
    return gone.has(
      fingerprintOf({ gate, rule, service: service ?? null, code, item: what ?? null })
    );
  });
  const cuts = out.map((item) => isMap(item) ? linesOf(item, text) : null);
  if (out.length < findings.items.length && cuts.every((cut) => cut !== null)) {
    return cuts.reduceRight((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text);
  }
  findings.items = findings.items.filter((item) => !out.includes(item));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
function linesOf(entry, text) {
  const last = entry.items.at(-1)?.value;
  const start = entry.range?.[0];
  const end = entry.flow ? entry.range?.[1] : isNode(last) ? last.range?.[1] : void 0;
  if (start === void 0 || end === void 0) return null;
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const rest = /^[ \t]*(?:#.*)?(?:\r?\n|$)/.exec(text.slice(end));
  const isAlone = /^[ \t]*-[ \t]+$/.test(text.slice(first, start));
  return isAlone && rest !== null ? [first, end + rest[0].length] : null;
}

// src/cli/commands/baseline.ts
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
  const path = join(judged.root, BASELINE_PATH);
  const before = readIfThere(judged.root, path);
  if (before === null) return record(options, judged, terminal);
  return shrink({ before, options }, judged, terminal);
}
function readIfThere(root, path) {
  if (lstatSync(path, { throwIfNoEntry: false }) === void 0) return null;
  plainPathIn(root, path);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(
      `\`${BASELINE_PATH}\` cannot be read: ${String(error)}`,
      "let there be a file, or nothing"
    );
  }
}
function record(options, { root, verdict }, terminal) {
  const findings = verdict.gates.flatMap(entriesIn);
  const owner = ownerIn(options.owner);
  const until = untilIn(options.until, options.at ?? Date.now());
  if (findings.length === 0) {
    terminal.print("Nothing blocks that a baseline could cover: none was written.\n");
    return EXIT.pass;
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
${counted(findings.length, "finding")} will warn until ${until}, and ${owner} sees to it. New ones block.
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
  return EXIT.pass;
}
function nameOf({ gate, service }) {
  return service === null ? gate : `${service} \xB7 ${gate}`;
}
function shrink({
  before,
  options: { owner, until }
}, { root, verdict }, terminal) {
  const text = before.toString("utf8");
  const file = { name: BASELINE_PATH, text };
  const { baseline: there, problems } = loadBaseline(file);
  if (there === null) {
    terminal.print(renderProblems(problems, /* @__PURE__ */ new Map([[file.name, text]]), terminal.look.paint));
    return EXIT.noVerdict;
  }
  const today = verdict.gates.flatMap(entriesIn);
  const gone = new Set(
    [...staleEntries(there, verdict.gates), ...there.findings.filter(isOfGoneService(verdict))].map(
      fingerprintOf
    )
  );
  if (gone.size > 0) {
    const path = plainPathIn(root, join(root, BASELINE_PATH));
    replaceFile(root, path, before, withoutEntries(text, gone));
  }
  const left = there.findings.length - gone.size;
  terminal.print(
    gone.size === 0 ? `${BASELINE_PATH} stays as it is: ${stillFound(there, today)}.
` : `Took out of ${BASELINE_PATH} what is no longer found: ${counted(gone.size, "finding")}; left: ${left}.
`
  );
  tellNew(today, there, terminal);
  if (isOther(owner, there.owner) || isOther(until, there.until)) {
    terminal.tell(
      `Its owner stays ${there.owner} and its last day ${there.until}: change them in the file.
`
    );
  }
  return EXIT.pass;
}
function isOther(wanted, there) {
  return wanted !== void 0 && wanted !== there;
}
function isOfGoneService({ services }) {
  return ({ service }) => service !== null && services.length > 0 && !services.includes(service);
}
function stillFound({ findings }, today) {
  const found = new Set(today.map(fingerprintOf));
  const unknown = findings.filter((entry) => !found.has(fingerprintOf(entry))).length;
  const many = counted(findings.length, "finding");
  if (unknown === 0) return `what it lists is still found (${many})`;
  return `nothing of what it lists (${many}) is gone, and ${unknown} could not be judged here`;
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
    owner === void 0 ? "a baseline needs an owner" : `\`${owner}\` is no login`,
    "name who sees to the findings: `--owner @<login>`"
  );
}
function untilIn(until, now) {
  const day = parseIsoDate(until ?? "");
  const help = "give its last day: `--until <YYYY-MM-DD>`";
  if (day === null) {
    throw new UsageError(
      until === void 0 ? "a baseline needs a last day" : `\`${until}\` is no day`,
      help
    );
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
