import type { NearMiss, TaskItem } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import { keyOf } from "../../text/key.ts";
import { suggest } from "../../text/suggest.ts";
import { failed, pasting } from "../findings.ts";
import type { ItemDemand } from "./options.ts";
import { itemLines } from "./remedies.ts";
import { type ChecklistFinding, homeOf, itemsWithId, type Scope } from "./scope.ts";

/** Past this many, suggestions cost more than they help. */
const SUGGESTED = 20;

/** The one item that has the demanded id, or why there is none. */
export function findItem(
  scope: Scope,
  demand: ItemDemand,
  guess: (id: string) => string | null,
): TaskItem | ChecklistFinding {
  const items = itemsWithId(scope, demand.id);
  const [item, ...others] = items;
  if (item === undefined) return whyMissing(scope, demand, guess);
  if (others.length === 0) return item;
  const lines = items.map(({ at }) => at.line).join(" and ");
  return failed({
    code: "CHECKLIST-DUPLICATE",
    problem: `${items.length} items have the id \`${demand.id}\`: lines ${lines}`,
    remedy: "keep one, or give the others ids of their own",
    at: placeIn(scope.path, others[0]?.at ?? item.at),
    item: demand.id,
  });
}

function whyMissing(
  scope: Scope,
  demand: ItemDemand,
  guess: (id: string) => string | null,
): ChecklistFinding {
  const { id } = demand;
  const { path, index, nearMisses } = scope;
  const disguised = index.disguised.get(keyOf(id));
  const hidden = disguised === undefined ? null : findHiddenCharacter(disguised.id);
  if (disguised !== undefined && hidden !== null) {
    return failed({
      code: "HIDDEN-CHARACTER",
      problem: `the id at line ${disguised.at.line} looks like \`${id}\` but holds a ${hidden.name}`,
      remedy: `type the id anew: \`${id}\``,
      at: placeIn(path, disguised.at),
      item: id,
    });
  }
  const miss = nearMisses.get(keyOf(id));
  if (miss !== undefined) return noBox(scope, miss);
  return deleted(scope, demand, guess(id));
}

export function noBox({ path }: Scope, { id, found, meant, at }: NearMiss): ChecklistFinding {
  return failed({
    code: "CHECKLIST-NOT-A-BOX",
    problem: `\`${id}\` is no task item: \`${found}\` is not a box`,
    // On a line of its own: the text of the item may hold backticks.
    ...pasting("write it as:\n", meant),
    at: placeIn(path, at),
    item: id,
  });
}

function deleted(scope: Scope, demand: ItemDemand, meant: string | null): ChecklistFinding {
  const { section, path, index } = scope;
  const where = section === null ? `\`${path}\`` : `the section \`${section.heading}\``;
  const elsewhere = section === null ? undefined : index.byId.get(keyOf(demand.id))?.[0];
  const hint =
    elsewhere !== undefined
      ? `move it here from line ${elsewhere.at.line}, or add:`
      : meant === null
        ? "add:"
        : `did you mean \`${meant}\`? Give that item this id, or add:`;
  return failed({
    code: "CHECKLIST-DELETED",
    problem: `the required item \`${demand.id}\` is missing from ${where}`,
    ...pasting(`${hint}\n`, itemLines(demand)),
    at: homeOf(scope),
    item: demand.id,
  });
}

/** Guesses which of the ids nobody requires was meant. */
export function guessing(
  { items }: Scope,
  isFree: (id: string) => boolean,
): (id: string) => string | null {
  let candidates: string[] | null = null;
  let left = SUGGESTED;
  return (id) => {
    if (left === 0) return null;
    left -= 1;
    candidates ??= items.map((item) => item.id).filter(isFree);
    return suggest(id, candidates);
  };
}
