import { describe, expect, test } from "vitest";
import { table } from "../../src/rules/table.ts";
import { askRule, told } from "../support/ask-rule.ts";
import { type Content, MemorySource } from "../support/memory-source.ts";

type Options = Readonly<Record<string, unknown>>;

const markdown = (header: string, ...rows: readonly string[]) =>
  [
    "## Systems",
    "",
    `| ${header} |`,
    `|${header
      .split("|")
      .map(() => "---|")
      .join("")}`,
    ...rows.map((row) => `| ${row} |`),
    "",
  ].join("\n");

const ask = (text: string, options: Options, files: Readonly<Record<string, Content>> = {}) =>
  askRule(table, {
    options: { heading: "Systems", ...options },
    source: new MemorySource({ evidence: { "READINESS.md": text, ...files } }),
  });

describe("a cell", () => {
  const files: Readonly<Record<string, Content>> = { "docs/run.md": "# Run\n" };
  const rows: readonly { column: Options; cell: string; found: string | null }[] = [
    { column: {}, cell: "anything", found: null },
    { column: {}, cell: "✅", found: null },
    { column: {}, cell: "", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "–", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "n/a", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "\\<value>", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "<value>", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "<!-- said -->", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "an\u202eything", found: "HIDDEN-CHARACTER" },
    { column: { required: false }, cell: "", found: null },
    { column: { required: false, type: "number" }, cell: "TBD", found: null },
    { column: { required: false, type: "number" }, cell: "many", found: "TABLE-CELL-TYPE" },
    { column: { type: "number" }, cell: "1,200", found: null },
    { column: { type: "number" }, cell: "120 ms", found: null },
    { column: { type: "number" }, cell: "1,20,0", found: "TABLE-CELL-TYPE" },
    { column: { type: "number" }, cell: ">= 90", found: "TABLE-CELL-TYPE" },
    { column: { type: "number" }, cell: "about 90", found: "TABLE-CELL-TYPE" },
    { column: { type: "percent" }, cell: "94.1 %", found: null },
    { column: { type: "percent" }, cell: "94.1%", found: null },
    { column: { type: "percent" }, cell: "0.94", found: "TABLE-CELL-TYPE" },
    { column: { type: "percent" }, cell: "94 ms", found: "TABLE-CELL-TYPE" },
    { column: { type: "bool" }, cell: "Yes", found: null },
    { column: { type: "bool" }, cell: "false", found: null },
    { column: { type: "bool" }, cell: "maybe", found: "TABLE-CELL-TYPE" },
    { column: { type: "owner" }, cell: "@ana", found: null },
    { column: { type: "owner" }, cell: "@acme/ml (weekdays)", found: null },
    { column: { type: "owner" }, cell: "ana", found: "TABLE-CELL-TYPE" },
    { column: { type: "owner" }, cell: "@ghost", found: "TABLE-CELL-TYPE" },
    { column: { type: "owner" }, cell: "@ana, @renovate[bot]", found: "TABLE-CELL-TYPE" },
    { column: { type: "link" }, cell: "[run](docs/run.md)", found: null },
    { column: { type: "link" }, cell: "docs/run.md", found: null },
    { column: { type: "link" }, cell: "https://acme.example/1", found: null },
    { column: { type: "link" }, cell: "[run](docs/none.md)", found: "TABLE-LINK" },
    { column: { type: "link" }, cell: "[self](#systems)", found: "TABLE-LINK" },
    { column: { type: "link" }, cell: "[js](javascript:0)", found: "TABLE-LINK" },
    { column: { type: "link" }, cell: "in the shared folder", found: "TABLE-CELL-TYPE" },
    { column: { type: "date" }, cell: "2026-09-12", found: null },
    { column: { type: "date" }, cell: "2026-12-12", found: null },
    { column: { type: "date", past: true }, cell: "2026-10-01", found: null },
    { column: { type: "date", past: true }, cell: "2026-10-02", found: "TABLE-FUTURE" },
    { column: { type: "date", max_age: "20d" }, cell: "2026-10-02", found: "TABLE-FUTURE" },
    { column: { type: "date", max_age: "20d" }, cell: "2026-09-11", found: null },
    { column: { type: "date", max_age: "20d" }, cell: "2026-09-10", found: "TABLE-OUTDATED" },
    { column: { type: "date" }, cell: "12.09.2026", found: "TABLE-CELL-TYPE" },
    { column: { type: "date" }, cell: "2026-02-30", found: "TABLE-CELL-TYPE" },
    { column: { one_of: ["pass", "not needed"] }, cell: "Pass", found: null },
    { column: { one_of: ["none", "n/a", "open"] }, cell: "None", found: null },
    { column: { one_of: ["none", "n/a", "open"] }, cell: "N/A", found: null },
    { column: { one_of: ["none", "open"] }, cell: "n/a", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "None", found: null },
    { column: {}, cell: "n.a.", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "not applicable", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "unknown", found: "TABLE-CELL-MISSING" },
    { column: {}, cell: "to do", found: "TABLE-CELL-MISSING" },
    { column: { type: "date" }, cell: "none", found: "TABLE-CELL-MISSING" },
    { column: { type: "owner" }, cell: "none", found: "TABLE-CELL-MISSING" },
    { column: { one_of: ["pass", "not needed"] }, cell: "passed", found: "TABLE-CELL-VALUE" },
  ];
  test.each(rows)("$column: $cell", async ({ column, cell, found }) => {
    const columns = { System: {}, State: column };
    const answer = await ask(markdown("System | State", `crm | ${cell}`), { columns }, files);
    expect(answer.findings.map(({ code }) => code)).toEqual(found === null ? [] : [found]);
  });

  test.each(["Decided", "reviewed", "Measured", "tested"])(
    "a column named %s says that something happened",
    async (name) => {
      const columns = { System: {}, [name]: { type: "date" } };
      const text = markdown(`System | ${name}`, "crm | 2026-10-02");
      expect(told(await ask(text, { columns }))).toEqual([`failed TABLE-FUTURE crm: ${name}`]);
    },
  );

  test("offers the days another form may mean", async () => {
    const columns = { System: {}, Day: { type: "date" } };
    const [finding] = (await ask(markdown("System | Day", "crm | 12.09.2026"), { columns }))
      .findings;
    expect(finding?.remedy).toContain("`2026-09-12`");
    expect(finding?.at).toMatchObject({ file: "READINESS.md", line: 5 });
  });
});

