import type { Verb } from "../model/command.ts";
import { findHiddenCharacter } from "../text/hidden-characters.ts";
import { suggest } from "../text/suggest.ts";
import { commandLines } from "./command-lines.ts";
import { type ParsedCommand, type Refusing, refusal } from "./parsed-command.ts";
import { readArguments } from "./read-arguments.ts";
import { splitWords } from "./split-words.ts";
import { isVerb, VERBS } from "./usage.ts";

/** Commands read of one comment. */
const MOST = 5;

const LONGEST_LINE = 1_000;

/**
 * The commands of a comment, in order: lines that begin with `/gate` in paragraphs that stand by
 * themselves. A comment without one asks for nothing and gets no answer. Never throws.
 */
export function parseCommands(body: string): readonly ParsedCommand[] {
  const read = commandLines(body);
  if (read.state === "unreadable") {
    return [
      refused({
        verb: null,
        problem: read.problem,
        remedy: "write the command in a comment of its own",
      }),
    ];
  }
  const parsed = read.lines.slice(0, MOST).map((line) => parseLine(line.text, line.hasTags));
  if (read.lines.length <= MOST) return parsed;
  const problem = `the comment has ${read.lines.length} commands; the first ${MOST} were read`;
  return [
    ...parsed,
    refused({ verb: null, problem, remedy: "write the others in a comment of their own" }),
  ];
}

function parseLine(line: string, hasTags: boolean): ParsedCommand {
  const hidden = findHiddenCharacter(line);
  if (hidden !== null) {
    const problem = `the command holds a ${hidden.name}, which nobody sees`;
    return refused({ verb: null, problem, remedy: "type it by hand instead of pasting it" });
  }
  if (line.length > LONGEST_LINE) {
    const problem = `the command has ${line.length} characters; ${LONGEST_LINE} are allowed`;
    return refused({ verb: null, problem, remedy: "shorten it" });
  }
  const words = splitWords(line);
  const verb = /^\/gate\s+(\S+)/i.exec(line)?.[1]?.toLowerCase() ?? null;
  if (verb === null) {
    return refused({ verb, problem: "`/gate` names no command", remedy: nameOne(null) });
  }
  if (!isVerb(verb)) {
    const meant = suggest(verb, VERBS) as Verb | null;
    const problem = `there is no command \`${verb}\``;
    return refused({ verb: meant, problem, remedy: nameOne(meant), didYouMean: meant });
  }
  if (words === null) {
    return refused({
      verb,
      problem: "a quote is opened and not closed",
      remedy: 'put the reason between two `"`; an apostrophe is fine inside',
    });
  }
  if (hasTags) {
    return refused({
      verb,
      problem: "part of the command stands between `<` and `>`",
      remedy: "put what is meant in its place, without `<` and `>`",
    });
  }
  return readArguments(verb, words);
}

function nameOne(meant: Verb | null): string {
  if (meant !== null) return `write \`${meant}\``;
  return `use ${VERBS.map((verb) => `\`${verb}\``).join(", ")}`;
}

function refused(said: Refusing): ParsedCommand {
  return { state: "refused", refusal: refusal(said) };
}
