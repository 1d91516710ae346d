import { describe, expect, test } from "vitest";
import { askedItems } from "../../src/rules/checklist/asked-items.ts";
import { checklist } from "../../src/rules/checklist.ts";
import { askRule, told } from "../support/ask-rule.ts";
import { policyFrom } from "../support/example-repository.ts";
import { MemorySource } from "../support/memory-source.ts";

const ask = (
  text: string | null,
  options: Record<string, unknown> = {},
  question: Record<string, unknown> = {},
) =>
  askRule(checklist, {
    options: { items: [{ id: "data.parity" }], heading: "Data", ...options },
    source: new MemorySource({ evidence: text === null ? {} : { "READINESS.md": text } }),
    ...question,
  });

const section = (...lines: readonly string[]) => `# Readiness\n\n## Data\n\n${lines.join("\n")}\n`;

describe("a required item", () => {
  const rows = [
    { name: "is there and ticked", text: section("- [x] `data.parity` Same"), found: [] },
    { name: "a capital X ticks", text: section("- [X] `data.parity` Same"), found: [] },
    { name: "other bullets count", text: section("* [x] `data.parity` Same"), found: [] },
    { name: "so does a number", text: section("1. [x] `data.parity` Same"), found: [] },
    { name: "so does a quote", text: section("> - [x] `data.parity` Same"), found: [] },
    {
      name: "so does one nested in another",
      text: section("- [x] Pipeline", "  - [x] `data.parity` Same"),
      found: ["noted CHECKLIST-EXTRA"],
    },
    { name: "bold opens an id", text: section("- [x] **data.parity** Same"), found: [] },
    {
      name: "a comment gives an id",
      text: section("- [x] Same <!-- id: data.parity -->"),
      found: [],
    },
    { name: "ids compare without case", text: section("- [x] `Data.Parity` Same"), found: [] },
    {
      name: "ids compare in normal form",
      text: section("- [x] `data.caf\u0065\u0301` Same"),
      options: { items: [{ id: "data.caf\u00e9" }] },
      found: [],
    },
    {
      name: "is not ticked",
      text: section("- [ ] `data.parity` Same"),
      found: ["failed CHECKLIST-UNTICKED data.parity"],
    },
    {
      name: "is gone",
      text: section("- [x] `data.other` Same"),
      found: ["failed CHECKLIST-DELETED data.parity", "noted CHECKLIST-EXTRA"],
    },
    {
      name: "is gone with all others",
      text: section("Nothing left."),
      found: ["failed CHECKLIST-EMPTY"],
    },
    {
      name: "a mention in the text is no id",
      text: section("- [x] Same as `data.parity`"),
      found: ["failed CHECKLIST-DELETED data.parity", "noted CHECKLIST-EXTRA"],
    },
    {
      name: "stands twice",
      text: section("- [x] `data.parity` Same", "- [ ] `data.parity` Same"),
      found: ["failed CHECKLIST-DUPLICATE data.parity"],
    },
    {
      name: "a code fence holds no items",
      text: section("```", "- [x] `data.parity` Same", "```"),
      found: ["failed CHECKLIST-EMPTY"],
    },
    {
      name: "a comment holds no items",
      text: section("<!--", "- [x] `data.parity` Same", "-->"),
      found: ["failed CHECKLIST-EMPTY"],
    },
    {
      name: "another section's items do not count",
      text: `${section("- [x] Other")}\n## More\n\n- [x] \`data.parity\` Same\n`,
      found: ["failed CHECKLIST-DELETED data.parity", "noted CHECKLIST-EXTRA"],
    },
    {
      name: "a sub-section's items do",
      text: section("### More", "", "- [x] `data.parity` Same"),
      found: [],
    },
    {
      name: "a zero-width space makes another id",
      text: section("- [x] `data.par\u200bity` Same"),
      found: ["failed HIDDEN-CHARACTER data.parity", "noted CHECKLIST-EXTRA"],
    },
    {
      name: "a look-alike letter makes another id",
      text: section("- [x] `data.p\u0430rity` Same"),
      found: ["failed CHECKLIST-DELETED data.parity", "noted CHECKLIST-EXTRA"],
    },
    { name: "no document", text: null, found: ["failed READINESS-MISSING READINESS.md"] },
    {
      name: "the section is gone",
      text: "# Readiness\n\n- [x] `data.parity` Same\n",
      found: ["failed SECTION-MISSING Data"],
    },
    {
      name: "the section is there twice",
      text: `${section("- [x] `data.parity` Same")}\n## Data\n`,
      found: ["failed SECTION-AMBIGUOUS Data"],
    },
  ];
  test.each(rows)("$name", async ({ text, options, found }) => {
    expect(told(await ask(text, options))).toEqual(found);
  });

  const misses = [
    { found: "-[x] `data.parity` Same" },
    { found: "- [ x ] `data.parity` Same" },
    { found: "- [✓] `data.parity` Same" },
    { found: "| Done |\n|---|\n| [x] `data.parity` Same |" },
  ];
  test.each(misses)("a near miss is no box: $found", async ({ found }) => {
    const answer = await ask(section("- [x] Other", "", found, ""));
    expect(told(answer)).toContain("failed CHECKLIST-NOT-A-BOX data.parity");
    const miss = answer.findings.find(({ code }) => code === "CHECKLIST-NOT-A-BOX");
    expect(miss?.remedy.split("\n").at(-1)).toMatch(/^- \[[ x]\] `data\.parity` Same$/);
  });

  test("says where it is missing and what to paste, which does not pass as printed", async () => {
    const options = {
      items: [{ id: "data.parity", title: "Same", require: ["owner", "evidence"] }],
    };
    const [finding] = (await ask(section("- [x] `data.parities` Same"), options)).findings;
    expect(finding?.at).toEqual({ file: "READINESS.md", line: 3, column: 1 });
    expect(finding?.remedy).toContain("`data.parities`");
    expect(finding?.remedy).toContain("- [ ] `data.parity` Same\n  - Owner: @<login>");

    const pasted = finding?.remedy.split("add:\n")[1]?.replace("[ ]", "[x]") ?? "";
    expect(told(await ask(section(pasted), options))).toEqual([
      "failed CHECKLIST-FIELD-MISSING data.parity",
      "failed CHECKLIST-FIELD-MISSING data.parity",
    ]);
  });

  test("says to move it where it stands elsewhere", async () => {
    const text = `${section("- [x] Other")}\n## More\n\n- [x] \`data.parity\` Same\n`;
    const [finding] = (await ask(text)).findings;
    expect(finding?.remedy).toContain("line 9");
  });

  test("names both lines of two with one id", async () => {
    const text = section("- [x] `data.parity` Same", "- [x] `data.parity` Same");
    const [finding] = (await ask(text)).findings;
    expect(finding?.problem).toContain("lines 5 and 6");
    expect(finding?.at?.line).toBe(6);
  });

  test("asks the owner of an unticked item, and says what it still lacks", async () => {
    const options = { items: [{ id: "data.parity", require: ["owner", "evidence"] }] };
    const [finding] = (await ask(section("- [ ] `data.parity` Same · @ana"), options)).findings;
    expect(finding?.asks).toBe("@ana");
    expect(finding?.remedy).toContain("Evidence: <");
    expect(finding?.remedy).not.toContain("Owner");
  });

  test.each([
    { field: "Owner: <@login>", ticked: " " },
    { field: "Owner: @<login>", ticked: "x" },
    { field: "Owner:", ticked: " " },
  ])("says to replace `$field`, ticked `$ticked`, and to add nothing", async (row) => {
    const text = section(`- [${row.ticked}] \`data.parity\` Same\n  - ${row.field}`);
    const options = { items: [{ id: "data.parity", require: ["owner"] }] };
    const [finding] = (await ask(text, options)).findings;
    expect(finding?.remedy).toContain("replace");
    expect(finding?.remedy).not.toContain("add ");
  });

  test("asks nobody where the owner is still the template's", async () => {
    const text = section("- [ ] `data.parity` Same\n  - Owner: <@login>");
    const options = { items: [{ id: "data.parity", require: ["owner"] }] };
    const [finding] = (await ask(text, options)).findings;
    expect(finding?.asks).toBeNull();
  });
});

