import type { YAMLError } from "yaml";
import type { Point } from "../../model/place.ts";
import type { YamlProblem } from "../yaml-tree.ts";

/** Errors after which the parser still knows what stands where. */
export function isRecoverable(error: YAMLError): boolean {
  return error.code === "BAD_SCALAR_START";
}

/** The library's error in our words, where ours are kinder. */
export function syntaxProblem(
  error: YAMLError,
  text: string,
  pointAt: (offset: number) => Point,
): YamlProblem {
  const [start, end] = error.pos;
  const told = tell(error, text.slice(start));
  return {
    code: "yaml-syntax",
    message: told.message,
    at: pointAt(start),
    length: told.length ?? Math.max(1, end - start),
    help: told.help ?? null,
    related: null,
  };
}

interface Told {
  readonly message: string;
  readonly length?: number;
  readonly help?: string;
}

function tell(error: YAMLError, rest: string): Told {
  switch (error.code) {
    case "BAD_SCALAR_START": {
      const word = /^[^\s,[\]{}]*/.exec(rest)?.[0] || rest.slice(0, 1);
      return {
        message: `a value cannot begin with \`${rest.slice(0, 1)}\` unless it is in quotes`,
        length: word.length,
        help: `write \`"${word}"\``,
      };
    }
    case "TAB_AS_INDENT":
      return { message: "a tab is used as indentation", help: "indent with spaces" };
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        message: "a map cannot begin here, behind its key",
        help: "put a value that holds `: ` in quotes; keys on the next lines are indented alike",
      };
    case "MULTILINE_IMPLICIT_KEY":
      return { message: "a key must be on one line", help: "is a `:` missing on this line?" };
    case "BAD_DQ_ESCAPE":
      return {
        message: "this `\\` begins no escape that YAML knows",
        help: 'use single quotes, or write `\\\\` for a backslash within `"…"`',
      };
    default:
      return other(error);
  }
}

function other(error: YAMLError): Told {
  const said = error.message;
  if (said.startsWith("Missing closing")) return { message: "the closing quote is missing" };
  const flow = /^Flow (sequence|map) (?:must end|in block)/.exec(said);
  if (flow !== null) {
    const [open, close] = flow[1] === "map" ? ["{", "}"] : ["[", "]"];
    return {
      message: `what was opened with \`${open}\` is not closed with \`${close}\``,
      help: `is a \`${close}\` missing?`,
    };
  }
  if (said.startsWith("All mapping items") || said.startsWith("All sequence items")) {
    return { message: "indented differently from what stands beside it" };
  }
  if (said.startsWith("Comments must be")) {
    return { message: "`#` is neither a comment nor in quotes", help: "put the text in quotes" };
  }
  if (said.startsWith("Implicit map keys need")) {
    return { message: "this is neither a key with its `:` nor a part of the value before it" };
  }
  return { message: `no valid YAML: ${said.slice(0, 1).toLowerCase()}${said.slice(1, 200)}` };
}
