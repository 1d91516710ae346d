import { describe, expect, test } from "vitest";
import { parsePeople } from "../../src/evidence/people.ts";

/** `user:ana (on leave)` */
function told(text: string): { people: string[]; rest: string } {
  const { people, rest } = parsePeople(text);
  const shown = people.map(
    ({ kind, name, attributes }) =>
      `${kind}:${name}${attributes === null ? "" : ` (${attributes})`}`,
  );
  return { people: shown, rest };
}

describe("people and teams", () => {
  test.each([
    { text: "@ana", people: ["user:ana"], rest: "" },
    { text: "@Ana-Lena", people: ["user:Ana-Lena"], rest: "" },
    { text: "@acme/data-team", people: ["team:acme/data-team"], rest: "" },
    { text: "@ana (on leave)", people: ["user:ana (on leave)"], rest: "" },
    {
      text: "@ana(lead), @raj (deputy)",
      people: ["user:ana (lead)", "user:raj (deputy)"],
      rest: "",
    },
    {
      text: "@ana, @raj and @acme/data",
      people: ["user:ana", "user:raj", "team:acme/data"],
      rest: "",
    },
    {
      text: "@ana & @raj + @eve; @bob",
      people: ["user:ana", "user:raj", "user:eve", "user:bob"],
      rest: "",
    },
    { text: "@ana_acme", people: ["user:ana_acme"], rest: "" },
    { text: "@deploy[bot]", people: ["user:deploy[bot]"], rest: "" },
    { text: "@ana @ana", people: ["user:ana", "user:ana"], rest: "" },
    { text: "", people: [], rest: "" },
    { text: "ana", people: [], rest: "ana" },
    { text: "Ana Lena", people: [], rest: "Ana Lena" },
    { text: "ana@acme.example", people: [], rest: "ana@acme.example" },
    { text: "@acme/data/child", people: [], rest: "@acme/data/child" },
    { text: "@@ana", people: [], rest: "@@ana" },
    { text: "@-ana", people: [], rest: "@-ana" },
    { text: "@", people: [], rest: "@" },
    { text: "@ana or somebody", people: ["user:ana"], rest: "or somebody" },
    { text: "everyone @acme", people: ["user:acme"], rest: "everyone" },
    { text: "＠ana", people: [], rest: "＠ana" },
    { text: "@\u200bana", people: [], rest: "@\u200bana" },
    { text: `@${"a".repeat(200)}`, people: [], rest: `@${"a".repeat(200)}` },
    { text: "https://github.com/@ana", people: [], rest: "https://github.com/@ana" },
  ])("$text", ({ text, people, rest }) => expect(told(text)).toEqual({ people, rest }));

  test("letters of other scripts end a login and are left over", () => {
    expect(parsePeople("@аna").people).toEqual([]);
    expect(parsePeople("@anа").rest).not.toBe("");
  });
});
