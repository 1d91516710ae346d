import { inertSource } from "./inert-text.ts";
import type { Look } from "./terminal-text.ts";

/** Unchanged lines shown around a change. */
const AROUND = 3;

interface Lines {
  readonly path: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A unified diff of two texts with the same number of lines; empty where they are the same. */
export function renderEdits(path: string, before: string, after: string, look: Look): string {
  const lines = { path, before: linesOf(before), after: linesOf(after) };
  const hunks = hunksOf(lines).map(([from, to]) => hunk(lines, from, to, look));
  return hunks.length === 0 ? "" : [header(`a/${path}`, path, look), ...hunks].join("");
}

/** The same for a file that is not there yet. */
export function renderNewFile(path: string, text: string, look: Look): string {
  const lines = linesOf(text);
  const added = lines.map((line) => shown("added", `+${line}`, look));
  return `${header("/dev/null", path, look)}${frame(`@@ -0,0 +1,${lines.length} @@`, look)}${added.join("")}`;
}

/**
 * The same for two short texts of any number of lines, all of it in one hunk: time and room grow
 * with the product of their lines.
 */
export function renderChange(path: string, before: string, after: string, look: Look): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const range = `@@ -1,${old.length} +1,${now.length} @@`;
  const lines = alignment(old, now).map(([kind, line]) =>
    kind === "kept" ? `${inertSource(` ${line}`)}\n` : shown(kind, `${SIGN[kind]}${line}`, look),
  );
  return `${header(`a/${path}`, path, look)}${frame(range, look)}${lines.join("")}`;
}

const SIGN = { removed: "-", added: "+" } as const;

type Aligned = readonly ["kept" | "removed" | "added", string];

/** Keeps as many lines as can be; what is removed stands before what is added. */
function alignment(old: readonly string[], now: readonly string[]): readonly Aligned[] {
  const kept = old.map(() => new Array<number>(now.length + 1).fill(0));
  kept.push(new Array<number>(now.length + 1).fill(0));
  const most = (i: number, j: number) => kept[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = kept[i] ?? [];
      row[j] =
        old[i] === now[j] ? most(i + 1, j + 1) + 1 : Math.max(most(i + 1, j), most(i, j + 1));
    }
  }
  const lines: Aligned[] = [];
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

function header(from: string, path: string, { paint }: Look): string {
  return `${paint("strong", `--- ${inertSource(from)}`)}\n${paint("strong", `+++ b/${inertSource(path)}`)}\n`;
}

/** Ranges of lines, each with what is around the changes in it. */
function hunksOf({ before, after }: Lines): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const [index, line] of before.entries()) {
    if (line === after[index]) continue;
    const [from, to] = [Math.max(0, index - AROUND), Math.min(before.length, index + AROUND + 1)];
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}

function hunk({ before, after }: Lines, from: number, to: number, look: Look): string {
  const lines: string[] = [];
  const added: string[] = [];
  const flush = () => lines.push(...added.splice(0));
  for (let index = from; index < to; index += 1) {
    const [old = "", now = ""] = [before[index], after[index]];
    if (old === now) {
      flush();
      lines.push(`${inertSource(` ${old}`)}\n`);
      continue;
    }
    lines.push(shown("removed", `-${old}`, look));
    added.push(shown("added", `+${now}`, look));
  }
  flush();
  const range = `${from + 1},${to - from}`;
  return frame(`@@ -${range} +${range} @@`, look) + lines.join("");
}

function frame(text: string, { paint }: Look): string {
  return `${paint("open", text)}\n`;
}

function shown(tone: "added" | "removed", line: string, { paint }: Look): string {
  return `${paint(tone, inertSource(line))}\n`;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