describe("without a heading in the policy", () => {
  const anywhere = { heading: undefined };
  const rows = [
    {
      name: "explicit ids count in the whole document",
      text: "## Anything\n\n- [x] `data.parity` Same\n- [ ] Other\n",
      found: [],
    },
    {
      name: "titles do not",
      text: "## Anything\n\n- [x] Parity\n",
      options: { items: [{ id: "parity" }] },
      found: ["failed CHECKLIST-DELETED parity"],
    },
    {
      name: "titles do in the gate's section",
      text: "## Gate\n\n- [x] Parity\n",
      options: { items: [{ id: "parity" }] },
      found: [],
    },
    {
      name: "the gate's section alone counts where there is one",
      text: "## Gate\n\n- [x] Other\n\n## Anything\n\n- [x] `data.parity` Same\n",
      found: ["failed CHECKLIST-DELETED data.parity", "noted CHECKLIST-EXTRA"],
    },
    { name: "an empty document", text: "# Readiness\n", found: ["failed CHECKLIST-EMPTY"] },
  ];
  test.each(rows)("$name", async ({ text, options, found }) => {
    expect(told(await ask(text, { ...anywhere, ...options }))).toEqual(found);
  });
});

describe("nested items", () => {
  const rows = [
    {
      name: "an unticked child warns",
      text: section("- [x] `data.parity` Same", "  - [ ] Compare"),
      found: ["warned CHECKLIST-CHILD-UNTICKED data.parity", "noted CHECKLIST-EXTRA"],
    },
    {
      name: "an unticked grandchild warns",
      text: section("- [x] `data.parity` Same", "  - [x] Compare", "    - [ ] Measure"),
      found: ["warned CHECKLIST-CHILD-UNTICKED data.parity", "noted CHECKLIST-EXTRA"],
    },
    {
      name: "a child that is not needed does not",
      text: section(
        "- [x] `data.parity` Same",
        "  - [ ] Compare",
        "    - N/A: there is nothing to compare",
      ),
      found: ["noted CHECKLIST-EXTRA"],
    },
    {
      name: "an unticked parent of a ticked item does not",
      text: section("- [ ] Pipeline", "  - [x] `data.parity` Same"),
      found: ["noted CHECKLIST-EXTRA"],
    },
  ];
  test.each(rows)("$name", async ({ text, found }) => {
    expect(told(await ask(text))).toEqual(found);
  });
});

