import type { Options } from "mdast-util-from-markdown";
import { TooDeepError } from "./too-deep-error.ts";

type Extension = Exclude<NonNullable<Options["extensions"]>[number], readonly unknown[]>;
type Construct = Extract<
  NonNullable<NonNullable<Extension["text"]>[string]>,
  { tokenize: unknown }
>;
type Context = ThisParameterType<Construct["tokenize"]>;

/**
 * Steps a document's inline content may cost, each some 50 nanoseconds. A document of 512 KiB that
 * people wrote takes a twentieth of it.
 */
const STEPS = 30_000_000;

const ASTERISK = 42;
const UNDERSCORE = 95;
const TILDE = 126;
const BRACKET = 93;
const PARENTHESIS = 40;
const ANGLE = 60;
const EXCLAMATION = 33;
const QUESTION = 63;
const BACKTICK = 96;

/**
 * The parser's time for one paragraph grows with the square of its brackets, asterisks and unclosed
 * comments: 32 KiB of `a*` take 8 seconds. This extension recognises nothing; it is asked wherever
 * such work is about to be done, or was done in vain, counts it and breaks off.
 */
export function inlineLimit(source: string): Extension {
  const inVain = 4 * longestStretch(source);
  let left = STEPS;

  function spend(context: Context, steps: number): void {
    left -= steps;
    if (left >= 0) return;
    const { line, column } = context.now();
    throw new TooDeepError(
      { line, column },
      "it holds too many unmatched brackets, asterisks or tags",
    );
  }

  /** Closing marks look back over everything before them in the paragraph. */
  const lookingBack: Construct = {
    tokenize(_effects, _ok, nok) {
      return (code) => {
        spend(this, this.events.length);
        return nok(code);
      };
    },
  };

  /** What opens and is never closed was looked for until the end of the paragraph. */
  function soughtInVain(next: readonly number[]): Construct {
    return {
      add: "after",
      tokenize(effects, _ok, nok) {
        return (code) => {
          effects.enter("data");
          effects.consume(code);
          effects.exit("data");
          return (following) => {
            if (following !== null && next.includes(following)) spend(this, inVain);
            return nok(following);
          };
        };
      },
    };
  }

  const codeInVain: Construct = {
    add: "after",
    // As the parser's own construct has it: a run of backticks is tried once, at its first.
    previous(code) {
      return code !== BACKTICK || this.events.at(-1)?.[1].type === "characterEscape";
    },
    tokenize(_effects, _ok, nok) {
      return (code) => {
        spend(this, inVain);
        return nok(code);
      };
    },
  };

  return {
    text: {
      [ASTERISK]: lookingBack,
      [UNDERSCORE]: lookingBack,
      [TILDE]: lookingBack,
      [BRACKET]: [lookingBack, soughtInVain([PARENTHESIS])],
      [ANGLE]: soughtInVain([EXCLAMATION, QUESTION]),
      [BACKTICK]: codeInVain,
    },
  };
}

const BLANK_LINE = /(?:\r\n|\n|\r)[ \t]*(?=\r\n|\n|\r)/g;

/** Length of the longest text without a blank line: no paragraph is longer. */
function longestStretch(source: string): number {
  let longest = 0;
  let start = 0;
  for (const { index } of source.matchAll(BLANK_LINE)) {
    longest = Math.max(longest, index - start);
    start = index;
  }
  return Math.max(longest, source.length - start);
}
