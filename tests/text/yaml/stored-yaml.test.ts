import { describe, expect, it } from "vitest";
import { keepParsedYaml } from "../../../src/text/yaml/kept-yaml.ts";
import { restoreYaml, type StoredYaml, storeYaml } from "../../../src/text/yaml/stored-yaml.ts";
import { parseYaml, type YamlNode } from "../../../src/text/yaml-tree.ts";
import { openPacks } from "../../../src/worktree/template-files.ts";

function rootOf(text: string): YamlNode {
  const parsed = parseYaml(text);
  if (parsed.state !== "parsed" || parsed.root === null) throw new Error("not YAML");
  return parsed.root;
}

describe("a stored tree is the tree", () => {
  it.each([
    { name: "every kind of scalar", text: 'a: 1\nb: true\nc: null\nd: text\ne: ""\nf: -1.5' },
    { name: "lists in lists", text: "- []\n- [[1], {}]" },
    { name: "keys named like parts of the stored form", text: "list: {map: [list]}\nmap: 1" },
    { name: "a key that is no data in plain objects", text: "__proto__: {constructor: 1}" },
    { name: "a missing value", text: "a: # later\nb:" },
    { name: "a scalar alone", text: "42" },
    ...openPacks().ids.map((id) => ({
      name: `pack ${id}`,
      text: openPacks().read(id)?.text ?? "",
    })),
  ])("$name", ({ text }) => {
    const root = rootOf(text);
    const json = JSON.stringify(storeYaml(text, root));
    expect(restoreYaml((JSON.parse(json) as StoredYaml).root)).toEqual(root);
  });
});

describe("a kept tree", () => {
  it("answers for its own text only", () => {
    const kept = rootOf("kept: 1");
    keepParsedYaml("is: known", kept);
    expect(rootOf("is: known")).toBe(kept);
    expect(rootOf("is: known ")).not.toBe(kept);
  });
});
