import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  counted
} from "./chunk-OBXZQG3I.js";
import {
  inertLine,
  inertLines
} from "./chunk-UR5HFCGQ.js";

// src/text/code-frame.ts
var WIDEST = 120;
var UNSAFE = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g
);
function codeFrame(source, point, length) {
  const line = (lineOf(source, point.line) ?? "").replaceAll("	", " ").replaceAll(UNSAFE, "\uFFFD");
  const start = Math.min(Math.max(point.column - 1, 0), line.length);
  const cut = start > WIDEST - 40 ? start - 40 : 0;
  const shown = `${cut > 0 ? "..." : ""}${line.slice(cut, cut + WIDEST)}`;
  const more = line.length > cut + WIDEST ? "..." : "";
  const before = start - cut + (cut > 0 ? 3 : 0);
  const carets = Math.max(1, Math.min(length, shown.length - before));
  const number = String(point.line).padStart(2);
  const gutter = " ".repeat(number.length);
  return [
    `${gutter} |`,
    `${number} | ${shown}${more}`.trimEnd(),
    `${gutter} | ${" ".repeat(before)}${"^".repeat(carets)}`
  ].join("\n");
}
function lineOf(source, wanted) {
  const lineEnd = /\r\n|\n|\r/g;
  let start = source.startsWith("\uFEFF") ? 1 : 0;
  for (let line = 1; line < wanted; line += 1) {
    lineEnd.lastIndex = start;
    if (!lineEnd.test(source)) return null;
    start = lineEnd.lastIndex;
  }
  lineEnd.lastIndex = start;
  return source.slice(start, lineEnd.exec(source)?.index);
}

// src/render/problems.ts
var SHOWN = 50;
function renderProblems(problems, sources, paint) {
  return `${[...framesOf(problems, sources, paint), lastLine(problems)].join("\n\n")}
`;
}
function renderRefusal(problems, sources, paint) {
  const last = `${errorsIn(problems)}. Nothing was imported.`;
  return `${[...framesOf(problems, sources, paint), last].join("\n\n")}
`;
}
function lastLine(problems) {
  return `${errorsIn(problems)}. Nothing was evaluated.`;
}
function framesOf(problems, sources, paint) {
  const frames = problems.slice(0, SHOWN).map((problem) => frameOf(problem, sources, paint));
  const more = problems.length - frames.length;
  const rest = more === 0 ? [] : [`${counted(more, "more error")}: --format json lists all`];
  return [...frames, ...rest];
}
function errorsIn(problems) {
  const byFile = /* @__PURE__ */ new Map();
  for (const { at } of problems) byFile.set(at.file, (byFile.get(at.file) ?? 0) + 1);
  const parts = [...byFile].map(
    ([file, count]) => `${counted(count, "error")} in ${inertLine(file)}`
  );
  return parts.join(", ");
}
function renderNotes(notes) {
  const told = notes.flatMap(({ message, at, help }) => [
    `note: ${inertLine(message)}`,
    `  --> ${placeText(at)}`,
    ...help === null ? [] : remark("help", help)
  ]);
  return told.map((line) => `${line}
`).join("");
}
function frameOf(problem, sources, paint) {
  const { code, message, at, help, related } = problem;
  const source = sources.get(at.file);
  const frame = source === void 0 ? [] : [codeFrame(source, at, problem.length ?? 1)];
  return [
    `${paint("fail", `error[${inertLine(code)}]`)}: ${paint("strong", inertLine(message))}`,
    `  --> ${placeText(at)}`,
    ...frame,
    ...help === null ? [] : remark("help", help),
    ...related === void 0 ? [] : remark("note", related.message)
  ].join("\n");
}
function remark(kind, text) {
  const [first = "", ...rest] = inertLines(text);
  return [`   = ${kind}: ${first}`, ...rest.map((line) => `${" ".repeat(11)}${line}`.trimEnd())];
}
function placeText({ file, line, column }) {
  return `${inertLine(file)}:${line}:${column}`;
}

export {
  renderProblems,
  renderRefusal,
  lastLine,
  renderNotes
};
