import { type Person, parsePeople } from "../../evidence/people.ts";
import type { ItemField, TaskItem } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { failed, pasting } from "../findings.ts";
import { standingByName, standingOf } from "../people/account-standing.ts";
import type { ChecklistFinding, Scope } from "./scope.ts";

export function judgeOwner(scope: Scope, item: TaskItem, field: ItemField): ChecklistFinding[] {
  const { people } = parsePeople(field.value);
  const at = placeIn(scope.path, field.at);
  if (people.length === 0) {
    return [
      failed({
        code: "CHECKLIST-OWNER-FORM",
        problem: `the owner of \`${item.id}\` is \`${field.value}\`, which is no one GitHub could name`,
        remedy: "name the owner as `@<login>` or `@<org>/<team>`",
        at,
        item: item.id,
      }),
    ];
  }
  const { individual } = scope.options;
  return people.flatMap((person) => {
    const problem = whyNot(scope, person);
    if (problem === null) return [];
    const due = individual ? "a person" : "a person or a team";
    return [
      failed({
        code: "CHECKLIST-OWNER-NOT-A-PERSON" as const,
        problem: `the owner of \`${item.id}\` must be ${due}, and ${problem}`,
        ...pasting("name one:", "Owner: @<login>"),
        at,
        item: item.id,
      }),
    ];
  });
}

/** GitHub is asked only of an item's owner who has to be a person. */
function whyNot({ facts, options }: Scope, person: Person): string | null {
  const name = `\`@${person.name}\``;
  if (options.individual && person.kind === "team") return `${name} is a team`;
  const standing = options.individual ? standingOf(facts, person) : standingByName(person);
  if (standing === null) return null;
  if (standing.state === "unknown") return `GitHub knows no ${name}`;
  return standing.state === "no-person" ? `${name} is ${standing.is}` : null;
}
