import { expect, test } from "vitest";
import { summaryOfPack } from "../../src/cli/pack-summary.ts";
import { openPacks } from "../../src/worktree/template-files.ts";

const packs = openPacks();

test.each(packs.ids.map((id) => ({ id })))("the pack $id says what it is about", ({ id }) => {
  const { title, description } = summaryOfPack(id, packs);
  expect(title).not.toBe(id);
  expect(description.length).toBeGreaterThan(40);
});

test.each([{ text: "" }, { text: "title: [x]\n" }, { text: "[" }])(
  "a pack that says nothing, `$text`, is named by its id",
  ({ text }) => {
    const silent = { ids: ["a"], read: () => ({ name: "pack:a", text }) };
    expect(summaryOfPack("a", silent)).toEqual({ title: "a", description: "" });
  },
);
