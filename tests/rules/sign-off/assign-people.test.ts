import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignPeople } from "../../../src/rules/sign-off/assign-people.ts";

describe("a person of its own for each role", () => {
  const rows: readonly {
    readonly name: string;
    readonly candidates: readonly (readonly string[])[];
    readonly people: readonly (string | null)[];
  }[] = [
    { name: "one each", candidates: [["ana"], ["raj"]], people: ["ana", "raj"] },
    { name: "the first gives way", candidates: [["ana", "raj"], ["ana"]], people: ["raj", "ana"] },
    {
      name: "a chain of giving way",
      candidates: [["a", "b"], ["b", "c"], ["b"], ["a", "d"]],
      people: ["a", "c", "b", "d"],
    },
    { name: "one person for two", candidates: [["ana"], ["ana"]], people: ["ana", null] },
    { name: "one login in two cases", candidates: [["ana"], ["ANA"]], people: ["ana", null] },
    { name: "nobody", candidates: [[], ["ana"]], people: [null, "ana"] },
    { name: "no role", candidates: [], people: [] },
  ];
  it.each(rows)("$name", ({ candidates, people }) => {
    expect(assignPeople(candidates)).toEqual(people);
  });

  it("gives nobody away twice, and fills as many roles as trying all ways does", () => {
    const logins = fc.subarray(["a", "b", "c", "d"]);
    fc.assert(
      fc.property(fc.array(logins, { maxLength: 4 }), (candidates) => {
        const given = assignPeople(candidates).filter((person) => person !== null);
        expect(new Set(given).size).toBe(given.length);
        expect(given.length).toBe(mostFilled(candidates, new Set()));
      }),
    );
  });
});

function mostFilled(
  candidates: readonly (readonly string[])[],
  taken: ReadonlySet<string>,
): number {
  const [first, ...rest] = candidates;
  if (first === undefined) return 0;
  const ways = first
    .filter((login) => !taken.has(login))
    .map((login) => 1 + mostFilled(rest, new Set([...taken, login])));
  return Math.max(mostFilled(rest, taken), ...ways);
}