describe("items nobody requires", () => {
  test("are counted, not judged", async () => {
    const { findings } = await ask(
      section("- [x] `data.parity` Same", "- [ ] Other", "- [ ] More"),
    );
    expect(findings.map(({ code, outcome }) => `${outcome} ${code}`)).toEqual([
      "noted CHECKLIST-EXTRA",
    ]);
    expect(findings[0]?.problem).toContain("2 items");
  });

  test("are judged with `extra: require`", async () => {
    const text = section(
      "- [x] `data.parity` Same · @ana",
      "- [ ] Other",
      "- [x] More",
      "",
      "-[ ] Most",
    );
    const found = told(await ask(text, { extra: "require", require: ["owner"] }));
    expect(found).toContain("failed CHECKLIST-UNTICKED other");
    expect(found).toContain("failed CHECKLIST-FIELD-MISSING more");
    expect(found).toContain("failed CHECKLIST-NOT-A-BOX most");
  });
});

describe("items that another checklist asks for", () => {
  const askedIn = (gate: string, rule: string, item: object) => {
    const rules = [{ id: rule, type: "checklist", items: [item] }];
    const stages = [{ id: "production", branches: ["production"] }];
    return askedItems(
      policyFrom(JSON.stringify({ version: 1, stages, gates: [{ id: gate, rules }] })).gates,
    );
  };
  const text = section("- [x] `data.parity` Same", "- [ ] `data.other` Other");
  const rows = [
    {
      name: "of the same gate",
      asked: askedIn("gate", "other", { id: "Data.Other" }),
      ignored: [],
      required: [],
    },
    {
      name: "of another gate, which may guard another stage",
      asked: askedIn("cost", "rule", { id: "data.other" }),
      ignored: [],
      required: ["failed CHECKLIST-UNTICKED data.other"],
    },
    {
      name: "not of this service",
      asked: askedIn("gate", "other", { id: "data.other", when: { tier: "A" } }),
      ignored: ["noted CHECKLIST-EXTRA"],
      required: ["failed CHECKLIST-UNTICKED data.other"],
    },
    {
      name: "which is this very one",
      asked: askedIn("gate", "rule", { id: "data.other" }),
      ignored: ["noted CHECKLIST-EXTRA"],
      required: ["failed CHECKLIST-UNTICKED data.other"],
    },
  ];
  test.each(rows)("$name, are its own", async ({ asked, ignored, required }) => {
    expect(told(await ask(text, {}, { asked }))).toEqual(ignored);
    expect(told(await ask(text, { extra: "require" }, { asked }))).toEqual(required);
  });

  test("are not what was meant", async () => {
    const asked = askedIn("gate", "x", { id: "data.parity2" });
    const typo = section("- [x] `data.parity2` Same");
    const [finding] = (await ask(typo, {}, { asked })).findings;
    expect(finding?.code).toBe("CHECKLIST-DELETED");
    expect(finding?.remedy).not.toContain("did you mean");
  });
});

