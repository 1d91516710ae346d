import type { DocumentError, MarkdownDocument } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";
import { parseWithinLimits } from "./markdown/parse-within-limits.ts";
import { readTree } from "./markdown/read-tree.ts";

export type ParsedDocument =
  | { readonly state: "parsed"; readonly document: MarkdownDocument }
  | { readonly state: "error"; readonly error: DocumentError };

const KEPT = new WeakMap<FileText, ParsedDocument>();

/** Parses a markdown file once: the answer is kept beside the `FileText` object. Never throws. */
export function parseDocument(file: FileText): ParsedDocument {
  const kept = KEPT.get(file);
  if (kept !== undefined) return kept;
  const parsed = parse(file.text);
  KEPT.set(file, parsed);
  return parsed;
}

/** Puts a document that was parsed before beside a file, such as one kept by its blob. */
export function keepParsed(file: FileText, parsed: ParsedDocument): void {
  KEPT.set(file, parsed);
}

function parse(text: string): ParsedDocument {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const parsed = parseWithinLimits(source, (tree) =>
    readTree(tree, source, text.length - source.length),
  );
  return parsed.state === "error" ? parsed : { state: "parsed", document: parsed.value };
}
