import type { Root } from "mdast";
import type { DocumentError } from "../../model/document.ts";
import { findExcess, tooDeep } from "./limits.ts";
import { parseSyntaxTree } from "./syntax-tree.ts";
import { TooDeepError } from "./too-deep-error.ts";

export type Parsed<T> =
  | { readonly state: "parsed"; readonly value: T }
  | { readonly state: "error"; readonly error: DocumentError };

/** Reads a text from its syntax tree, unless it would take too long. Never throws. */
export function parseWithinLimits<T>(source: string, read: (tree: Root) => T): Parsed<T> {
  const excess = findExcess(source);
  if (excess !== null) return { state: "error", error: excess };
  try {
    return { state: "parsed", value: read(parseSyntaxTree(source)) };
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
