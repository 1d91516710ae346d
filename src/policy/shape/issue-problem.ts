import type { z } from "zod";
import { suggest } from "../../text/suggest.ts";
import { keysAt } from "../schema/keys-at.ts";
import type { Told } from "../source/problem-list.ts";
import { sourceText } from "../source/source-text.ts";
import { entriesOf, follow, type SourceNode, type Spot } from "../source/source-tree.ts";
import { cut } from "./describe-value.ts";
import { isEitherOf, tellEitherOf } from "./union-issue.ts";
import { tellValue } from "./value-issue.ts";

/** One of our problems, and what it says of a key where it is about one. */
export interface IssueProblem extends Told {
  readonly spot: Spot;
  /** A schema's own condition, which may depend on several settings together. */
  readonly isCondition?: boolean;
  /** The key is missing, or is unknown and was likely meant as another. */
  readonly key?: {
    readonly in: readonly PropertyKey[];
    readonly name: string;
    readonly meant: string | null;
  };
}

export type Issue = z.core.$ZodIssue;

/** The problems a zod issue stands for, in our words and at their spots. */
export function problemsOf(
  issue: Issue,
  root: SourceNode,
  schema: z.core.$ZodType,
): readonly IssueProblem[] {
  const { node, entry, nearest } = follow(root, issue.path);
  if (issue.code === "unrecognized_keys") return unknownKeys(issue, node ?? root, schema);
  if (issue.code === "invalid_key") return [invalidKey(issue, entry?.key ?? nearest)];
  if (node === null) return [missingKey(issue, nearest)];
  if (node.value === null) return [nullValue(issue.path, node, entry?.key ?? null)];
  if (!isEitherOf(issue)) {
    const told = tellValue(issue, node, nameOf(issue.path));
    return [{ spot: node, ...told, isCondition: issue.code === "custom" }];
  }
  const told = tellEitherOf(issue, node);
  return "code" in told
    ? [{ spot: node, ...told }]
    : told.flatMap((inner) => problemsOf(inner, root, schema));
}

/** What a message calls the value at a path. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.findLast((step) => typeof step === "string");
  const isEntry = typeof path.at(-1) === "number";
  if (last === undefined) return isEntry ? "an entry" : "the file";
  return isEntry ? `an entry of \`${last}\`` : `\`${last}\``;
}

function unknownKeys(
  issue: Extract<Issue, { code: "unrecognized_keys" }>,
  map: SourceNode,
  schema: z.core.$ZodType,
): IssueProblem[] {
  const known = keysAt(schema, issue.path).filter((key) => !entriesOf(map).has(key));
  return issue.keys.map((name) => {
    const spot = entriesOf(map).get(name)?.key ?? map;
    return unknownKey({ spot, in: issue.path, name, known });
  });
}

/** Keys of other kinds of file, or of other places. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  lock: "only the organization's file can lock",
  locked: "only the organization's file can lock",
  select: "only the organization's file selects repositories",
  exempt: "only the organization's file exempts repositories",
  mode: "only the whole policy has it; `severity: warn` keeps a rule from blocking, `enforce_from: <day>` lets a gate or rule count from that day on",
  answers: "only a pack has it",
  omitted: "only a pack has it",
};

export function unknownKey(about: {
  readonly spot: Spot;
  readonly in: readonly PropertyKey[];
  readonly name: string;
  readonly known: readonly string[];
}): IssueProblem {
  const { spot, name, known } = about;
  const elsewhere = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
  const meant = elsewhere === undefined ? suggest(name, known) : null;
  return {
    spot,
    code: "unknown-key",
    message: `unknown key \`${cut(name)}\``,
    help: elsewhere ?? (meant === null ? null : `did you mean \`${meant}\`?`),
    key: { in: about.in, name, meant },
  };
}

function invalidKey(issue: Extract<Issue, { code: "invalid_key" }>, spot: Spot): IssueProblem {
  const name = cut(String(issue.path.at(-1)));
  const reason = issue.issues.map(({ message }) => message).find((message) => message !== "");
  return {
    spot,
    code: "invalid-format",
    message: `\`${name}\`: ${reason ?? "cannot be used as a name"}`,
  };
}

function missingKey(issue: Issue, spot: Spot): IssueProblem {
  const name = String(issue.path.at(-1));
  return {
    spot,
    code: "missing-key",
    message:
      issue.code === "custom" && issue.message !== "" ? issue.message : `\`${name}\` is missing`,
    help: issue.code === "custom" || issue.message === "" ? null : issue.message,
    key: { in: issue.path.slice(0, -1), name, meant: null },
  };
}

/** Nearly always a `#` that was meant as text, or a value somebody forgot. */
function nullValue(path: readonly PropertyKey[], node: SourceNode, key: Spot | null): IssueProblem {
  const comment = sourceText(node);
  if (!comment.startsWith("#")) {
    return {
      spot: key ?? node,
      code: "null-value",
      message: `${nameOf(path)} has no value`,
      help: "write one, or drop the line",
    };
  }
  return {
    spot: node,
    code: "null-value",
    message: `${nameOf(path)} has no value: \`#\` begins a comment`,
    help: `put it in quotes: \`"${cut(comment)}"\``,
  };
}
