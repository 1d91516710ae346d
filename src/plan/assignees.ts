import type { Policy } from "../model/policy.ts";
import type { Gap } from "./gaps.ts";

/** GitHub takes ten. */
const MOST_ASSIGNEES = 10;

/**
 * Who is asked to mend a gap, as far as the policy itself names them: to be assigned calls people,
 * and whoever wrote the pull request must not be able to call just anybody.
 */
export function assigneesOf({ failing }: Gap, policy: Policy): readonly string[] {
  if (!policy.issues.assign) return [];
  const named = new Map(
    Object.values(policy.roles).flatMap(({ users }) =>
      users.map((user) => [user.toLowerCase(), user] as const),
    ),
  );
  const asked = failing.flatMap(({ rule }) => rule.findings.flatMap(({ asks }) => asks ?? []));
  const logins = asked.flatMap((name): readonly string[] => {
    if (!name.startsWith("@"))
      return Object.hasOwn(policy.roles, name) ? (policy.roles[name]?.users ?? []) : [];
    const user = named.get(name.slice(1).toLowerCase());
    return user === undefined ? [] : [user];
  });
  return [...new Set(logins)].slice(0, MOST_ASSIGNEES);
}

/** People who hold any of some roles by name, where the policy wants them called. */
export function usersOf(names: readonly string[], { issues, roles }: Policy): readonly string[] {
  if (!issues.assign) return [];
  const users = names.flatMap((name) =>
    Object.hasOwn(roles, name) ? (roles[name]?.users ?? []) : [],
  );
  return [...new Set(users)].slice(0, MOST_ASSIGNEES);
}
