import { parseDocument } from "../../src/evidence/parse-document.ts";
import type { DocumentError, MarkdownDocument } from "../../src/model/document.ts";

/** A document that parses; lines may be given one by one. */
export function parsed(...lines: readonly string[]): MarkdownDocument {
  const result = parseDocument({ text: lines.join("\n"), blob: "" });
  if (result.state === "error") throw new Error(`${result.error.code}: ${result.error.problem}`);
  return result.document;
}

/** The error of a document that must not be parsed. */
export function refused(text: string): DocumentError {
  const result = parseDocument({ text, blob: "" });
  if (result.state === "parsed") throw new Error("it was parsed");
  return result.error;
}

/** `3:5` */
export function spot({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}
