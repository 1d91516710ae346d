/**
 * The one place where text from documents, policies, branches and people is made harmless before
 * it is shown. Such text may try to move a cursor, reverse a line, forge a second line, command
 * the runner of a workflow, or call people.
 */

/**
 * Control characters (C0, DEL, C1), format characters (bidirectional and zero-width ones, tags,
 * byte order marks) and letters that show as nothing.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu;
/** Halves of a surrogate pair: not text, and not the same bytes everywhere. */
const HALF = /\p{Cs}/gu;
const LINE_BREAK = /\r\n|[\r\n\u0085\u2028\u2029]/u;
/** Not `\s`, which takes a byte order mark for a space. */
const SPACE = /[\p{Z}\t\n\v\f\r\u0085]+/gu;

/** Longer than any honest sentence; a whole document in a table cell stays off the screen. */
const LIMIT = 600;

/** One line of visible text. */
export function inertLine(text: string, limit = LIMIT): string {
  const clean = text.replace(SPACE, " ").replace(UNSEEN, "").replace(HALF, "\ufffd").trim();
  return disarm(cut(clean, limit));
}

/** As `inertLine`, with the line breaks that are there: for what is to be pasted. */
export function inertLines(text: string, limit = LIMIT): readonly string[] {
  const lines = cut(text, limit).split(LINE_BREAK);
  return lines.map((line) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    return `${indent}${inertLine(line, limit)}`.trimEnd();
  });
}

/** A line of a file, its spaces and tabs as they are: for diffs, and for what is to be copied. */
export function inertSource(line: string): string {
  const seen = line.replace(UNSEEN, keepTab).replace(/[\p{Zl}\p{Zp}]/gu, " ");
  const whole = seen.replace(HALF, "\ufffd");
  // A runner passes over the white space before a command.
  return whole.replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "# #[");
}

function keepTab(character: string): string {
  return character === "\t" ? character : "";
}

/**
 * Runners read commands from whatever a step prints: `::name::` at the start of a line, `##[name]`
 * anywhere. Wrapping can put any word at the start of a line.
 */
function disarm(line: string): string {
  return line.replace(/(^|\s):(?=:)/g, "$1: ").replaceAll("##[", "# #[");
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // A cut through a surrogate pair would leave half a character.
  const end = /[\ud800-\udbff]/.test(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** The message of a workflow command; line breaks come out as such in the annotation. */
export function inertCommandData(text: string): string {
  const lines = inertLines(text, 2 * LIMIT).join("\n");
  return lines.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property of a workflow command, such as `file` or `title`. */
export function inertCommandProperty(text: string): string {
  return inertCommandData(inertLine(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** JSON is escaped already; what a terminal or an eye would take for something else is too. */
export function inertJson(json: string): string {
  return json.replace(UNSEEN, (character) => {
    if (character === "\n") return character;
    return Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join("");
  });
}
