import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  outline,
  summaryOf
} from "./chunk-WB55W2T5.js";
import {
  capitalised,
  closed,
  counted
} from "./chunk-B7N2BQNV.js";
import {
  inertCommandData,
  inertCommandProperty,
  inertLine
} from "./chunk-UR5HFCGQ.js";

// src/render/github.ts
var LIMIT = 9;
function renderGithub(verdict) {
  const arranged = outline(verdict);
  const said = arranged.told.flatMap(annotationsOf);
  const told = verdict.mode === "advisory" ? said.map(softened) : said;
  const all = [...problemsOf(verdict), ...told].sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)
  );
  const shown = all.slice(0, LIMIT).map(command);
  const more = all.length - shown.length;
  const rest = more === 0 ? [] : [moreOf(more, verdict)];
  const notes = verdict.notes.map(({ code, message }) => inertLine(`Note ${code}: ${message}`));
  return `${[...shown, ...rest, ...notes, inertLine(summaryOf(verdict, arranged))].join("\n")}
`;
}
var LEVELS = ["error", "warning", "notice"];
var LEVEL_OF = {
  fail: "error",
  error: "error",
  wait: "warning",
  open: "notice",
  conditional: "notice",
  warn: "warning",
  pass: "notice",
  none: "notice"
};
function problemsOf({ problems }) {
  return problems.map(({ code, message, help, at }) => ({
    level: "error",
    at,
    title: `Policy: ${code}`,
    message: sentences(message, help)
  }));
}
function annotationsOf({ gate, findings }) {
  const name = gate.service === null ? gate.title : `${gate.service} \xB7 ${gate.title}`;
  const title = /gate/i.test(gate.title) ? name : `${name} gate`;
  return findings.map(({ finding, standing }) => ({
    level: LEVEL_OF[standing],
    at: finding.at,
    title,
    message: `${sentences(finding.problem, finding.remedy)}${standing === "warn" ? " Does not block." : ""}`
  }));
}
function softened(annotation) {
  return annotation.level === "error" ? { ...annotation, level: "warning" } : annotation;
}
function sentences(problem, remedy) {
  const first = closed(capitalised(problem));
  return remedy === null ? first : `${first} ${closed(capitalised(remedy))}`;
}
function moreOf(count, verdict) {
  const noun = verdict.problems.length > 0 ? "more problem" : "more finding";
  const message = counted(count, noun);
  const title = `stage-gates / ${verdict.stage}`;
  return command({ level: "notice", at: null, title, message: `${message}: see the report.` });
}
function command({ level, at, title, message }) {
  const place = at === null ? [] : [`file=${inertCommandProperty(at.file)}`, `line=${at.line}`, `col=${at.column}`];
  const properties = [...place, `title=${inertCommandProperty(title)}`].join(",");
  return `::${level} ${properties}::${inertCommandData(message)}`;
}

export {
  renderGithub
};
