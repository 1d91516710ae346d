import type { SourceFile, Spot } from "./source-tree.ts";

const linesOf = new WeakMap<SourceFile, readonly string[]>();

/** What stands in the file at a spot, on its line. */
export function sourceText({ file, at, length }: Spot): string {
  const lines = linesOf.get(file) ?? file.text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  linesOf.set(file, lines);
  const line = lines[at.line - 1] ?? "";
  return line.slice(at.column - 1, at.column - 1 + length).trimEnd();
}
