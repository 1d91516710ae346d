import type { Access, PullRequestFact } from "../model/fact.ts";
import type { Role } from "../model/policy.ts";
import type { FactReader } from "../model/ports.ts";

const RANKS: Readonly<Record<Access, number>> = {
  none: 0,
  read: 1,
  triage: 2,
  write: 3,
  maintain: 4,
  admin: 5,
};

/** GitHub does not tell logins apart by case. */
export function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whoever opened the pull request and any known last pusher: none of them may approve it. */
export function isAuthor(pull: PullRequestFact, login: string): boolean {
  return pull.authors.some((author) => sameLogin(author, login));
}

/**
 * Whether a login holds a role: one of its users, a member of one of its teams, or anyone with at
 * least its permission; in any case only while the login has write access here. A bot holds a role
 * only where the policy names it. `null`: asked for, not known yet.
 *
 * Being an author is for the caller to rule out: an author may not approve, but may object.
 */
export function holdsRole(
  facts: FactReader<"account" | "team">,
  role: Role,
  login: string,
): boolean | null {
  const account = facts.read("account", { login });
  const named = role.users.some((user) => sameLogin(user, login));
  if (account === null) {
    // Asked in the same round, unless the account alone is likely to decide it: a token that
    // cannot read teams must not make a role unreadable that needs none of them.
    if (!named && role.permission === null) isMember(facts, role, login);
    return null;
  }
  if (account.state === "absent" || account.state === "organization") return false;
  if (RANKS[account.access] < RANKS.write) return false;
  if (named) return true;
  if (account.state === "bot") return false;
  if (role.permission !== null && RANKS[account.access] >= RANKS[role.permission]) return true;
  return isMember(facts, role, login);
}

function isMember(facts: FactReader<"team">, role: Role, login: string): boolean | null {
  // All are asked before any answer is used, so that they come in one round.
  const teams = role.teams.map((team) => facts.read("team", { team }));
  const isIn = teams.some(
    (team) => team?.state === "team" && team.members.some((member) => sameLogin(member, login)),
  );
  if (isIn) return true;
  return teams.includes(null) ? null : false;
}

/**
 * Those of the logins that hold at least one of the roles, in their order; `null` while that is not
 * known of all of them. Roles the policy does not have are held by nobody.
 */
export function holdersAmong(
  facts: FactReader<"account" | "team">,
  roleIds: readonly string[],
  roles: Readonly<Record<string, Role>>,
  logins: readonly string[],
): readonly string[] | null {
  const held = roleIds.map((id) => roleOf(roles, id)).filter((role) => role !== null);
  // All are asked before any answer is used, so that they come in one round.
  const answers = logins.map((login) => {
    const each = held.map((role) => holdsRole(facts, role, login));
    if (each.includes(true)) return true;
    return each.includes(null) ? null : false;
  });
  if (answers.includes(null)) return null;
  return logins.filter((_, index) => answers[index]);
}

/** The role of that id. Ids such as `constructor` are no roles. */
export function roleOf(roles: Readonly<Record<string, Role>>, id: string): Role | null {
  return Object.hasOwn(roles, id) ? (roles[id] ?? null) : null;
}
