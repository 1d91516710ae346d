import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  expiryLine
} from "./chunk-AZZNHNJF.js";
import {
  outline,
  stepsByWhom,
  summaryOf
} from "./chunk-EI5M2NBG.js";
import {
  paragraph
} from "./chunk-OTT52YRX.js";
import "./chunk-QSZG2IW5.js";
import {
  judgeCheckout
} from "./chunk-UT2OHGSJ.js";
import "./chunk-JGIGHPBQ.js";
import "./chunk-KXWXYZQM.js";
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
import "./chunk-VOJVDU5I.js";
import "./chunk-53U4FLTU.js";
import "./chunk-5SW2YIMI.js";
import "./chunk-HU7C56Q2.js";
import "./chunk-VZIMIMLZ.js";
import "./chunk-4EDMUHKC.js";
import "./chunk-H5AMS74M.js";
import {
  EXIT,
  exitCodeOf
} from "./chunk-756SLZBU.js";
import "./chunk-PKZ5FII4.js";
import "./chunk-TH4X3JRS.js";
import {
  renderProblems
} from "./chunk-XJ2BGPWV.js";
import {
  capitalised,
  counted
} from "./chunk-OBXZQG3I.js";
import {
  inertLine,
  inertLines
} from "./chunk-UR5HFCGQ.js";
import "./chunk-GW4FBKY7.js";
import "./chunk-V7XYMT6F.js";
import "./chunk-2I7DLJWO.js";
import "./chunk-4T5N5ANP.js";
import "./chunk-OKGOBK43.js";
import {
  DAY,
  dayOf
} from "./chunk-2UVS6TJC.js";
import "./chunk-RINCA6AC.js";
import "./chunk-P6TVZRK3.js";
import "./chunk-JULNA7AP.js";

// src/render/next.ts
var LONGEST_PASTE = 4e3;
function renderNext(verdict, look, since = /* @__PURE__ */ new Map()) {
  const { next: next2, expiry } = verdict;
  const people = stepsByWhom(next2);
  const groups = people.map(([who, count]) => [
    `${look.paint("strong", nameOf(who))}: ${counted(count, "step")}`,
    ...withAges(
      next2.filter((step) => step.who === who),
      since
    ).flatMap(([step, age]) => stepLines(step, age, look))
  ]);
  const ahead = expiry === null ? [] : [expiryLines(expiryLine(expiry), look)];
  const blocks = [...groups, ...ahead].map((lines) => lines.join("\n"));
  const rest = [...warnings(verdict, look), lastLine(verdict, people.length, look)];
  return `${[...blocks, ...rest].join("\n\n")}
`;
}
function warnings({ gates }, look) {
  const count = gates.flatMap(({ rules }) => rules).flatMap(({ findings }) => findings).filter(({ outcome }) => outcome === "warned").length;
  if (count === 0) return [];
  const verb = count === 1 ? "warns and blocks" : "warn and block";
  const text = `${counted(count, "finding")} ${verb} nothing: \`stage-gates check\` shows which`;
  return [look.paint("quiet", text)];
}
function withAges(steps, since) {
  const told = /* @__PURE__ */ new Set();
  return steps.map((step) => {
    const file = step.at?.file ?? "";
    const changed = told.has(file) ? void 0 : since.get(file);
    told.add(file);
    return [step, changed === void 0 ? "" : ` (unchanged since ${dayOf(changed)})`];
  });
}
function expiryLines(line, look) {
  return paragraph(capitalised(line), look, { indent: 0, hanging: 2 });
}
function nameOf(who) {
  return who === null ? "whoever opened the pull request" : inertLine(who, 120);
}
function stepLines(step, age, look) {
  const { problem, paste, at, service, gate, rule } = step;
  const of = [...service === null ? [] : [service], `${gate}/${rule}`].join(" ");
  const place = at === null ? of : `${at.file}:${at.line}`;
  const told = `${inertLine(place, 200)}  ${inertLine(problem)}${age}`;
  return [
    "",
    ...paragraph(told, look, { indent: 2, hanging: 2 }),
    ...paragraph(`fix: ${inertLine(wordsOf(step))}`, look, { indent: 4, hanging: 4 }),
    ...(paste === null ? [] : inertLines(paste, LONGEST_PASTE)).map(
      (line) => `      ${line}`.trimEnd()
    )
  ];
}
function wordsOf({ step, paste }) {
  if (paste === null) return step;
  const span = `\`${paste}\``;
  const words = step.endsWith(span) ? step.slice(0, -span.length) : step.split("\n")[0] ?? step;
  return step.endsWith(span) ? `${words.trimEnd().replace(/:$/, "")}:` : words;
}
function lastLine(verdict, people, look) {
  const { length } = verdict.next;
  if (length === 0) return summaryOf(verdict, outline(verdict));
  const verb = length === 1 ? "remains" : "remain";
  const whom = people === 1 ? "" : `, for ${people} people`;
  return look.paint("strong", `${counted(length, "step")} ${verb}${whom}`);
}

// src/cli/unchanged-since.ts
var LONG = 14 * DAY;
async function unchangedSince(files, source, now) {
  const paths = [...new Set(files)];
  const revision = "evidence";
  const facts = await source.read([
    ...paths.map((path) => ({ kind: "history", path, revision })),
    ...paths.map((path) => ({ kind: "file", path, revision }))
  ]);
  const known = (index) => {
    const fact = facts[index];
    return fact?.state === "known" ? fact.value : null;
  };
  const since = /* @__PURE__ */ new Map();
  for (const [index, path] of paths.entries()) {
    const [newest] = known(index) ?? [];
    const file = known(paths.length + index);
    if (newest === void 0 || !isSame(newest.content, file)) continue;
    if (newest.at + LONG <= now) since.set(path, newest.at);
  }
  return since;
}
function isSame(committed, there) {
  if (committed.state !== "file" || there?.state !== "file") return false;
  return committed.file.blob === there.file.blob;
}

// src/cli/commands/next.ts
async function next(dir, options, terminal) {
  const now = options.at ?? Date.now();
  const { verdict, sources, since } = await withProgress(
    terminal,
    "reading and judging",
    async () => {
      const judged = await judgeCheckout(dir, { ...options, at: now }, terminal.cwd);
      const files = judged.verdict.next.flatMap(({ at }) => at === null ? [] : [at.file]);
      return { ...judged, since: await unchangedSince(files, judged.source, now) };
    }
  );
  if (verdict.problems.length > 0) {
    terminal.tell(renderProblems(verdict.problems, sources, terminal.toldPaint));
    return EXIT.noVerdict;
  }
  terminal.print(renderNext(verdict, terminal.look, since));
  return exitCodeOf(verdict.decision);
}
export {
  next
};
