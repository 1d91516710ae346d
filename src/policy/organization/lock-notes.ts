import { settingsIn } from "../checking/option-settings.ts";
import { rulesOf } from "../source/policy-entries.ts";
import type { ProblemList } from "../source/problem-list.ts";
import {
  child,
  entriesOf,
  isMap,
  itemsOf,
  type SourceNode,
  textOf,
  textsOf,
} from "../source/source-tree.ts";
import { guardedGates, isLocked } from "./lock-question.ts";
import { askedFields } from "./lock-services.ts";
import type { RepositoryIdentity } from "./selection.ts";

interface OrganizationQuestion {
  readonly baseline: SourceNode;
  readonly organization: SourceNode;
  readonly identity: RepositoryIdentity;
}

/** What the organization locks and yet leaves to each repository, and what could not be told. */
export function lockNotes(
  { baseline, organization, identity }: OrganizationQuestion,
  notes: ProblemList,
): void {
  noteUnknown(organization, identity, notes);
  const gates = guardedGates(baseline);
  if (gates.length === 0) return;
  const spot = child(organization, "gates") ?? organization;
  const locks = new Set(textsOf(child(organization, "lock")).map(({ text }) => text));
  const open = ["waivers", "break_glass"].filter(
    (key) => !locks.has(key) && child(baseline, key) === undefined,
  );
  for (const key of open) {
    notes.add(spot, {
      code: "open-lock",
      message: `gates are locked, and each repository decides with \`${key}\` who may lift them`,
      help: `state \`${key}\`, or add it to \`lock\``,
    });
  }
  const stated = child(baseline, "fields");
  for (const field of askedFields(gates)) {
    if (isMap(stated) && stated.value.has(field)) continue;
    notes.add(spot, {
      code: "open-lock",
      message: `locked gates ask for the field \`${field}\`, which each repository sets for itself`,
      help: "drop the condition, or state the field and lock it",
    });
  }
  const roles = entriesOf(child(baseline, "roles"));
  for (const role of rolesOf(baseline)) {
    if (roles.has(role)) continue;
    notes.add(spot, {
      code: "open-lock",
      message: `locked rules name the role \`${role}\`, which each repository fills for itself`,
      help: "state the role here",
    });
  }
}

/** Roles that locked rules name. */
function rolesOf(baseline: SourceNode): ReadonlySet<string> {
  const guarded = rulesOf(baseline).filter(({ gate, rule }) => isLocked(gate) || isLocked(rule));
  return new Set(
    guarded.flatMap(({ rule }) => [
      ...settingsIn(rule, "role").map(({ text }) => text),
      ...[textOf(child(rule, "asks"))].flatMap((role) => role ?? []),
    ]),
  );
}

function noteUnknown(
  organization: SourceNode,
  { name, properties }: RepositoryIdentity,
  notes: ProblemList,
): void {
  const select = child(organization, "select");
  const exempt = child(organization, "exempt");
  if (name === null && exempt !== undefined && itemsOf(exempt).length > 0) {
    notes.add(exempt, {
      code: "unknown-repository",
      message: "the name of the repository is not known, so no exemption applies",
    });
  }
  const unsure =
    (name === null && child(select, "repos") !== undefined) ||
    (properties === null && child(select, "properties") !== undefined);
  if (select !== undefined && unsure) {
    notes.add(select, {
      code: "unknown-repository",
      message: "it is not known whether the repository is selected, so it is held to this file",
    });
  }
}
