import { describe, expect, test } from "vitest";
import { owners } from "../../src/rules/owners.ts";
import { askRule, type RuleAnswer, told } from "../support/ask-rule.ts";
import { MemorySource } from "../support/memory-source.ts";

type Options = Readonly<Record<string, unknown>>;

const ROLE: Options = { heading: "Owners", roles: ["Model quality"] };

const table = (header: string, ...rows: readonly string[]) =>
  [
    "## Owners",
    "",
    `| ${header} |`,
    `|${header
      .split("|")
      .map(() => "---|")
      .join("")}`,
    ...rows.map((row) => `| ${row} |`),
    "",
  ].join("\n");

const ask = (text: string, options: Options = {}, source?: MemorySource): Promise<RuleAnswer> =>
  askRule(owners, {
    options: { ...ROLE, ...options },
    source: source ?? new MemorySource({ evidence: { "READINESS.md": text } }),
  });

describe("a role in the table", () => {
  const rows = [
    { name: "held by a person", row: "Model quality | @ana", found: [] },
    { name: "held by a team", row: "Model quality | @acme/ml", found: [] },
    { name: "in any case", row: "MODEL  quality | @ana", found: [] },
    { name: "with a remark", row: "Model quality | @ana (Mon–Thu)", found: [] },
    { name: "with a name beside the login", row: "Model quality | Ana Lima @ana", found: [] },
    { name: "held by two", row: "Model quality | @ana, @raj", found: [] },
    { name: "in bold", row: "**Model quality** | @ana", found: [] },
    { name: "nobody", row: "Model quality | ", found: ["failed OWNERS-EMPTY Model quality"] },
    { name: "a dash", row: "Model quality | –", found: ["failed OWNERS-EMPTY Model quality"] },
    { name: "TBD", row: "Model quality | TBD", found: ["failed OWNERS-EMPTY Model quality"] },
    {
      name: "as printed",
      row: "Model quality | @<login>",
      found: ["failed OWNERS-EMPTY Model quality"],
    },
    {
      name: "a name",
      row: "Model quality | Ana Lima",
      found: ["failed OWNERS-FORM Model quality"],
    },
    {
      name: "an address",
      row: "Model quality | ana@acme.example",
      found: ["failed OWNERS-FORM Model quality"],
    },
    {
      name: "commented out",
      row: "Model quality | <!-- @ana -->",
      found: ["failed OWNERS-EMPTY Model quality"],
    },
    {
      name: "the account of the deleted, which GitHub need not be asked for",
      row: "Model quality | @ghost",
      found: ["failed OWNERS-UNKNOWN Model quality"],
    },
    {
      name: "an app",
      row: "Model quality | @renovate[bot]",
      found: ["failed OWNERS-KIND Model quality"],
    },
    { name: "a short row", row: "Model quality", found: ["failed OWNERS-EMPTY Model quality"] },
    {
      name: "a hidden character",
      row: "Model quality | @an\u2066a",
      found: ["failed HIDDEN-CHARACTER Model quality"],
    },
    {
      name: "another role",
      row: "Model qualities | @ana",
      found: ["failed OWNERS-ROLE-MISSING Model quality"],
    },
    {
      name: "a hidden character in the role",
      row: "Model\u200b quality | @ana",
      found: [
        "failed HIDDEN-CHARACTER Model\u200b quality",
        "failed OWNERS-ROLE-MISSING Model quality",
      ],
    },
  ];
  test.each(rows)("$name", async ({ row, found }) => {
    expect(told(await ask(table("Role | Owner", row)))).toEqual(found);
  });

  test("twice", async () => {
    const text = table("Role | Owner", "Model quality | @ana", "model quality | @raj");
    const [finding, ...others] = (await ask(text)).findings;
    expect(finding?.code).toBe("OWNERS-DUPLICATE");
    expect(finding?.problem).toContain("lines 5 and 6");
    expect(others).toEqual([]);
  });

  test("by an alias, and not by two names at once", async () => {
    const roles = [{ role: "Model quality", aliases: ["Quality"] }];
    expect(told(await ask(table("Role | Owner", "Quality | @ana"), { roles }))).toEqual([]);
    const twice = table("Role | Owner", "Quality | @ana", "Model quality | @raj");
    expect(told(await ask(twice, { roles }))).toEqual(["failed OWNERS-DUPLICATE Model quality"]);
  });

  test("missing: says what to paste, which does not pass", async () => {
    const text = table("Role | Owner | Notes", "Model qualty | @ana | x");
    const [finding] = (await ask(text)).findings;
    expect(finding?.at).toEqual({ file: "READINESS.md", line: 3, column: 1 });
    expect(finding?.remedy).toContain("did you mean `Model qualty`");
    const row = /`\| (Model quality .*) \|`/.exec(finding?.remedy ?? "")?.[1] ?? "";
    expect(told(await ask(table("Role | Owner | Notes", row)))).toEqual([
      "failed OWNERS-EMPTY Model quality",
    ]);
  });
});

