import { suggest } from "../../text/suggest.ts";
import type { Told } from "../source/problem-list.ts";
import { child, entriesOf, type SourceNode, textOf } from "../source/source-tree.ts";
import { describeKind, describeValue } from "./describe-value.ts";
import type { Issue } from "./issue-problem.ts";

type EitherOf = Extract<Issue, { code: "invalid_union" }>;

export function isEitherOf(issue: Issue): issue is EitherOf {
  return issue.code === "invalid_union";
}

/**
 * Of several forms none fits. One that takes a value of this kind is surely the one meant: its
 * issues are told, at their own paths. Where none does, that is the problem.
 */
export function tellEitherOf(issue: EitherOf, node: SourceNode): Told | readonly Issue[] {
  if (issue.errors.length === 0) return tellDiscriminator(issue, node);
  const fitting = issue.errors.filter((issues) => !issues.some((one) => isOtherKind(one, node)));
  const [best] = fitting.toSorted((a, b) => a.length - b.length);
  if (best === undefined) return tellKinds(issue.errors, node);
  const choices = fitting.flatMap((issues) => issues.flatMap(choicesOf));
  if (
    choices.length > 0 &&
    fitting.every((issues) => issues.some((one) => choicesOf(one).length > 0))
  ) {
    return [{ code: "invalid_value", values: choices, path: issue.path, message: "" }];
  }
  return best.map((inner): Issue => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Whether this form is for values of another kind altogether. */
function isOtherKind(issue: Issue, { value }: SourceNode): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_type") return true;
  return issue.code === "invalid_value" && !issue.values.some((one) => typeof one === typeof value);
}

function choicesOf(issue: Issue) {
  return issue.path.length === 0 && issue.code === "invalid_value" ? issue.values : [];
}

function tellKinds(errors: EitherOf["errors"], node: SourceNode): Told {
  const kinds = errors.flatMap((issues) =>
    issues.flatMap((issue) =>
      issue.code === "invalid_type" ? [describeKind(issue.expected)] : [],
    ),
  );
  return {
    code: "invalid-type",
    message: `expected ${[...new Set(kinds)].join(" or ")}, found ${describeValue(node)}`,
  };
}

function tellDiscriminator(issue: EitherOf, node: SourceNode): Told {
  const key = issue.discriminator ?? "";
  const options = ("options" in issue ? (issue.options as readonly unknown[]) : []).map(String);
  const said = textOf(node) ?? textOf(child(node, key));
  if (said === null && !entriesOf(node).has(key)) {
    return {
      code: "missing-key",
      message: `\`${key}\` is missing`,
      help: `one of ${options.join(", ")}`,
    };
  }
  const meant = said === null ? null : suggest(said, options);
  return {
    code: "invalid-value",
    message: `\`${key}\` must be one of ${options.join(", ")}`,
    help: meant === null ? null : `did you mean \`${meant}\`?`,
  };
}
