import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/render/inert-text.ts
var UNSEEN = /[\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu;
var HALF = new RegExp("\\p{Cs}", "gu");
var LINE_BREAK = /\r\n|[\r\n\u0085\u2028\u2029]/u;
var SPACE = /[\p{Z}\t\n\v\f\r\u0085]+/gu;
var LIMIT = 600;
function inertLine(text, limit = LIMIT) {
  const clean = text.replace(SPACE, " ").replace(UNSEEN, "").replace(HALF, "\uFFFD").trim();
  return disarm(cut(clean, limit));
}
function inertLines(text, limit = LIMIT) {
  const lines = cut(text, limit).split(LINE_BREAK);
  return lines.map((line) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    return `${indent}${inertLine(line, limit)}`.trimEnd();
  });
}
function inertSource(line) {
  const seen = line.replace(UNSEEN, keepTab).replace(/[\p{Zl}\p{Zp}]/gu, " ");
  const whole = seen.replace(HALF, "\uFFFD");
  return whole.replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "# #[");
}
function keepTab(character) {
  return character === "	" ? character : "";
}
function disarm(line) {
  return line.replace(/(^|\s):(?=:)/g, "$1: ").replaceAll("##[", "# #[");
}
function cut(text, limit) {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
  return `${text.slice(0, end).trimEnd()}\u2026`;
}
function inertCommandData(text) {
  const lines = inertLines(text, 2 * LIMIT).join("\n");
  return lines.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function inertCommandProperty(text) {
  return inertCommandData(inertLine(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
function inertJson(json) {
  return json.replace(UNSEEN, (character) => {
    if (character === "\n") return character;
    return Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`
    ).join("");
  });
}

export {
  inertLine,
  inertLines,
  inertSource,
  inertCommandData,
  inertCommandProperty,
  inertJson
};
