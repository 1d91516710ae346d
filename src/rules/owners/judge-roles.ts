import { parsePeople } from "../../evidence/people.ts";
import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import { keyOf } from "../../text/key.ts";
import { suggest } from "../../text/suggest.ts";
import { failed, pasting, warned } from "../findings.ts";
import { hiddenCharacters } from "../reading/hidden-characters.ts";
import type { OwnersCode } from "./codes.ts";
import { filledIn, judgeBackup, judgeOwner, type OwnersScope } from "./judge-owner.ts";
import type { RoleDemand } from "./options.ts";
import type { OwnerCell, OwnerRow, OwnerRows, OwnersFinding } from "./owner-row.ts";

/** Past this many, suggestions cost more than they help. */
const SUGGESTED = 20;

export function judgeRoles(
  scope: OwnersScope,
  demands: readonly RoleDemand[],
  source: OwnerRows,
): OwnersFinding[] {
  const byRole = new Map<string, OwnerRow[]>();
  for (const row of source.rows) {
    const rows = byRole.get(keyOf(row.role));
    if (rows === undefined) byRole.set(keyOf(row.role), [row]);
    else rows.push(row);
  }
  const findings: OwnersFinding[] = [...source.remarks, ...source.rows.flatMap(judgeName)];
  const held: (readonly [string, OwnerRow])[] = [];
  const missing: RoleDemand[] = [];
  for (const demand of demands) {
    const rows = [...new Set(demand.names.map(keyOf))].flatMap((name) => byRole.get(name) ?? []);
    const [row, second] = rows;
    if (row === undefined) missing.push(demand);
    else if (second !== undefined) findings.push(twice(demand, row, second));
    else {
      findings.push(...judgeRow(scope, demand, row, source));
      held.push([demand.role, row]);
    }
  }
  const seen = source.rows.map(({ role }) => role);
  const roleMissing = missing.map((demand, index) =>
    missingRole(demand, source, index < SUGGESTED ? suggest(demand.role, seen) : null),
  );
  return [...findings, ...roleMissing, ...judgeLoad(scope, held)];
}

function judgeName({ role, at }: OwnerRow): OwnersFinding[] {
  const hidden = findHiddenCharacter(role);
  if (hidden === null) return [];
  return [
    failed({
      code: "HIDDEN-CHARACTER",
      problem: `a role's name holds a ${hidden.name}`,
      remedy: "type the name anew",
      at,
      item: role,
    }),
  ];
}

function twice({ role }: RoleDemand, first: OwnerRow, second: OwnerRow): OwnersFinding {
  return failed({
    code: "OWNERS-DUPLICATE",
    problem: `\`${role}\` is there twice: lines ${first.at.line} and ${second.at.line}`,
    remedy: "keep one of them",
    at: second.at,
    item: role,
  });
}

function missingRole(
  { role }: RoleDemand,
  { home, line }: OwnerRows,
  meant: string | null,
): OwnersFinding {
  const hint = meant === null ? "" : `did you mean \`${meant}\`? Rename it, or `;
  return failed({
    code: "OWNERS-ROLE-MISSING",
    problem: `nobody is named for \`${role}\``,
    ...pasting(`${hint}add`, line(role)),
    at: home,
    item: role,
  });
}

function judgeRow(
  scope: OwnersScope,
  demand: RoleDemand,
  row: OwnerRow,
  source: OwnerRows,
): OwnersFinding[] {
  const { role } = demand;
  const { options } = scope;
  const owner = filledIn(row.owner);
  const backup = filledIn(row.backup);
  return [
    ...(owner === null ? [noOwner(role, row, source)] : judgeOwner(scope, demand, owner)),
    ...judgePresence(options.escalation, row, row.escalation, {
      code: "OWNERS-ESCALATION-MISSING",
      problem: `\`${role}\` has no escalation path`,
      remedy: "say where to turn when the owner does not answer: `<channel, rota or person>`",
    }),
    ...(row.escalation === null ? [] : hiddenCharacters(row.escalation.at.file, [row.escalation])),
    ...judgePresence(options.backup, row, row.backup, {
      code: "OWNERS-BACKUP-MISSING",
      problem: `\`${role}\` has no backup`,
      remedy: "name who stands in for the owner: `@<login>`",
    }),
    ...(backup === null ? [] : judgeSecond(scope, demand, owner, backup)),
  ];
}

function noOwner(role: string, row: OwnerRow, source: OwnerRows): OwnersFinding {
  const said = row.owner?.text ?? "";
  return failed({
    code: "OWNERS-EMPTY",
    problem: `\`${role}\` has no owner${said === "" ? "" : `: the cell says \`${said}\``}`,
    ...pasting("fill it in:", source.line(role)),
    at: row.owner?.at ?? row.at,
    item: role,
  });
}

function judgePresence(
  demanded: "required" | "recommended" | undefined,
  row: OwnerRow,
  cell: OwnerCell | null,
  told: { readonly code: OwnersCode; readonly problem: string; readonly remedy: string },
): OwnersFinding[] {
  if (demanded === undefined || filledIn(cell) !== null) return [];
  const about = { ...told, at: cell?.at ?? row.at, item: row.role };
  return [demanded === "required" ? failed(about) : warned(about)];
}

function judgeSecond(
  scope: OwnersScope,
  demand: RoleDemand,
  owner: OwnerCell | null,
  backup: OwnerCell,
): OwnersFinding[] {
  const findings = scope.options.backup === undefined ? [] : judgeBackup(scope, demand, backup);
  const owners = new Set(namesIn(owner));
  const same = namesIn(backup).find((name) => owners.has(name));
  if (same === undefined) return findings;
  return [
    ...findings,
    warned({
      code: "OWNERS-BACKUP-SAME",
      problem: `\`@${same}\` is owner and backup of \`${demand.role}\``,
      remedy: "name somebody else as backup: `@<login>`",
      at: backup.at,
      item: demand.role,
    }),
  ];
}

/** More roles in one hand than the policy recommends. */
function judgeLoad(
  { options }: OwnersScope,
  held: readonly (readonly [string, OwnerRow])[],
): OwnersFinding[] {
  const most = options.max_roles_per_person;
  if (most === undefined) return [];
  const roles = new Map<string, { readonly names: string[]; last: OwnerRow }>();
  for (const [role, row] of held) {
    for (const person of new Set(usersIn(row.owner))) {
      const load = roles.get(person) ?? { names: [], last: row };
      load.names.push(role);
      load.last = row;
      roles.set(person, load);
    }
  }
  return [...roles]
    .filter(([, { names }]) => names.length > most)
    .map(([person, { names, last }]) =>
      warned({
        code: "OWNERS-TOO-MANY-ROLES",
        problem: `\`@${person}\` holds ${names.length} roles, ${most} at most are recommended: ${names.map((name) => `\`${name}\``).join(", ")}`,
        remedy: "hand one of them to somebody else",
        at: last.owner?.at ?? last.at,
        item: person,
      }),
    );
}

function namesIn(cell: OwnerCell | null): string[] {
  return parsePeople(cell?.text ?? "").people.map(({ name }) => name.toLowerCase());
}

function usersIn(cell: OwnerCell | null): string[] {
  return parsePeople(cell?.text ?? "")
    .people.filter(({ kind }) => kind === "user")
    .map(({ name }) => name.toLowerCase());
}
