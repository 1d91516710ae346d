/**
 * Gives each role a person of its own, where that can be done: Ana may hold both roles as long as
 * Ben can take one of them. `null` for a role that is left without one.
 */
export function assignPeople(
  candidates: readonly (readonly string[])[],
): readonly (string | null)[] {
  const roleOf = new Map<string, number>();

  // Kuhn's method: a person already given away is freed if their role can take somebody else.
  const assign = (role: number, tried: Set<string>): boolean => {
    for (const login of candidates[role] ?? []) {
      const person = login.toLowerCase();
      if (tried.has(person)) continue;
      tried.add(person);
      const holder = roleOf.get(person);
      if (holder === undefined || assign(holder, tried)) {
        roleOf.set(person, role);
        return true;
      }
    }
    return false;
  };
  for (const role of candidates.keys()) assign(role, new Set());
  const people = new Map([...roleOf].map(([person, role]) => [role, person]));
  return candidates.map((_, role) => people.get(role) ?? null);
}