describe("the table", () => {
  const rows = [
    { name: "no document", files: {}, found: ["failed READINESS-MISSING READINESS.md"] },
    {
      name: "no section",
      files: { "READINESS.md": "# Readiness\n" },
      found: ["failed SECTION-MISSING Owners"],
    },
    {
      name: "no table",
      files: { "READINESS.md": "## Owners\n\nAna.\n" },
      found: ["failed TABLE-MISSING Owners"],
    },
    {
      name: "in a code fence",
      files: {
        "READINESS.md": `## Owners\n\n\`\`\`\n${table("Role | Owner", "Model quality | @ana")}\`\`\`\n`,
      },
      found: ["failed TABLE-MISSING Owners"],
    },
    {
      name: "without the column",
      files: { "READINESS.md": table("Role | Phone", "Model quality | 112") },
      found: ["errored COLUMN-MISSING Owner"],
    },
    {
      name: "with the column twice",
      files: { "READINESS.md": table("Role | Owner | Owner", "Model quality | @ana | @raj") },
      found: ["failed COLUMN-AMBIGUOUS Owner"],
    },
  ];
  test.each(rows)("$name", async ({ files, found }) => {
    expect(told(await ask("", {}, new MemorySource({ evidence: files })))).toEqual(found);
  });

  test("twice in the section", async () => {
    const one = table("Role | Owner", "Model quality | @ana");
    const text = `${one}\n### More\n\n${one.replace("## Owners\n\n", "")}`;
    expect(told(await ask(text))).toEqual(["failed TABLE-AMBIGUOUS Owners"]);
  });

  test("anywhere, where no heading is set", async () => {
    const text = table("Role | Owner", "Model quality | @ana").replace("Owners", "People");
    expect(told(await ask(text, { heading: undefined }))).toEqual([]);
  });
});

describe("deny", () => {
  const rows = [
    { owner: "@ai-coe", denied: true },
    { owner: "@AI-CoE", denied: true },
    { owner: "@acme/ai-coe", denied: true },
    { owner: "@ana (AI CoE)", denied: true },
    { owner: "AI CoE @ana", denied: true },
    { owner: "@ana, @acme/ai-coe", denied: true },
    { owner: "@acme/ai-coe-friends", denied: false },
    { owner: "@ana", denied: false },
  ];
  test.each(rows)("$owner: $denied", async ({ owner, denied }) => {
    const found = denied ? ["failed OWNERS-DENIED Model quality"] : [];
    const text = table("Role | Owner", `Model quality | ${owner}`);
    expect(told(await ask(text, { deny: ["ai-coe"] }))).toEqual(found);
    const roles = [{ role: "Model quality", deny: ["ai-coe"] }];
    expect(told(await ask(text, { roles }))).toEqual(found);
  });
});

