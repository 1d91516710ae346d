import { expect, it } from "vitest";
import { parseDocument } from "../../src/evidence/parse-document.ts";

function linksOf(text: string): readonly string[] {
  const parsed = parseDocument({ text, blob: text });
  return parsed.state === "parsed" ? parsed.document.links.map(({ target }) => target) : [];
}

it.each([
  {
    name: "a full reference",
    text: "[a][plan]\n\n[plan]: docs/plan.md\n",
    links: ["docs/plan.md"],
  },
  { name: "a collapsed one", text: "[Plan][]\n\n[plan]: docs/plan.md\n", links: ["docs/plan.md"] },
  {
    name: "a shortcut",
    text: "[plan]\n\n[plan]: <docs/the plan.md>\n",
    links: ["docs/the plan.md"],
  },
  { name: "in a task item", text: "- [x] done, [see][1]\n\n[1]: a.md\n", links: ["a.md"] },
  {
    name: "the first of two definitions",
    text: "[a]\n\n[a]: one.md\n[a]: two.md\n",
    links: ["one.md"],
  },
  { name: "no definition", text: "[a][b]\n", links: [] },
  { name: "a definition in a fence", text: "[a]\n\n```\n[a]: one.md\n```\n", links: [] },
  { name: "a name of every object", text: "[constructor]\n", links: [] },
])("$name", ({ text, links }) => {
  expect(linksOf(text)).toEqual(links);
});
