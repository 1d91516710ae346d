import type { PhrasingContent, RootContent } from "mdast";
import { USAGE, VERBS } from "../commands/usage.ts";
import type { Verb } from "../model/command.ts";
import type { Policy, Role } from "../model/policy.ts";
import { bullet, bullets, code, paragraphOf, tableOf, words } from "./markdown-text.ts";

/** People and teams of a role that are named. */
const NAMED = 20;

export type HelpPolicy = Pick<Policy, "roles" | "waivers" | "break_glass">;

/** Every command: what it does, and who can use it by this policy. */
export function helpNodes(policy: HelpPolicy): RootContent[] {
  const rows = VERBS.map((verb) => [
    [code(`/gate ${USAGE[verb].form}`)],
    [words(USAGE[verb].effect)],
    whoMay(verb, policy),
  ]);
  const roles = Object.entries(policy.roles).map(([id, role]) => roleItem(id, role));
  return [
    tableOf(["Command", "What it does", "Who can use it"], rows),
    paragraphOf(
      words(
        "A command stands at the start of a line, outside of quotes, lists and code. Comments that were edited or hidden, or written by bots, do not count. Nobody waives, signs off or lets through what they wrote themselves.",
      ),
    ),
    ...(roles.length === 0 ? [] : [paragraphOf(words("Roles:")), bullets(roles)]),
  ];
}

function whoMay(verb: Verb, { roles, waivers, break_glass }: HelpPolicy): PhrasingContent[] {
  switch (verb) {
    case "waive":
    case "unfreeze":
      return holders(waivers.approvers, "the policy names no `waivers.approvers`");
    case "unwaive":
      return [
        ...holders(waivers.approvers, "the policy names no `waivers.approvers`"),
        words(waivers.approvers.length === 0 ? "" : ", and whoever gave the waiver"),
      ];
    case "sign-off":
      return Object.keys(roles).length === 0
        ? nobody("the policy has no `roles`")
        : [words("whoever holds the role")];
    case "break-glass": {
      if (break_glass === null) return nobody("the policy has no `break_glass`");
      const who = holders(break_glass.roles, "`break_glass` names no `roles`");
      const { approvals } = break_glass;
      return approvals === 1 ? who : [...who, words(`; it takes ${approvals} of them`)];
    }
    default:
      return [words("everybody")];
  }
}

function holders(roles: readonly string[], none: string): PhrasingContent[] {
  if (roles.length === 0) return nobody(none);
  return roles.flatMap((role, index) => [words(index === 0 ? "" : " or "), code(role)]);
}

/** `why` is text of ours with code spans. */
function nobody(why: string): PhrasingContent[] {
  const parts = why.split("`").map((part, index) => (index % 2 === 0 ? words(part) : code(part)));
  return [words("nobody: "), ...parts];
}

function roleItem(id: string, { users, teams, permission }: Role) {
  const named = [...users, ...teams].slice(0, NAMED).map((name) => code(`@${name}`));
  const more = users.length + teams.length - named.length;
  const who = named.flatMap((name, index) => [words(index === 0 ? "" : ", "), name]);
  const rest = [
    ...(more === 0 ? [] : [`${more} more`]),
    ...(permission === null ? [] : [`everybody with at least ${permission} access`]),
  ];
  const others = rest.length === 0 ? "" : `${who.length === 0 ? "" : ", "}${rest.join(", ")}`;
  return bullet([
    paragraphOf(code(id), words(": "), ...who, words(others || (who.length === 0 ? "nobody" : ""))),
  ]);
}
