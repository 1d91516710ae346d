import { parseIsoDate } from "../../time/date.ts";
import type { ProblemList } from "../source/problem-list.ts";
import {
  child,
  entriesOf,
  isMap,
  itemsOf,
  type SourceNode,
  textOf,
} from "../source/source-tree.ts";

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
