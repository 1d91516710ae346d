import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/render/wrap-text.ts
function wrapText(text, width) {
  return withoutOrphan(wrapped(text, width), width);
}
var ORPHAN = 12;
function withoutOrphan(lines, width) {
  const [before, last] = lines.slice(-2);
  if (before === void 0 || last === void 0 || last.includes(" ")) return lines;
  const words = before.split(" ");
  const end = `${words.at(-1)} ${last}`;
  if (widthOf(last) >= ORPHAN || words.length < 3 || widthOf(end) > width) return lines;
  return [...lines.slice(0, -2), words.slice(0, -1).join(" "), end];
}
function wrapped(text, width) {
  const lines = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = widthOf(word);
    if (line !== "" && used + 1 + needed > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    used += needed + (line === "" ? 0 : 1);
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
var WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\u{20000}-\u{3fffd}]/u;
var COMBINING = new RegExp("\\p{M}", "u");
function widthOf(text) {
  let width = 0;
  for (const character of text) {
    if (!COMBINING.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
function padTo(text, width) {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export {
  wrapText,
  widthOf,
  padTo
};