describe("backup and escalation", () => {
  const rows = [
    { options: {}, cells: " | ", found: [] },
    {
      options: { backup: "required" },
      cells: " | x",
      found: ["failed OWNERS-BACKUP-MISSING Model quality"],
    },
    {
      options: { backup: "recommended" },
      cells: "- | x",
      found: ["warned OWNERS-BACKUP-MISSING Model quality"],
    },
    { options: { backup: "required" }, cells: "@raj | ", found: [] },
    {
      options: { backup: "required" },
      cells: "Raj | ",
      found: ["failed OWNERS-FORM Model quality"],
    },
    {
      options: { backup: "required" },
      cells: "@ANA | ",
      found: ["warned OWNERS-BACKUP-SAME Model quality"],
    },
    { options: {}, cells: "@ana | ", found: ["warned OWNERS-BACKUP-SAME Model quality"] },
    {
      options: { escalation: "required" },
      cells: " | ",
      found: ["failed OWNERS-ESCALATION-MISSING Model quality"],
    },
    {
      options: { escalation: "required" },
      cells: " | TBD",
      found: ["failed OWNERS-ESCALATION-MISSING Model quality"],
    },
    {
      options: { escalation: "recommended" },
      cells: " | ",
      found: ["warned OWNERS-ESCALATION-MISSING Model quality"],
    },
    { options: { escalation: "required" }, cells: " | #claims-oncall", found: [] },
    {
      options: {},
      cells: " | #claims\u200b-oncall",
      found: ["failed HIDDEN-CHARACTER #claims\u200b-oncall"],
    },
  ];
  test.each(rows)("$options with $cells", async ({ options, cells, found }) => {
    const text = table("Role | Owner | Backup | Escalation", `Model quality | @ana | ${cells}`);
    expect(told(await ask(text, options))).toEqual(found);
  });

  test("a required column that is not there is errored", async () => {
    const text = table("Role | Owner", "Model quality | @ana");
    expect(told(await ask(text, { backup: "required" }))).toEqual([
      "errored COLUMN-MISSING Backup",
    ]);
  });
});

describe("what GitHub says of owners", () => {
  const rows = [
    { name: "not asked by itself", owner: "@nobody", options: {}, found: [] },
    { name: "a person", owner: "@ana", options: { individual: true }, found: [] },
    {
      name: "a team for a person",
      owner: "@acme/ml",
      options: { individual: true },
      found: ["failed OWNERS-KIND Model quality"],
    },
    {
      name: "two for one",
      owner: "@ana @raj",
      options: { individual: true },
      found: ["failed OWNERS-SEVERAL Model quality"],
    },
    {
      name: "a bot",
      owner: "@renovate",
      options: { individual: true },
      found: ["failed OWNERS-KIND Model quality"],
    },
    {
      name: "an organization",
      owner: "@acme",
      options: { kind: "any" },
      found: ["failed OWNERS-KIND Model quality"],
    },
    {
      name: "unknown",
      owner: "@nobody",
      options: { kind: "any" },
      found: ["failed OWNERS-UNKNOWN Model quality"],
    },
    {
      name: "the account of the deleted",
      owner: "@Ghost",
      options: { kind: "person" },
      found: ["failed OWNERS-UNKNOWN Model quality"],
    },
    { name: "a team", owner: "@acme/ml", options: { kind: "team" }, found: [] },
    {
      name: "a person for a team",
      owner: "@ana",
      options: { kind: "team" },
      found: ["failed OWNERS-KIND Model quality"],
    },
    {
      name: "an unknown team",
      owner: "@acme/gone",
      options: { kind: "team" },
      found: ["failed OWNERS-UNKNOWN Model quality"],
    },
    {
      name: "an empty team",
      owner: "@acme/empty",
      options: { kind: "team" },
      found: ["failed OWNERS-TOO-FEW-MEMBERS Model quality"],
    },
    { name: "just enough members", owner: "@acme/ml", options: { min_members: 2 }, found: [] },
    {
      name: "one member too few",
      owner: "@acme/ml",
      options: { min_members: 3 },
      found: ["failed OWNERS-TOO-FEW-MEMBERS Model quality"],
    },
    { name: "members are a team's", owner: "@ana", options: { min_members: 3 }, found: [] },
    { name: "enough access", owner: "@ana", options: { access: "write" }, found: [] },
    { name: "more than enough", owner: "@raj", options: { access: "read" }, found: [] },
    {
      name: "not enough",
      owner: "@li",
      options: { access: "write" },
      found: ["failed OWNERS-NO-ACCESS Model quality"],
    },
    {
      name: "a team without access",
      owner: "@acme/ml",
      options: { access: "read" },
      found: ["failed OWNERS-NO-ACCESS Model quality"],
    },
    {
      name: "individual goes before kind",
      owner: "@acme/ml",
      options: { individual: true, kind: "team" },
      found: ["failed OWNERS-KIND Model quality"],
    },
    {
      name: "no answer",
      owner: "@zoe",
      options: { kind: "any" },
      found: ["errored NEEDS-GITHUB the account `@zoe`"],
    },
  ];
  const github = (text: string) =>
    new MemorySource({ evidence: { "READINESS.md": text } })
      .with({ kind: "account", login: "ana" }, { state: "user", access: "write" })
      .with({ kind: "account", login: "raj" }, { state: "user", access: "admin" })
      .with({ kind: "account", login: "li" }, { state: "user", access: "triage" })
      .with({ kind: "account", login: "renovate" }, { state: "bot", access: "write" })
      .with({ kind: "account", login: "acme" }, { state: "organization", access: "none" })
      .with({ kind: "account", login: "nobody" }, { state: "absent" })
      .with(
        { kind: "team", team: "acme/ml" },
        { state: "team", members: ["ana", "Ana", "raj"], access: "none" },
      )
      .with({ kind: "team", team: "acme/empty" }, { state: "team", members: [], access: "write" })
      .with({ kind: "team", team: "acme/gone" }, { state: "absent" });
  test.each(rows)("$name: $owner", async ({ owner, options, found }) => {
    const text = table("Role | Owner", `Model quality | ${owner}`);
    expect(told(await ask(text, options, github(text)))).toEqual(found);
  });

  test("of a backup, whatever its kind", async () => {
    const text = table("Role | Owner | Backup", "Model quality | @ana | @acme/gone");
    const options = { individual: true, backup: "recommended" };
    expect(told(await ask(text, options, github(text)))).toEqual([
      "failed OWNERS-UNKNOWN Model quality",
    ]);
  });

  test("is asked in one round", async () => {
    const text = table("Role | Owner", "Model quality | @ana");
    const answer = await ask(text, { individual: true }, github(text));
    expect(answer.rounds).toBe(2);
  });
});

