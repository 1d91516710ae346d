import { type Person, parsePeople } from "../../evidence/people.ts";
import type { ItemField, TaskItem } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { failed, pasting } from "../findings.ts";
import { standingOf } from "../people/account-standing.ts";
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
  if (!scope.options.individual) return [];
  return people.flatMap((person) => {
    const problem = whyNoPerson(scope, person);
    if (problem === null) return [];
    return [
      failed({
        code: "CHECKLIST-OWNER-NOT-A-PERSON" as const,
        problem: `the owner of \`${item.id}\` must be a person, and ${problem}`,
        ...pasting("name one:", "Owner: @<login>"),
        at,
        item: item.id,
      }),
    ];
  });
}

function whyNoPerson({ facts }: Scope, person: Person): string | null {
  const name = `\`@${person.name}\``;
  if (person.kind === "team") return `${name} is a team`;
  const standing = standingOf(facts, person);
  if (standing === null) return null;
  if (standing.state === "unknown") return `GitHub knows no ${name}`;
  return standing.state === "no-person" ? `${name} is ${standing.is}` : null;
}
