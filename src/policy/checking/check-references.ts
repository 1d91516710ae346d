import { globProblem } from "../../text/glob.ts";
import { suggest } from "../../text/suggest.ts";
import { idOf, rulesOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import {
  child,
  entriesOf,
  itemsOf,
  type SourceNode,
  type Spot,
  textOf,
  textsOf,
} from "../source/source-tree.ts";
import { settingsIn } from "./option-settings.ts";

/** A name that nothing has: said with the one that was likely meant, or with `help`. */
export function checkReference(
  spot: Spot,
  { what, name, known }: { what: string; name: string; known: readonly string[] },
  problems: ProblemList,
  help?: string,
): void {
  if (known.includes(name)) return;
  const meant = problems.isLong ? null : suggest(name, known);
  problems.add(spot, {
    code: "unknown-reference",
    message: `there is no ${what} \`${name}\``,
    help: meant === null ? (help ?? null) : `did you mean \`${meant}\`?`,
  });
}

/** Roles and gates that are named outside stages and `depends_on`. */
export function checkReferences(tree: SourceNode, problems: ProblemList): void {
  const roles = [...entriesOf(child(tree, "roles")).keys()];
  const role = (spot: Spot, name: string) => {
    const help = `declare it: \`roles: {${name}: {users: [<login>]}}\``;
    checkReference(spot, { what: "role", name, known: roles }, problems, help);
  };
  const named = [
    ...textsOf(child(child(tree, "waivers"), "approvers")),
    ...textsOf(child(tree, "policy_owners")),
    ...textsOf(child(child(tree, "break_glass"), "roles")),
    ...rulesOf(tree).flatMap(({ rule }) => rolesIn(rule)),
  ];
  for (const { text, node } of named) role(node, text);
  for (const { text, node } of rulesOf(tree).flatMap(({ rule }) => settingsIn(rule, "glob"))) {
    const problem = globProblem(text);
    if (problem === null) continue;
    const { message, help } = problem;
    problems.add(node, { code: "invalid-format", message: `not a glob: ${message}`, help });
  }

  const gates = itemsOf(child(tree, "gates")).flatMap((gate) => idOf(gate) ?? []);
  for (const { node } of entriesOf(child(child(tree, "services"), "override")).values()) {
    for (const { text, node: spot } of textsOf(child(node, "gates"))) {
      checkReference(spot, { what: "gate", name: text, known: gates }, problems);
    }
  }
}

function rolesIn(rule: SourceNode): { text: string; node: SourceNode }[] {
  const asks = child(rule, "asks");
  const asked = textOf(asks);
  const settings = settingsIn(rule, "role");
  return asks === undefined || asked === null
    ? settings
    : [...settings, { text: asked, node: asks }];
}
