import type { DocumentError, MarkdownDocument } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";

export type ParsedDocument =
  | { readonly state: "parsed"; readonly document: MarkdownDocument }
  | { readonly state: "error"; readonly error: DocumentError };

/** Parses a markdown file once: the answer is kept beside the `FileText` object. Never throws. */
export function parseDocument(_file: FileText): ParsedDocument {
  throw new Error("not built yet");
}
