import type { PullRequestFact } from "../../model/fact.ts";
import type { Role } from "../../model/policy.ts";
import type { FactReader } from "../../model/ports.ts";
import {
  approvingReviews,
  commentsFor,
  standingObjections,
  type Via,
} from "../approval/statements.ts";
import { holdsRole } from "../people/authority.ts";
import { notAHolder, type SignOffFinding } from "./role-findings.ts";

interface AskedRole {
  readonly id: string;
  readonly role: Role;
}

/**
 * People whose word changes nothing here: reviewers who hold none of the roles, and those who
 * signed for a role by name that they do not hold.
 */
export function listStrangers(
  facts: FactReader<"account" | "team">,
  pull: PullRequestFact,
  asks: readonly AskedRole[],
  via: readonly Via[],
): readonly SignOffFinding[] {
  if (asks.length === 0) return [];
  const reviewers = [
    ...(via.includes("review") ? approvingReviews(pull).map(({ login }) => login) : []),
    ...standingObjections(pull).map(({ author }) => author),
  ];
  const spoke = new Map<string, readonly AskedRole[]>();
  for (const login of reviewers) spoke.set(login, asks);
  for (const ask of via.includes("comment") ? asks : []) {
    for (const { login } of commentsFor(pull, ask.id)) {
      if (!spoke.has(login)) spoke.set(login, [ask]);
    }
  }
  return [...spoke]
    .filter(([login, roles]) => roles.every(({ role }) => holdsRole(facts, role, login) === false))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([login, roles]) =>
      notAHolder(
        login,
        roles.map(({ id }) => id),
      ),
    );
}