describe("rows", () => {
  const columns = { System: {}, Owner: { type: "owner" } };
  const rows = [
    {
      name: "all there",
      text: markdown("System | Owner", "crm | @ana", "ledger | @raj"),
      found: [],
    },
    {
      name: "by an alias",
      text: markdown("System | Owner", "CRM | @ana", "general ledger | @raj"),
      found: [],
    },
    {
      name: "one missing",
      text: markdown("System | Owner", "crm | @ana"),
      found: ["failed TABLE-ROW-MISSING ledger"],
    },
    {
      name: "one twice",
      text: markdown("System | Owner", "crm | @ana", "Crm | @raj", "ledger | @raj"),
      found: ["failed TABLE-ROW-DUPLICATE crm"],
    },
    {
      name: "one under two names",
      text: markdown("System | Owner", "crm | @ana", "ledger | @ana", "general ledger | @raj"),
      found: ["failed TABLE-ROW-DUPLICATE ledger"],
    },
    {
      name: "one more, which is judged too",
      text: markdown("System | Owner", "crm | @ana", "ledger | @raj", "mail | TBD"),
      found: ["failed TABLE-CELL-MISSING mail: Owner"],
    },
    {
      name: "none at all",
      text: markdown("System | Owner"),
      found: [
        "failed TABLE-ROW-MISSING crm",
        "failed TABLE-ROW-MISSING ledger",
        "failed TABLE-TOO-FEW-ROWS",
      ],
    },
  ];
  const required = ["crm", { row: "ledger", aliases: ["General ledger"] }];
  test.each(rows)("$name", async ({ text, found }) => {
    expect(told(await ask(text, { columns, rows: required }))).toEqual(found);
  });

  test("what to paste for a missing one does not pass", async () => {
    const options = { columns, rows: ["ledger"] };
    const [finding] = (await ask(markdown("System | Owner", "ledgers | @ana"), options)).findings;
    expect(finding?.remedy).toContain("did you mean `ledgers`");
    const row = /`\| (ledger .*) \|`/.exec(finding?.remedy ?? "")?.[1] ?? "";
    expect(told(await ask(markdown("System | Owner", row), options))).toEqual([
      "failed TABLE-CELL-MISSING ledger: Owner",
    ]);
  });

  const counts = [
    { least: 2, found: [] },
    { least: 3, found: ["failed TABLE-TOO-FEW-ROWS"] },
  ];
  test.each(counts)("at least $least", async ({ least, found }) => {
    const text = markdown("System | Owner", "crm | @ana", "ledger | @raj", " | ");
    const optional = { System: { required: false }, Owner: { required: false } };
    expect(told(await ask(text, { columns: optional, min_rows: least }))).toEqual(found);
  });

  test("unique columns", async () => {
    const text = markdown("System | Owner", "crm | @ana", "CRM | @ana", "mail | @raj");
    const [finding, ...others] = (await ask(text, { columns, unique: ["System"] })).findings;
    expect(finding?.code).toBe("TABLE-NOT-UNIQUE");
    expect(finding?.problem).toContain("lines 5 and 6");
    expect(others).toEqual([]);
  });

  test("named by another column", async () => {
    const text = markdown("Owner | System", "@ana | crm");
    const options = {
      columns: { Owner: { type: "owner" } },
      key: "System",
      rows: ["crm", "ledger"],
    };
    expect(told(await ask(text, options))).toEqual(["failed TABLE-ROW-MISSING ledger"]);
  });
});