describe("`when` of an item", () => {
  const items = [
    { id: "data.parity", when: { tier: ["A", "B"] } },
    { id: "data.volume", when: { tier: "C", regulated: true } },
  ];
  const rows = [
    {
      name: "one of the values",
      fields: { tier: "B" },
      found: ["failed CHECKLIST-UNTICKED data.parity"],
    },
    {
      name: "every field",
      fields: { tier: "C", regulated: true },
      found: ["failed CHECKLIST-DELETED data.volume", "noted CHECKLIST-EXTRA"],
    },
    { name: "not all fields", fields: { tier: "C" }, found: ["noted CHECKLIST-NOTHING-REQUIRED"] },
    { name: "a field that is not set", fields: {}, found: ["noted CHECKLIST-NOTHING-REQUIRED"] },
    {
      name: "another type of value",
      fields: { tier: "C", regulated: "true" },
      found: ["noted CHECKLIST-NOTHING-REQUIRED"],
    },
  ];
  test.each(rows)("$name", async ({ fields, found }) => {
    const text = `---\ntier: A\n---\n${section("- [ ] `data.parity` Same")}`;
    expect(told(await ask(text, { items }, { service: { fields } }))).toEqual(found);
  });
});

describe("options", () => {
  const rows = [
    { name: "no items", options: { items: [] } },
    { name: "one id twice", options: { items: [{ id: "a" }, { id: "a" }] } },
    { name: "a field nobody knows", options: { items: [{ id: "a", require: ["risk"] }] } },
    { name: "a setting nobody knows", options: { items: [{ id: "a" }], extras: "require" } },
    {
      name: "a repository without its owner",
      options: { items: [{ id: "a" }], evidence: { repos: ["shop"] } },
    },
  ];
  test.each(rows)("refuses $name", ({ options }) => {
    expect(() => checklist.options.parse(options)).toThrow();
  });
});