describe("max_roles_per_person", () => {
  const text = table("Role | Owner", "A | @ana", "B | @Ana", "C | @raj", "D | @ana");
  const rows = [
    { roles: ["A", "B", "C"], max: 2, found: [] },
    { roles: ["A", "B", "C"], max: 1, found: ["warned OWNERS-TOO-MANY-ROLES ana"] },
    { roles: ["A", "C"], max: 1, found: [] },
  ];
  test.each(rows)("$roles and $max", async ({ roles, max, found }) => {
    expect(told(await ask(text, { roles, max_roles_per_person: max }))).toEqual(found);
  });
});

describe("a data file", () => {
  const rows = [
    { name: "a list", text: '- {role: Model quality, owner: "@ana"}\n', found: [] },
    {
      name: "under `owners`",
      text: 'owners:\n  - {Role: Model quality, Owner: "@ana"}\n',
      found: [],
    },
    { name: "a map", text: 'Model quality: "@ana"\n', found: [] },
    { name: "a map of maps", text: 'Model quality:\n  owner: "@ana"\n', found: [] },
    { name: "several in a list", text: 'Model quality: ["@ana", "@raj"]\n', found: [] },
    {
      name: "no mention",
      text: "Model quality: ana\n",
      found: ["failed OWNERS-FORM Model quality"],
    },
    { name: "null", text: "Model quality:\n", found: ["failed OWNERS-EMPTY Model quality"] },
    {
      name: "a map without owner",
      text: "Model quality: {phone: 112}\n",
      found: ["failed OWNERS-EMPTY Model quality"],
    },
    {
      name: "another role",
      text: 'Cost: "@ana"\n',
      found: ["failed OWNERS-ROLE-MISSING Model quality"],
    },
    { name: "a list of texts", text: "- ana\n", found: ["errored FILE-MALFORMED owners.yml"] },
    { name: "a text", text: "ana\n", found: ["errored FILE-MALFORMED owners.yml"] },
    {
      name: "an unquoted mention",
      text: "Model quality: @ana\n",
      found: ["errored FILE-MALFORMED owners.yml"],
    },
    {
      name: "a key twice",
      text: 'A: "@ana"\nA: "@raj"\n',
      found: ["errored FILE-MALFORMED owners.yml"],
    },
    { name: "empty", text: "empty", found: ["failed FILE-MISSING owners.yml"] },
    { name: "a link", text: "link", found: ["failed FILE-MISSING owners.yml"] },
    { name: "an odd key", text: '__proto__: "@ana"\nModel quality: "@ana"\n', found: [] },
  ];
  test.each(rows)("$name", async ({ text, found }) => {
    const source = new MemorySource({ evidence: { "owners.yml": text } });
    expect(told(await ask("", { source: "owners.yml" }, source))).toEqual(found);
  });

  test("JSON with one key twice is errored", async () => {
    const text = '{"Model quality": "@ana", "Model quality": "@raj"}';
    const source = new MemorySource({ evidence: { "owners.json": text } });
    const answer = await ask("", { source: "owners.json" }, source);
    expect(told(answer)).toEqual(["errored FILE-MALFORMED owners.json"]);
  });

  test("of the service", async () => {
    const source = new MemorySource({
      evidence: { "services/shop/owners.yml": 'Model quality: "@ana"\n' },
    });
    const answer = await askRule(owners, {
      options: { ...ROLE, source: "{path}/owners.yml" },
      source,
      service: { id: "shop", path: "services/shop" },
    });
    expect(told(answer)).toEqual([]);
  });
});

