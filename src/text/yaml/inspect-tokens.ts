import type { CST } from "yaml";
import type { Point } from "../../model/place.ts";
import type { YamlProblem } from "../yaml-tree.ts";
import { MOST_PROBLEMS } from "./build-tree.ts";

/** No policy and no record comes near it; the composer recurses and would overflow at about 800. */
const DEEPEST = 100;

interface Inspected {
  /** The tokens up to the end of the first document. */
  readonly first: readonly CST.Token[];
  readonly problems: readonly YamlProblem[];
  readonly tooDeep: YamlProblem | null;
  /** A `#text` that was taken for a comment and the closing bracket behind it with it. */
  readonly swallowed: YamlProblem | null;
}

/**
 * Looks for what is refused before anything is composed: the token tree is built without
 * recursion and in linear time, so that a bomb is harmless in this form.
 */
export function inspectTokens(
  tokens: readonly CST.Token[],
  pointAt: (offset: number) => Point,
): Inspected {
  const problems: YamlProblem[] = [];
  let swallowed: YamlProblem | null = null;
  const second = secondDocument(tokens);
  const first = second === -1 ? tokens : tokens.slice(0, second);
  const extra = tokens[second];
  if (extra !== undefined) problems.push(refused("yaml-documents", extra, pointAt));

  const open: { readonly token: CST.Token; readonly depth: number }[] = [...first]
    .reverse()
    .map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    const code = REFUSED[token.type];
    if (code !== undefined && problems.length < MOST_PROBLEMS && !isHarmless(token))
      problems.push(refused(code, token, pointAt));
    if (depth > DEEPEST) {
      return { first, problems, tooDeep: refused("yaml-too-deep", token, pointAt), swallowed };
    }
    swallowed ??= swallowedIn(token, pointAt);
    const deeper = COLLECTIONS.has(token.type) ? depth + 1 : depth;
    for (const part of partsOf(token).reverse()) open.push({ token: part, depth: deeper });
  }
  return { first, problems, tooDeep: null, swallowed };
}

const COLLECTIONS: ReadonlySet<string> = new Set(["block-map", "block-seq", "flow-collection"]);

const REFUSED: Readonly<Partial<Record<CST.Token["type"], keyof typeof SAYING>>> = {
  anchor: "yaml-alias",
  alias: "yaml-alias",
  tag: "yaml-tag",
  directive: "yaml-directive",
};

const SAYING = {
  "yaml-alias": ["anchors and aliases are not allowed", "write the value out where it is used"],
  "yaml-tag": ["tags are not allowed", "write the value without its tag, in quotes if it is text"],
  "yaml-directive": ["directives are not allowed", "drop the line"],
  "yaml-documents": [
    "a second YAML document starts here; one is allowed",
    "drop the `---` and what follows, or move it to a file of its own",
  ],
  "yaml-too-deep": [`nests deeper than ${DEEPEST} levels`, null],
} as const;

function refused(
  code: keyof typeof SAYING,
  token: CST.Token,
  pointAt: (offset: number) => Point,
): YamlProblem {
  const source = "source" in token ? token.source : "";
  const [message, help] = SAYING[code];
  return {
    code,
    message: source === "" ? message : `\`${source}\`: ${message}`,
    at: pointAt(token.offset),
    length: Math.max(source.length, 1),
    help: token.type === "alias" || token.type === "tag" ? quoted(token.type, source) : help,
    related: null,
  };
}

function swallowedIn(token: CST.Token, pointAt: (offset: number) => Point): YamlProblem | null {
  if (token.type !== "flow-collection" || token.end.length > 0) return null;
  const comment = partsOf(token).find(
    (part) => part.type === "comment" && /^#[^\s#]/.test(part.source),
  );
  if (comment === undefined || !("source" in comment)) return null;
  const word = /^[^\s,\]}]*/.exec(comment.source)?.[0] ?? "";
  const bracket = token.start.source;
  return {
    code: "yaml-syntax",
    message: `\`#\` begins a comment, so the \`${bracket}\` before it is never closed`,
    at: pointAt(comment.offset),
    length: word.length,
    help: `put it in quotes: \`"${word}"\``,
    related: null,
  };
}

/** `*.md` is an alias to YAML and nearly always meant as a glob; `!x` likewise. */
function quoted(type: "alias" | "tag", source: string): string {
  const mark = type === "alias" ? "*" : "!";
  return `a text that begins with \`${mark}\` needs quotes: \`"${source}"\``;
}

function isHarmless(token: CST.Token): boolean {
  return token.type === "directive" && /^%YAML[ \t]+1\.2[ \t]*$/.test(token.source);
}

function secondDocument(tokens: readonly CST.Token[]): number {
  const first = tokens.findIndex((token) => token.type === "document");
  return tokens.findIndex((token, index) => index > first && token.type === "document");
}

function partsOf(token: CST.Token): CST.Token[] {
  switch (token.type) {
    case "document":
      return [...token.start, ...(token.value === undefined ? [] : [token.value])];
    case "block-map":
    case "block-seq":
    case "flow-collection":
      return token.items.flatMap((item) => [
        ...item.start,
        ...(item.key == null ? [] : [item.key]),
        ...(item.sep ?? []),
        ...(item.value === undefined ? [] : [item.value]),
      ]);
    case "block-scalar":
      return [...token.props];
    default:
      return [];
  }
}
