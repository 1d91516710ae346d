import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  gravestFirst,
  ofFindings,
  ofProblem
} from "./chunk-MGRBYFJD.js";
import {
  contextOf
} from "./chunk-YWFD4VWM.js";
import {
  outline,
  summaryOf
} from "./chunk-EI5M2NBG.js";
import {
  counted
} from "./chunk-OBXZQG3I.js";
import {
  inertCommandData,
  inertCommandProperty,
  inertLine
} from "./chunk-UR5HFCGQ.js";

// src/render/github.ts
var LIMIT = 9;
function renderGithub(verdict) {
  const arranged = outline(verdict);
  const all = gravestFirst([...verdict.problems.map(ofProblem), ...ofFindings(verdict, arranged)]);
  const shown = all.slice(0, LIMIT).map(command);
  const more = all.length - shown.length;
  const rest = more === 0 ? [] : [moreOf(more, verdict)];
  const notes = verdict.notes.map(({ code, message }) => inertLine(`Note ${code}: ${message}`));
  return `${[...shown, ...rest, ...notes, inertLine(summaryOf(verdict, arranged))].join("\n")}
`;
}
function moreOf(count, verdict) {
  const noun = verdict.problems.length > 0 ? "more problem" : "more finding";
  const message = counted(count, noun);
  const title = contextOf(verdict.stage);
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
