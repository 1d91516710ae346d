import { globProblem } from "../../text/glob.ts";
import { parseIsoDate } from "../../time/date.ts";
import { idOf } from "../merging/merge.ts";
import type { ProblemList } from "../source/problem-list.ts";
import {
  child,
  entriesOf,
  isMap,
  itemsOf,
  type SourceNode,
  type Spot,
  textOf,
  textsOf,
} from "../source/source-tree.ts";
import { checkReference } from "./check-gates.ts";
import { rulesOf } from "./check-rules.ts";
import { settingsIn } from "./option-settings.ts";

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

/** Values that contradict one another, or say nothing. */
export function checkSettings(tree: SourceNode, problems: ProblemList): void {
  for (const [name, { key, node }] of entriesOf(child(tree, "roles"))) {
    const holders = [child(node, "users"), child(node, "teams")].flatMap(itemsOf);
    if (isMap(node) && holders.length === 0 && child(node, "permission") === undefined) {
      problems.add(key, {
        code: "missing-key",
        message: `nobody holds the role \`${name}\``,
        help: "name `users`, `teams` or a `permission`",
      });
    }
  }
  checkFolders(tree, problems);
  const glass = entriesOf(tree).get("break_glass");
  if (glass !== undefined && child(glass.node, "roles") === undefined) {
    problems.add(glass.key, { code: "missing-key", message: "`roles` is missing" });
  }
  for (const period of itemsOf(child(tree, "freeze"))) {
    const to = child(period, "to");
    const from = parseIsoDate(textOf(child(period, "from")) ?? "");
    const last = parseIsoDate(textOf(to) ?? "");
    if (to === undefined || from === null || last === null || last >= from) continue;
    problems.add(to, { code: "invalid-value", message: `\`${last}\` is before \`${from}\`` });
  }
}

/** A changed path belongs to one service, so a folder does. */
function checkFolders(tree: SourceNode, problems: ProblemList): void {
  const first = new Map<string, SourceNode>();
  for (const { node } of entriesOf(child(child(tree, "services"), "override")).values()) {
    const path = child(node, "path");
    const folder = textOf(path);
    if (path === undefined || folder === null) continue;
    const before = first.get(folder);
    if (before === undefined) first.set(folder, path);
    else {
      problems.add(path, {
        code: "duplicate-path",
        message: `two services have the folder \`${folder}\``,
        related: { message: `first used at line ${before.at.line}`, spot: before },
      });
    }
  }
}