describe("the table", () => {
  const columns = { System: { aliases: ["Name"] }, Owner: {}, Notes: { required: false } };
  const rows = [
    {
      name: "headers by alias and in any case",
      text: markdown("NAME | owner", "crm | @ana"),
      found: [],
    },
    {
      name: "a required header is missing",
      text: markdown("System", "crm"),
      found: ["errored COLUMN-MISSING Owner"],
    },
    {
      name: "a header twice",
      text: markdown("System | Name | Owner", "crm | crm | @ana"),
      found: ["failed COLUMN-AMBIGUOUS System"],
    },
    { name: "no table", text: "## Systems\n\nNone.\n", found: ["failed TABLE-MISSING Systems"] },
    { name: "no section", text: "# Readiness\n", found: ["failed SECTION-MISSING Systems"] },
    {
      name: "in a comment",
      text: `## Systems\n\n<!--\n${markdown("System | Owner", "crm | @ana")}\n-->\n`,
      found: ["failed TABLE-MISSING Systems"],
    },
  ];
  test.each(rows)("$name", async ({ text, found }) => {
    expect(told(await ask(text, { columns }))).toEqual(found);
  });
});

describe("a file", () => {
  const columns = { name: { aliases: ["system"] }, owner: { type: "owner" } };
  const rows: readonly {
    name: string;
    file: string;
    text: Content;
    options?: Options;
    found: string[];
  }[] = [
    { name: "CSV", file: "a.csv", text: "name,owner\ncrm,@ana\n", found: [] },
    {
      name: "CSV with quotes",
      file: "a.csv",
      text: '"System","owner"\n"c,r,m","@ana"\n',
      found: [],
    },
    {
      name: "CSV without a column",
      file: "a.csv",
      text: "name\ncrm\n",
      found: ["errored COLUMN-MISSING owner"],
    },
    {
      name: "CSV with an empty cell",
      file: "a.csv",
      text: "name,owner\ncrm,\n",
      found: ["failed TABLE-CELL-MISSING crm: owner"],
    },
    {
      name: "CSV with nothing but its header",
      file: "a.csv",
      text: "name,owner\n",
      found: ["failed TABLE-TOO-FEW-ROWS"],
    },
    {
      name: "CSV with an open quote",
      file: "a.csv",
      text: 'name,owner\n"crm,@ana\n',
      found: ["errored FILE-MALFORMED a.csv"],
    },
    { name: "YAML", file: "a.yml", text: '- {name: crm, owner: "@ana"}\n', found: [] },
    {
      name: "YAML further in",
      file: "a.yaml",
      text: 'x:\n  y:\n    - {Name: crm, owner: "@ana"}\n',
      options: { list: "x.y" },
      found: [],
    },
    {
      name: "YAML without the list",
      file: "a.yaml",
      text: "x: 1\n",
      options: { list: "x.y" },
      found: ["errored FILE-MALFORMED a.yaml"],
    },
    {
      name: "YAML with a list of texts",
      file: "a.yml",
      text: "- crm\n",
      found: ["errored FILE-MALFORMED a.yml"],
    },
    {
      name: "YAML with an empty list",
      file: "a.yml",
      text: "[]\n",
      found: ["failed TABLE-TOO-FEW-ROWS"],
    },
    {
      name: "YAML with a key left out",
      file: "a.yml",
      text: "- {name: crm}\n",
      found: ["failed TABLE-CELL-MISSING crm: owner"],
    },
    {
      name: "YAML with one column twice",
      file: "a.yml",
      text: '- {name: crm, system: crm, owner: "@ana"}\n',
      found: ["failed COLUMN-AMBIGUOUS name"],
    },
    {
      name: "YAML with a map for a value",
      file: "a.yml",
      text: '- {name: {x: 1}, owner: "@ana"}\n',
      found: ["failed TABLE-TOO-FEW-ROWS", "failed TABLE-CELL-MISSING line 1: name"],
    },
    { name: "JSON", file: "a.json", text: '[{"name": "crm", "owner": "@ana"}]', found: [] },
    {
      name: "JSON with one key twice",
      file: "a.json",
      text: '[{"name": "crm", "owner": "@ana", "owner": "@raj"}]',
      found: ["errored FILE-MALFORMED a.json"],
    },
    {
      name: "Markdown",
      file: "a.md",
      text: "| name | owner |\n|---|---|\n| crm | @ana |\n",
      found: [],
    },
    {
      name: "Markdown, in a section",
      file: "a.md",
      text: "## Systems\n\n| name | owner |\n|---|---|\n| crm | @ana |\n",
      options: { heading: "Systems" },
      found: [],
    },
    {
      name: "Markdown, another section",
      file: "a.md",
      text: "| name | owner |\n|---|---|\n| crm | @ana |\n",
      options: { heading: "Systems" },
      found: ["failed SECTION-MISSING Systems"],
    },
    { name: "absent", file: "a.csv", text: "directory", found: ["failed FILE-MISSING a.csv"] },
    { name: "empty", file: "a.csv", text: "empty", found: ["failed FILE-MISSING a.csv"] },
  ];
  test.each(rows)("$name", async ({ file, text, options, found }) => {
    const given = { heading: undefined, columns, file, ...options };
    expect(told(await ask("", given, { [file]: text }))).toEqual(found);
  });

  test("of the service", async () => {
    const answer = await askRule(table, {
      options: { columns, file: "{path}/systems.csv" },
      source: new MemorySource({
        evidence: { "services/shop/systems.csv": "name,owner\ncrm,@ana\n" },
      }),
      service: { id: "shop", path: "services/shop" },
    });
    expect(told(answer)).toEqual([]);
  });
});

describe("options", () => {
  const rows = [
    { name: "no columns", options: { columns: {} } },
    { name: "a type nobody knows", options: { columns: { a: { type: "money" } } } },
    { name: "another format", options: { columns: { a: {} }, file: "a.xlsx" } },
    { name: "an age that is no duration", options: { columns: { a: { max_age: "90 days" } } } },
    { name: "no rows at all", options: { columns: { a: {} }, min_rows: 0 } },
  ];
  test.each(rows)("refuses $name", ({ options }) => {
    expect(() => table.options.parse(options)).toThrow();
  });
});
