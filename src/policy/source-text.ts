import type { Spot } from "./source-tree.ts";

/** What stands in the file at a spot, on its line. */
export function sourceText({ file, at, length }: Spot): string {
  const text = file.text.startsWith("\uFEFF") ? file.text.slice(1) : file.text;
  const line = text.split("\n", at.line).at(-1) ?? "";
  return line.slice(at.column - 1, at.column - 1 + length).trimEnd();
}