describe("CODEOWNERS", () => {
  const files = (text: string, where = ".github/CODEOWNERS") =>
    new MemorySource({
      base: { [where]: text },
      evidence: { ".github/CODEOWNERS": "* @mallory\n" },
    });
  const rows = [
    { name: "owns the folder", text: "* @acme/all\n/services/shop/ @acme/shop\n", found: [] },
    { name: "owns everything", text: "* @ana\n", found: [] },
    {
      name: "owns something else",
      text: "/docs/ @ana\n",
      found: ["failed OWNERS-ROLE-MISSING On call"],
    },
    { name: "takes it away", text: "* @ana\n/services/\n", found: ["failed OWNERS-EMPTY On call"] },
    {
      name: "names an address",
      text: "* ana@acme.example\n",
      found: ["failed OWNERS-FORM On call"],
    },
    {
      name: "holds a line GitHub ignores",
      text: "* @ana\n!/docs/ @raj\n",
      found: ["warned OWNERS-CODEOWNERS-LINE line 2"],
    },
  ];
  const options = { source: "codeowners", roles: ["On call"] };
  const service = { id: "shop", path: "services/shop" };
  test.each(rows)("$name", async ({ text, found }) => {
    const answer = await askRule(owners, { options, source: files(text), service });
    expect(told(answer)).toEqual(found);
  });

  test.each(["CODEOWNERS", "docs/CODEOWNERS"])("at %s", async (where) => {
    const answer = await askRule(owners, { options, source: files("* @ana\n", where), service });
    expect(told(answer)).toEqual([]);
  });

  test("of the base, whatever the head says", async () => {
    const source = new MemorySource({ base: {}, evidence: { ".github/CODEOWNERS": "* @ana\n" } });
    const answer = await askRule(owners, { options, source, service });
    expect(told(answer)).toEqual(["failed FILE-MISSING .github/CODEOWNERS"]);
  });

  test("of a named path", async () => {
    const roles = [{ role: "Runbook", path: "docs/runbook.md" }];
    const text = "* @acme/all\n*.md docs@acme.example\n/docs/runbook.md @ana\n";
    const answer = await askRule(owners, { options: { ...options, roles }, source: files(text) });
    expect(told(answer)).toEqual([]);
  });
});
