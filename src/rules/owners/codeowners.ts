import ignore from "ignore";
import picomatch from "picomatch";

/** A line of CODEOWNERS that GitHub heeds. Without owners it takes them away from what it matches. */
export interface OwnersLine {
  readonly pattern: string;
  readonly owners: readonly string[];
  readonly line: number;
}

/** A line that GitHub ignores, and why. */
export interface IgnoredLine {
  readonly line: number;
  readonly why: string;
}

export interface Codeowners {
  readonly lines: readonly OwnersLine[];
  readonly ignored: readonly IgnoredLine[];
}

/** Blanks end a field unless a backslash stands before them. */
const FIELD = /(?:\\.|[^\s\\])+/g;

const OWNER = /^(?:@[\w-]+(?:\/[\w.-]+)*|[^\s@]+@[^\s@]+)$/;

export function parseCodeowners(text: string): Codeowners {
  const lines: OwnersLine[] = [];
  const ignored: IgnoredLine[] = [];
  for (const [index, written] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1;
    const [pattern, ...owners] = withoutComment(written);
    if (pattern === undefined) continue;
    const why = whyIgnored(pattern, owners);
    if (why === null) lines.push({ pattern, owners, line });
    else ignored.push({ line, why });
  }
  return { lines, ignored };
}

function withoutComment(line: string): string[] {
  const fields = line.match(FIELD) ?? [];
  const comment = fields.findIndex((field) => field.startsWith("#"));
  return comment < 0 ? fields : fields.slice(0, comment);
}

function whyIgnored(pattern: string, owners: readonly string[]): string | null {
  if (pattern.startsWith("!")) return "a pattern cannot be negated with `!`";
  if (pattern.startsWith("\\#")) return "a pattern cannot begin with an escaped `#`";
  if (/[[\]]/.test(pattern)) return "a pattern takes no ranges in `[ ]`";
  const odd = owners.find((owner) => !OWNER.test(owner));
  return odd === undefined ? null : `\`${odd}\` is no \`@login\`, \`@org/team\` or e-mail address`;
}

/** The line that decides about a file: the last that matches. */
export function lineFor({ lines }: Codeowners, path: string): OwnersLine | null {
  return lines.findLast(({ pattern }) => matches(pattern, path)) ?? null;
}

/** Unlike in a `.gitignore`, `docs/*` owns the files right in the folder and nothing below. */
const ONE_LEVEL = /\/\*$/;

function matches(pattern: string, path: string): boolean {
  if (ONE_LEVEL.test(pattern)) {
    const glob = pattern.replace(/^\//, "");
    const literal = { dot: true, nobrace: true, noextglob: true, nonegate: true } as const;
    return picomatch.isMatch(path, glob, literal);
  }
  if (!ignore.isPathValid(path)) return false;
  // Upper and lower case count on GitHub, whatever the file system.
  return ignore({ ignorecase: false }).add(pattern).ignores(path);
}
