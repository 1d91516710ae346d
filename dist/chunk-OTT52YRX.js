import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  wrapText
} from "./chunk-QSZG2IW5.js";

// src/render/terminal-text.ts
var WORDS = {
  fail: "FAIL",
  error: "ERROR",
  wait: "WAIT",
  open: "OPEN",
  conditional: "COND",
  warn: "WARN",
  pass: "PASS",
  none: "N/A"
};
var INDENT = 6;
function paintWord(standing, look) {
  return look.paint(standing, WORDS[standing].padEnd(INDENT));
}
function paragraph(text, look, { tone, indent = INDENT, hanging = 0 } = {}) {
  return wrapText(text, look.width - indent - hanging).map((line, index) => {
    const before = " ".repeat(indent + (index === 0 ? 0 : hanging));
    return before + (tone === void 0 ? line : look.paint(tone, line));
  });
}
function entry(word, text, look) {
  const [first = "", ...rest] = paragraph(text, look);
  return [`${word}${first.slice(INDENT)}`.trimEnd(), ...rest];
}

export {
  WORDS,
  INDENT,
  paintWord,
  paragraph,
  entry
};
