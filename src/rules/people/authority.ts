import type { PullRequestFact } from "../../model/fact.ts";
import { sameLogin } from "../../model/login.ts";
import type { Role } from "../../model/policy.ts";
import type { FactReader } from "../../model/ports.ts";
import { allows } from "./access.ts";

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
  return holdsOneOf(facts, [role], login);
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
  const asked = roleIds.map((id) => roleOf(roles, id)).filter((role) => role !== null);
  // All logins are asked about before any answer is used, so that their facts come in one round.
  const answers = logins.map((login) => holdsOneOf(facts, asked, login));
  return answers.includes(null) ? null : logins.filter((_, index) => answers[index]);
}

function holdsOneOf(
  facts: FactReader<"account" | "team">,
  roles: readonly Role[],
  login: string,
): boolean | null {
  const isNamed = roles.some(({ users }) => users.some((user) => sameLogin(user, login)));
  // Whom no answer could make a holder is not asked about: anybody may comment, as many as like.
  if (!isNamed && roles.every(({ teams, permission }) => teams.length === 0 && permission === null))
    return false;
  const account = facts.read("account", { login });
  if (account === null) {
    // Teams are asked for along with the account, unless the account alone may decide: a token that
    // cannot read teams must not make a role unreadable that needs none of them.
    if (!isNamed && roles.every(({ permission }) => permission === null)) {
      isMember(facts, roles, login);
    }
    return null;
  }
  if (account.state === "absent" || account.state === "organization") return false;
  const { access } = account;
  if (!allows(access, "write")) return false;
  if (isNamed) return true;
  if (account.state === "bot") return false;
  const isAllowed = ({ permission }: Role) => permission !== null && allows(access, permission);
  return roles.some(isAllowed) || isMember(facts, roles, login);
}

function isMember(
  facts: FactReader<"team">,
  roles: readonly Role[],
  login: string,
): boolean | null {
  const teams = roles.flatMap((role) => role.teams).map((team) => facts.read("team", { team }));
  const isIn = teams.some(
    (team) => team?.state === "team" && team.members.some((member) => sameLogin(member, login)),
  );
  if (isIn) return true;
  return teams.includes(null) ? null : false;
}

/** The role of that id. Ids such as `constructor` are no roles. */
export function roleOf(roles: Readonly<Record<string, Role>>, id: string): Role | null {
  return Object.hasOwn(roles, id) ? (roles[id] ?? null) : null;
}
