import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  inertSource
} from "./chunk-UR5HFCGQ.js";

// src/render/diff.ts
var AROUND = 3;
function renderEdits(path, before, after, look) {
  const lines = { path, before: linesOf(before), after: linesOf(after) };
  const hunks = hunksOf(lines).map(([from, to]) => hunk(lines, from, to, look));
  return hunks.length === 0 ? "" : [header(`a/${path}`, path, look), ...hunks].join("");
}
function renderNewFile(path, text, look) {
  const lines = linesOf(text);
  const added = lines.map((line) => shown("added", `+${line}`, look));
  return `${header("/dev/null", path, look)}${frame(`@@ -0,0 +1,${lines.length} @@`, look)}${added.join("")}`;
}
function renderChange(path, before, after, look) {
  const [old, now] = [linesOf(before), linesOf(after)];
  const range = `@@ -1,${old.length} +1,${now.length} @@`;
  const lines = alignment(old, now).map(
    ([kind, line]) => kind === "kept" ? `${inertSource(` ${line}`)}
` : shown(kind, `${SIGN[kind]}${line}`, look)
  );
  return `${header(`a/${path}`, path, look)}${frame(range, look)}${lines.join("")}`;
}
var SIGN = { removed: "-", added: "+" };
function alignment(old, now) {
  const kept = old.map(() => new Array(now.length + 1).fill(0));
  kept.push(new Array(now.length + 1).fill(0));
  const most = (i2, j2) => kept[i2]?.[j2] ?? 0;
  for (let i2 = old.length - 1; i2 >= 0; i2 -= 1) {
    for (let j2 = now.length - 1; j2 >= 0; j2 -= 1) {
      const row = kept[i2] ?? [];
      row[j2] = old[i2] === now[j2] ? most(i2 + 1, j2 + 1) + 1 : Math.max(most(i2 + 1, j2), most(i2, j2 + 1));
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push(["kept", old[i] ?? ""]);
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || most(i + 1, j) >= most(i, j + 1))) {
      lines.push(["removed", old[i] ?? ""]);
      i += 1;
    } else {
      lines.push(["added", now[j] ?? ""]);
      j += 1;
    }
  }
  return lines;
}
function header(from, path, { paint }) {
  return `${paint("strong", `--- ${inertSource(from)}`)}
${paint("strong", `+++ b/${inertSource(path)}`)}
`;
}
function hunksOf({ before, after }) {
  const ranges = [];
  for (const [index, line] of before.entries()) {
    if (line === after[index]) continue;
    const [from, to] = [Math.max(0, index - AROUND), Math.min(before.length, index + AROUND + 1)];
    const last = ranges.at(-1);
    if (last !== void 0 && from <= last[1]) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}
function hunk({ before, after }, from, to, look) {
  const lines = [];
  const added = [];
  const flush = () => lines.push(...added.splice(0));
  for (let index = from; index < to; index += 1) {
    const [old = "", now = ""] = [before[index], after[index]];
    if (old === now) {
      flush();
      lines.push(`${inertSource(` ${old}`)}
`);
      continue;
    }
    lines.push(shown("removed", `-${old}`, look));
    added.push(shown("added", `+${now}`, look));
  }
  flush();
  const range = `${from + 1},${to - from}`;
  return frame(`@@ -${range} +${range} @@`, look) + lines.join("");
}
function frame(text, { paint }) {
  return `${paint("open", text)}
`;
}
function shown(tone, line, { paint }) {
  return `${paint(tone, inertSource(line))}
`;
}
function linesOf(text) {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

export {
  renderEdits,
  renderNewFile,
  renderChange
};
