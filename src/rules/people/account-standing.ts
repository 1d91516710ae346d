import type { Person } from "../../evidence/people.ts";
import type { Access } from "../../model/fact.ts";
import type { FactReader } from "../../model/ports.ts";
import { allows } from "./access.ts";

/** What GitHub says of somebody a document names. */
export type Standing =
  | { readonly state: "fine" }
  | { readonly state: "unknown" }
  /** An app or an organization where a person is due. */
  | { readonly state: "no-person"; readonly is: "a bot" | "an organization" }
  | { readonly state: "too-few"; readonly members: number }
  | { readonly state: "no-access"; readonly access: Access };

export interface Demands {
  readonly access?: "read" | "write" | undefined;
  /** Of a team. */
  readonly min_members?: number | undefined;
}

/** GitHub shows the work of deleted accounts under this login. */
const DELETED_ACCOUNT = "ghost";

/** What the name alone tells, without asking GitHub; `null` where it tells nothing against it. */
export function standingByName({ kind, name }: Person): Standing | null {
  if (kind === "team") return null;
  if (name.toLowerCase() === DELETED_ACCOUNT) return { state: "unknown" };
  return name.endsWith("[bot]") ? { state: "no-person", is: "a bot" } : null;
}

/** `null`: asked for, not known yet. */
export function standingOf(
  facts: FactReader<"account" | "team">,
  person: Person,
  demands: Demands = {},
): Standing | null {
  const byName = standingByName(person);
  if (byName !== null) return byName;
  return person.kind === "team"
    ? standingOfTeam(facts, person.name, demands)
    : standingOfUser(facts, person.name, demands);
}

function standingOfUser(
  facts: FactReader<"account">,
  login: string,
  { access }: Demands,
): Standing | null {
  const account = facts.read("account", { login });
  if (account === null) return null;
  if (account.state === "absent") return { state: "unknown" };
  if (account.state === "bot") return { state: "no-person", is: "a bot" };
  if (account.state === "organization") return { state: "no-person", is: "an organization" };
  return withAccess(account.access, access);
}

function standingOfTeam(
  facts: FactReader<"team">,
  name: string,
  { access, min_members = 1 }: Demands,
): Standing | null {
  const team = facts.read("team", { team: name });
  if (team === null) return null;
  if (team.state === "absent") return { state: "unknown" };
  const members = new Set(team.members.map((login) => login.toLowerCase())).size;
  // Nobody answers for what an empty team owns.
  if (members < min_members) return { state: "too-few", members };
  return withAccess(team.access, access);
}

function withAccess(access: Access, wanted: "read" | "write" | undefined): Standing {
  const enough = wanted === undefined || allows(access, wanted);
  return enough ? { state: "fine" } : { state: "no-access", access };
}
