import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  capitalised,
  closed
} from "./chunk-OBXZQG3I.js";

// src/render/annotations.ts
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
function gravestFirst(all) {
  return all.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}
function ofProblem({ code, message, help, at }) {
  const said = sentences(message, help);
  return { level: "error", at, isGone: false, title: `Policy: ${code}`, message: said };
}
function ofFindings({ mode }, { told }) {
  const all = told.flatMap(ofGate);
  return mode === "advisory" ? all.map(softened) : all;
}
function ofGate({ gate, findings }) {
  const name = gate.service === null ? gate.title : `${gate.service} \xB7 ${gate.title}`;
  const title = /gate/i.test(gate.title) ? name : `${name} gate`;
  return findings.map(({ finding, standing }) => ({
    level: LEVEL_OF[standing],
    at: finding.at,
    isGone: finding.at !== null && finding.at.file === finding.creates,
    title,
    message: `${sentences(finding.problem, finding.remedy)}${standing === "warn" ? " Does not block." : ""}`
  }));
}
function softened(annotation) {
  return annotation.level === "error" ? { ...annotation, level: "warning" } : annotation;
}
function sentences(problem, remedy) {
  const first = closed(capitalised(problem));
  if (remedy === null) return first;
  const fix = capitalised(remedy);
  return `${first} ${/:\n/.test(fix) ? fix : closed(fix)}`;
}

export {
  gravestFirst,
  ofProblem,
  ofFindings
};
