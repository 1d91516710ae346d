import { suggest } from "../../text/suggest.ts";
import type { ProblemParams } from "../schema/value-schemas.ts";
import type { Told } from "../source/problem-list.ts";
import { isList, isMap, type SourceNode, textOf } from "../source/source-tree.ts";
import { cut, describeKind, describeValue, mend } from "./describe-value.ts";
import type { Issue } from "./issue-problem.ts";

/** What is wrong with a value that is there. `name` is what a message calls it. */
export function tellValue(issue: Issue, node: SourceNode, name: string): Told {
  switch (issue.code) {
    case "invalid_type":
      return {
        code: "invalid-type",
        message: `expected ${describeKind(issue.expected)}, found ${describeValue(node)}`,
        // What a schema says of a value of another kind is how it is mended.
        help: issue.message || mend(node, issue.expected),
      };
    case "invalid_value":
      return tellChoice(issue.values, node);
    case "invalid_format":
      return {
        code: "invalid-format",
        message: issue.message || `not of the form ${form(issue)}`,
        help: isMention(node) ? `write \`${cut(String(node.value).slice(1))}\`` : null,
      };
    case "too_small":
      return { code: "invalid-value", message: issue.message || tooSmall(issue, name) };
    case "too_big":
      return { code: "invalid-value", message: issue.message || tooBig(issue, name) };
    case "not_multiple_of":
      return { code: "invalid-value", message: `${name} must be a multiple of ${issue.divisor}` };
    case "custom": {
      const { code = "invalid-value", help = null } = (issue.params ??
        {}) as Partial<ProblemParams>;
      return { code, message: issue.message || `${name} is not allowed here`, help };
    }
    default:
      return { code: "invalid-value", message: issue.message || `${name} is not allowed here` };
  }
}

function tellChoice(values: readonly unknown[], node: SourceNode): Told {
  const choices = values.map(String);
  if (isList(node) || isMap(node)) {
    const list = choices.length === 1 ? choices.join("") : `one of ${choices.join(", ")}`;
    return { code: "invalid-type", message: `expected ${list}, found ${describeValue(node)}` };
  }
  const said = String(node.value);
  const meant = suggest(said, choices);
  const asText = choices.includes(said) && textOf(node) !== null;
  return {
    code: "invalid-value",
    message: `\`${cut(said)}\` is not ${choices.length === 1 ? "" : "one of "}${choices.join(", ")}`,
    help: asText ? "write it without quotes" : meant === null ? null : `did you mean \`${meant}\`?`,
  };
}

/** A login or a team with the `@` of a mention, and well-formed without it. */
function isMention(node: SourceNode): boolean {
  return /^@[\w.[\]-]+(?:\/[\w.-]+)?$/.test(textOf(node) ?? "");
}

function form(issue: Extract<Issue, { code: "invalid_format" }>): string {
  return `\`${cut("pattern" in issue ? String(issue.pattern) : issue.format)}\``;
}

function tooSmall(issue: Extract<Issue, { code: "too_small" }>, name: string): string {
  const least = Number(issue.minimum);
  if (issue.origin === "string") {
    return least === 1 ? `${name} is empty` : `${name} needs at least ${least} characters`;
  }
  if (issue.origin === "array" || issue.origin === "set") {
    return least === 1 ? `${name} is an empty list` : `${name} needs at least ${least} entries`;
  }
  return `${name} must be ${issue.inclusive === false ? "more than" : "at least"} ${least}`;
}

function tooBig(issue: Extract<Issue, { code: "too_big" }>, name: string): string {
  const most = Number(issue.maximum);
  if (issue.origin === "string") return `${name} is longer than ${most} characters`;
  if (issue.origin === "array" || issue.origin === "set") {
    return `${name} takes at most ${most} entries`;
  }
  return `${name} must be ${issue.inclusive === false ? "less than" : "at most"} ${most}`;
}
