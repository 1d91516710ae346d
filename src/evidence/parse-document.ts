import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import type { DocumentError, MarkdownDocument } from "../model/document.ts";
import type { FileText } from "../model/fact.ts";
import { readTree } from "./markdown/read-tree.ts";
import { resolveReferences } from "./markdown/resolve-references.ts";

export type ParsedDocument =
  | { readonly state: "parsed"; readonly document: MarkdownDocument }
  | { readonly state: "error"; readonly error: DocumentError };

const LIMIT = 512 * 1024;
const DEEPEST = 100;

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
  const refused = refuse(text);
  if (refused !== null) return { state: "error", error: refused };
  try {
    const tree = fromMarkdown(text, {
      extensions: [gfm(), frontmatter(["yaml"])],
      mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(["yaml"])],
    });
    resolveReferences(tree);
    return { state: "parsed", document: readTree(tree) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      state: "error",
      error: {
        code: "READINESS-UNREADABLE",
        problem: `the document could not be parsed: ${reason}`,
        remedy: "simplify its structure",
        at: { line: 1, column: 1 },
      },
    };
  }
}

function refuse(text: string): DocumentError | null {
  const bytes = Buffer.byteLength(text);
  if (bytes > LIMIT) {
    return {
      code: "READINESS-TOO-LARGE",
      problem: `the document has ${bytes} bytes; ${LIMIT} are the limit`,
      remedy: "split it, or move what is no readiness into other files",
      at: { line: 1, column: 1 },
    };
  }
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const lead = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? "";
    const depth = lead.replace(/\s+/g, (run) => " ".repeat(Math.floor(run.length / 2))).length;
    if (depth > DEEPEST) {
      return {
        code: "READINESS-TOO-DEEP",
        problem: `the line may nest ${depth} levels deep; ${DEEPEST} are the limit`,
        remedy: "nest less",
        at: { line: index + 1, column: 1 },
      };
    }
  }
  return null;
}
