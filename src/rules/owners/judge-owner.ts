import { type ParsedPeople, type Person, parsePeople } from "../../evidence/people.ts";
import type { FactReader } from "../../model/ports.ts";
import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import { keyOf } from "../../text/key.ts";
import { failed } from "../findings.ts";
import { type Standing, standingByName, standingOf } from "../people/account-standing.ts";
import { isFilledIn } from "../reading/filled-in.ts";
import { kindOf, type OwnersOptions, type RoleDemand } from "./options.ts";
import type { OwnerCell, OwnersFinding } from "./owner-row.ts";

export interface OwnersScope {
  readonly facts: FactReader<"file" | "account" | "team">;
  readonly options: OwnersOptions;
}

/** The cell, if something is filled in that is not a placeholder as it was printed. */
export function filledIn(cell: OwnerCell | null): OwnerCell | null {
  // Of `@<login>` a reader sees the `@`.
  return cell === null || cell.text === "@" || !isFilledIn(cell.text) ? null : cell;
}

/** What is wrong with the owner of a role, as far as the cell says one. */
export function judgeOwner(
  scope: OwnersScope,
  demand: RoleDemand,
  cell: OwnerCell,
): OwnersFinding[] {
  const said = parsePeople(cell.text);
  const form = judgeForm(demand.role, "owner", cell, said);
  if (form !== null) return [form];
  const { people } = said;
  if (kindOf(scope.options) === "person" && people.length > 1) {
    return [
      failed({
        code: "OWNERS-SEVERAL",
        problem: `\`${demand.role}\` must have one owner, and ${people.length} are named: ${people.map(mention).join(", ")}`,
        remedy: "name the one who answers for it; the others may be its backup",
        at: cell.at,
        item: demand.role,
      }),
    ];
  }
  return [
    ...judgeDenied(scope, demand, cell, said),
    ...people.flatMap((person) => judgePerson(scope, demand.role, cell, person)),
  ];
}

/** A backup must be somebody; what kind, the policy says of owners only. */
export function judgeBackup(
  scope: OwnersScope,
  demand: RoleDemand,
  cell: OwnerCell,
): OwnersFinding[] {
  const said = parsePeople(cell.text);
  const form = judgeForm(demand.role, "backup", cell, said);
  if (form !== null) return [form];
  return [
    ...judgeDenied(scope, demand, cell, said),
    ...said.people.flatMap((person) => judgeStanding(scope, demand.role, cell, person)),
  ];
}

function judgeForm(
  role: string,
  what: "owner" | "backup",
  cell: OwnerCell,
  { people }: ParsedPeople,
): OwnersFinding | null {
  const hidden = findHiddenCharacter(cell.text);
  if (hidden !== null) {
    return failed({
      code: "HIDDEN-CHARACTER",
      problem: `the ${what} of \`${role}\` holds a ${hidden.name}`,
      remedy: "type the cell anew",
      at: cell.at,
      item: role,
    });
  }
  if (people.length > 0) return null;
  return failed({
    code: "OWNERS-FORM",
    problem: `the ${what} of \`${role}\` is \`${cell.text}\`, which is no one GitHub could name`,
    remedy: "name the one who answers for it as `@<login>` or `@<org>/<team>`",
    at: cell.at,
    item: role,
  });
}

function judgeDenied(
  { options }: OwnersScope,
  { role, deny }: RoleDemand,
  cell: OwnerCell,
  { people, rest }: ParsedPeople,
): OwnersFinding[] {
  const denied = new Set([...options.deny, ...deny].map(slug));
  if (denied.size === 0) return [];
  const names = people.flatMap(({ name, attributes }) => [
    name,
    name.split("/").at(-1) ?? "",
    attributes ?? "",
  ]);
  const found = [...names, rest].find((name) => name !== "" && denied.has(slug(name)));
  if (found === undefined) return [];
  return [
    failed({
      code: "OWNERS-DENIED",
      problem: `\`${found}\` may not hold \`${role}\``,
      remedy: "name somebody who answers for it: `@<login>`",
      at: cell.at,
      item: role,
    }),
  ];
}

/** `AI CoE`, `@ai-coe` and `ai_coe` are one name. */
function slug(name: string): string {
  return keyOf(name)
    .replace(/^@/, "")
    .replace(/[\s_-]+/g, "-");
}

function judgePerson(
  scope: OwnersScope,
  role: string,
  cell: OwnerCell,
  person: Person,
): OwnersFinding[] {
  const kind = kindOf(scope.options);
  const wrong =
    kind === "person" && person.kind === "team"
      ? "a person, not a team"
      : kind === "team" && person.kind === "user"
        ? "a team, not a person"
        : null;
  if (wrong === null) return judgeStanding(scope, role, cell, person);
  return [
    failed({
      code: "OWNERS-KIND",
      problem: `\`${role}\` must be held by ${wrong}: ${mention(person)}`,
      remedy: kind === "team" ? "name a team: `@<org>/<team>`" : "name one person: `@<login>`",
      at: cell.at,
      item: role,
    }),
  ];
}

function judgeStanding(
  { facts, options }: OwnersScope,
  role: string,
  cell: OwnerCell,
  person: Person,
): OwnersFinding[] {
  const { access, min_members } = options;
  const asksGitHub = kindOf(options) !== null || access !== undefined || min_members !== undefined;
  const standing = asksGitHub
    ? standingOf(facts, person, { access, min_members })
    : standingByName(person);
  if (standing === null || standing.state === "fine") return [];
  const told = { at: cell.at, item: role };
  return [failed({ ...toldOf(standing, person, role, options), ...told })];
}

function toldOf(
  standing: Exclude<Standing, { state: "fine" }>,
  person: Person,
  role: string,
  { access, min_members }: OwnersOptions,
): Pick<OwnersFinding, "code" | "problem" | "remedy"> {
  const who = mention(person);
  switch (standing.state) {
    case "unknown":
      return {
        code: "OWNERS-UNKNOWN",
        problem: `\`${role}\` is held by ${who}, whom GitHub does not know${person.kind === "team" ? ", or whom the token may not see" : ""}`,
        remedy: "correct the name, or name who holds it now",
      };
    case "no-person":
      return {
        code: "OWNERS-KIND",
        problem: `\`${role}\` is held by ${who}, which is ${standing.is}`,
        remedy: "name a person or a team: `@<login>`",
      };
    case "too-few":
      return {
        code: "OWNERS-TOO-FEW-MEMBERS",
        problem: `\`${role}\` is held by ${who}, which has ${standing.members} ${standing.members === 1 ? "member" : "members"}; ${min_members ?? 1} are required`,
        remedy: "add members to the team, or name another",
      };
    case "no-access":
      return {
        code: "OWNERS-NO-ACCESS",
        problem: `\`${role}\` is held by ${who}, who has \`${standing.access}\` access here; \`${access ?? "read"}\` is required`,
        remedy: "give them access to the repository, or name somebody who has it",
      };
  }
}

function mention({ name }: Person): string {
  return `\`@${name}\``;
}
