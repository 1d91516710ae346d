import type { DocumentError, MarkdownDocument } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";
import { findExcess, tooDeep } from "./markdown/limits.ts";
import { readTree } from "./markdown/read-tree.ts";
import { parseSyntaxTree } from "./markdown/syntax-tree.ts";
import { TooDeepError } from "./markdown/too-deep-error.ts";

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
  const excess = findExcess(source);
  if (excess !== null) return { state: "error", error: excess };
  try {
    const tree = parseSyntaxTree(source);
    return { state: "parsed", document: readTree(tree, source, text.length - source.length) };
  } catch (error) {
    return { state: "error", error: errorOf(error) };
  }
}

function errorOf(error: unknown): DocumentError {
  if (error instanceof TooDeepError) return tooDeep(error.at, error.message);
  const at = { line: 1, column: 1 };
  // The stack overflows in the parser on inline content that nests some thousand levels deep.
  if (error instanceof RangeError) return tooDeep(at, "its emphasis and links nest too deep");
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "READINESS-UNREADABLE",
    problem: `the document could not be parsed: ${reason}`,
    remedy:
      "report it as a defect of stage-gates with the document; until then write it more simply",
    at,
  };
}
