import type { Insertion } from "./import-plan.ts";

/** Every other byte of the text stays as it is. */
export function insert(text: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { offset, text: added } of insertions.toSorted((a, b) => a.offset - b.offset)) {
    parts.push(text.slice(from, offset), added);
    from = offset;
  }
  return [...parts, text.slice(from)].join("");
}
