import type { DocumentError } from "../../model/document.ts";
import type { Point } from "../../model/place.ts";
import { BlockCost } from "./block-cost.ts";
import { leadOf } from "./line-lead.ts";

const MOST_BYTES = 512 * 1024;
const DEEPEST = 100;

/** Some ten seconds of the parser; see `BlockCost`. */
const MOST_STEPS = 40_000_000;

/** Some seconds of the parser: the bare addresses of one word look for their end over and over. */
const MOST_ADDRESS_STEPS = 30_000_000;

const LINE_END = /\r\n|\n|\r/;

/**
 * Why a text is not to be given to the parser, found in linear time: the parser's own grows faster
 * than the text, and it overflows on deep nesting.
 */
export function findExcess(source: string): DocumentError | null {
  const bytes = Buffer.byteLength(source);
  if (bytes > MOST_BYTES) {
    return {
      code: "READINESS-TOO-LARGE",
      problem: `the document has ${bytes} bytes; the limit is ${MOST_BYTES}`,
      remedy: "split it, or move what is not about readiness into other files",
      at: { line: 1, column: 1 },
    };
  }
  return findDepth(source);
}

function findDepth(source: string): DocumentError | null {
  const cost = new BlockCost();
  let deepest = 0;
  let addressSteps = 0;
  for (const [index, line] of source.split(LINE_END).entries()) {
    const at = { line: index + 1, column: 1 };
    const { markers, indent } = leadOf(line);
    // Indentation continues lists that are open, two columns each at least; it opens none.
    const depth = markers + Math.min(deepest, Math.floor(indent / 2));
    if (depth > DEEPEST) {
      return tooDeep(at, `the line may nest ${depth} levels deep; the limit is ${DEEPEST}`);
    }
    if (markers > 0) deepest = Math.max(deepest, depth);
    cost.add(line);
    if (cost.steps > MOST_STEPS) {
      return tooDeep(at, "up to this line it opens and closes too many lists, quotes and headings");
    }
    addressSteps += addressCost(line);
    if (addressSteps > MOST_ADDRESS_STEPS) {
      return tooDeep(at, "the line holds an address that is too long to be one");
    }
  }
  return null;
}

export function tooDeep(at: Point, problem: string): DocumentError {
  return {
    code: "READINESS-TOO-DEEP",
    problem,
    remedy: "nest less, or split the document",
    at,
  };
}

const ADDRESS = /www\.|:\/\//i;
const SHORT = 500;

/** Each mark that may end an address sends the parser to the end of the word and back. */
function addressCost(line: string): number {
  if (line.length < SHORT || !ADDRESS.test(line)) return 0;
  let cost = 0;
  for (const word of line.split(/[\s<]+/)) {
    if (word.length < SHORT || !ADDRESS.test(word)) continue;
    let marks = 0;
    for (const character of word) if ("!\"'),.:;?_*~]&/".includes(character)) marks += 1;
    cost += marks * word.length;
  }
  return cost;
}
