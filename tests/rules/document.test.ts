import { describe, expect, test } from "vitest";
import { document } from "../../src/rules/document.ts";
import { askRule, told } from "../support/ask-rule.ts";
import { type Content, MemorySource } from "../support/memory-source.ts";

type Options = Readonly<Record<string, unknown>>;

const PATH = "docs/runbook.md";

const ask = (
  text: Content | null,
  options: Options = {},
  rest: {
    readonly maxAge?: string;
    readonly files?: Readonly<Record<string, Content>>;
    readonly base?: Readonly<Record<string, Content>>;
  } = {},
) =>
  askRule(document, {
    options: { path: PATH, ...options },
    source: new MemorySource({
      evidence: { ...rest.files, ...(text === null ? {} : { [PATH]: text }) },
      base: rest.base ?? {},
    }),
    ...(rest.maxAge === undefined ? {} : { maxAge: rest.maxAge }),
  });

describe("the file", () => {
  const rows: readonly { name: string; text: Content | null; found: string[] }[] = [
    { name: "is there", text: "# Runbook\n\nCall Ana.\n", found: [] },
    { name: "is absent", text: null, found: [`failed FILE-MISSING ${PATH}`] },
    { name: "is empty", text: "empty", found: [`failed FILE-MISSING ${PATH}`] },
    { name: "is a link", text: "link", found: [`failed FILE-MISSING ${PATH}`] },
    { name: "is a folder", text: "directory", found: [`failed FILE-MISSING ${PATH}`] },
    { name: "is no text", text: "binary", found: [`failed FILE-MISSING ${PATH}`] },
    {
      name: "has only headings",
      text: "# Runbook\n\n## Alerts\n",
      found: [`failed DOCUMENT-SHORT ${PATH}`],
    },
    {
      name: "has only a comment",
      text: "<!-- to be written by Ana -->\n",
      found: [`failed DOCUMENT-SHORT ${PATH}`],
    },
    {
      name: "is too large",
      text: "a ".repeat(300_000),
      found: [`errored READINESS-TOO-LARGE ${PATH}`],
    },
    {
      name: "is too deep",
      text: `${"> ".repeat(200)}a\n`,
      found: [`errored READINESS-TOO-DEEP ${PATH}`],
    },
  ];
  test.each(rows)("$name", async ({ text, found }) => {
    expect(told(await ask(text))).toEqual(found);
  });

  test("is to be created only where there is nothing at all", async () => {
    const creates = async (text: Content | null) =>
      (await ask(text)).findings.map((finding) => finding.creates);
    expect(await creates(null)).toEqual([PATH]);
    expect(await creates("empty")).toEqual([undefined]);
    expect(await creates("directory")).toEqual([undefined]);
  });

  test("each of a glob is judged, and one must be there", async () => {
    const options = { path: undefined, glob: "runbooks/**/*.md" };
    const files = {
      "runbooks/a.md": "Call Ana.\n",
      "runbooks/deep/b.md": "TODO\n",
      "runbooks/c.txt": "x",
    };
    expect(told(await ask(null, options, { files }))).toEqual([
      "failed DOCUMENT-PLACEHOLDER runbooks/deep/b.md",
    ]);
    expect(told(await ask(null, options))).toEqual(["failed DOCUMENT-NONE runbooks/**/*.md"]);
  });

  test("a service's name is no glob", async () => {
    const answer = await askRule(document, {
      options: { glob: "{path}/*.md" },
      source: new MemorySource({ evidence: { "services/a/x.md": "Call Ana.\n" } }),
      service: { id: "{a,b}", path: "services/{a,b}" },
    });
    expect(answer.findings.map(({ code }) => code)).toEqual(["DOCUMENT-NONE"]);
  });
});

describe("sections", () => {
  const sections = [{ heading: "Roll back", aliases: ["Rollback"], min_words: 3 }];
  const rows = [
    { name: "filled", text: "## Roll back\n\nRun the job.\n", found: [] },
    { name: "by an alias", text: "## Rollback\n\nRun the job.\n", found: [] },
    {
      name: "without punctuation and prefix",
      text: "### 3. Roll-back!\n\nRun the job.\n",
      found: [],
    },
    {
      name: "with a list and a table",
      text: "## Roll back\n\n- run\n\n| a |\n|---|\n| job |\n",
      found: [],
    },
    { name: "with a sub-heading", text: "## Roll back\n\n### Job\n\nRun it now.\n", found: [] },
    {
      name: "one word too few",
      text: "## Roll back\n\nRun it.\n",
      found: ["failed DOCUMENT-SHORT Roll back"],
    },
    {
      name: "empty",
      text: "Words.\n\n## Roll back\n\n## More\n\nRun the job.\n",
      found: ["failed DOCUMENT-SHORT Roll back"],
    },
    {
      name: "a comment is no text",
      text: "Words.\n\n## Roll back\n\n<!-- run the job now -->\n",
      found: ["failed DOCUMENT-SHORT Roll back"],
    },
    {
      name: "missing",
      text: "## Rolls\n\nRun the job.\n",
      found: ["failed SECTION-MISSING Roll back"],
    },
    {
      name: "in a code fence",
      text: "```\n## Roll back\n\nRun the job.\n```\n",
      found: ["failed SECTION-MISSING Roll back"],
    },
    {
      name: "twice",
      text: "## Roll back\n\nRun the job.\n\n## Rollback\n\nRun the job.\n",
      found: ["failed SECTION-AMBIGUOUS Roll back"],
    },
  ];
  test.each(rows)("$name", async ({ text, found }) => {
    expect(told(await ask(text, { sections }))).toEqual(found);
  });

  test("missing: names what was perhaps meant", async () => {
    const [finding] = (await ask("## Rol back\n\nRun the job.\n", { sections })).findings;
    expect(finding?.remedy).toContain("`Rol back`");
    expect(finding?.at).toEqual({ file: PATH, line: 1, column: 1 });
  });

  const each = [
    {
      name: "all filled",
      text: "## Modes\n\n### Slow\n\nServe cached.\n\n### Down\n\nSay so.\n",
      found: [],
    },
    {
      name: "one empty",
      text: "## Modes\n\n### Slow\n\nServe cached.\n\n### Down\n",
      found: ["failed DOCUMENT-SHORT Down"],
    },
    {
      name: "none",
      text: "## Modes\n\nServe cached.\n",
      found: ["failed DOCUMENT-NO-HEADINGS Modes"],
    },
    { name: "no section", text: "Serve cached.\n", found: ["failed SECTION-MISSING Modes"] },
  ];
  test.each(each)("each heading: $name", async ({ text, found }) => {
    expect(told(await ask(text, { each_heading: { under: "Modes", min_words: 2 } }))).toEqual(
      found,
    );
  });

  const length = [
    { words: 3, found: [`failed DOCUMENT-SHORT ${PATH}`] },
    { words: 4, found: [] },
    { words: 6, found: [] },
    { words: 7, found: [`failed DOCUMENT-LONG ${PATH}`] },
  ];
  test.each(length)("$words words of 4 to 6", async ({ words, found }) => {
    const text = `# Some long title here\n\n${"word ".repeat(words)}\n`;
    expect(told(await ask(text, { min_words: 4, max_words: 6 }))).toEqual(found);
  });
});

describe("placeholders", () => {
  const rows = [
    { name: "none", text: "## A\n\nCall Ana.\n", found: [] },
    {
      name: "TODO",
      text: "## A\n\nCall TODO.\n\n## B\n\nCall Ana.\n",
      found: ["failed DOCUMENT-PLACEHOLDER A"],
    },
    {
      name: "angle brackets",
      text: "## A\n\nCall &lt;name&gt;.\n\n## B\n\nCall Ana.\n",
      found: ["failed DOCUMENT-PLACEHOLDER A"],
    },
    {
      name: "in a heading",
      text: "# Runbook: TODO\n\nCall Ana.\n",
      found: ["failed DOCUMENT-PLACEHOLDER Runbook: TODO"],
    },
    {
      name: "in a table",
      text: "## A\n\n| a |\n|---|\n| TBD |\n\n## B\n\nCall Ana.\n",
      found: ["failed DOCUMENT-PLACEHOLDER A"],
    },
    { name: "in code", text: "## A\n\nRun it:\n\n```\ndeploy <version> # TODO\n```\n", found: [] },
    {
      name: "everywhere",
      text: "## A\n\nTODO: alerts\n\n## B\n\nTODO: steps\n",
      found: [`failed DOCUMENT-TEMPLATE ${PATH}`],
    },
    {
      name: "several in a section are one finding",
      text: "## A\n\nTODO\n\nTBD\n\n## B\n\nCall Ana.\n",
      found: ["failed DOCUMENT-PLACEHOLDER A"],
    },
    {
      name: "all that a paragraph or an item says",
      text: "## A\n\nto do\n\n## B\n\n- To be decided.\n\n## C\n\nCall Ana.\n",
      found: ["failed DOCUMENT-PLACEHOLDER A", "failed DOCUMENT-PLACEHOLDER B"],
    },
    { name: "a heading may be called so", text: "## To do\n\nCall Ana.\n", found: [] },
    { name: "and so may a state", text: "| State |\n|---|\n| to do |\n", found: [] },
    { name: "not a part of a word", text: "Call Todor about the mastodon.\n", found: [] },
  ];
  test.each(rows)("$name", async ({ text, found }) => {
    expect(told(await ask(text))).toEqual(found);
  });

  test("a section that holds one is not told to be short as well", async () => {
    const text = "## A\n\n&lt;… what is meant>\n\n## B\n\nCall.\n";
    const sections = ["A", "B"].map((heading) => ({ heading, min_words: 5 }));
    expect(told(await ask(text, { sections }))).toEqual([
      "failed DOCUMENT-SHORT B",
      "failed DOCUMENT-PLACEHOLDER A",
    ]);
  });
});

describe("forbid", () => {
  const rows = [
    { text: "We want to Explore  AI.\n", found: ["failed DOCUMENT-FORBIDDEN explore AI"] },
    { text: "We explore AIs.\n", found: [] },
    { text: "Run `explore AI`.\n", found: ["failed DOCUMENT-FORBIDDEN explore AI"] },
    { text: "Call Ana.\n\n<!-- explore AI -->\n", found: [] },
  ];
  test.each(rows)("$text", async ({ text, found }) => {
    expect(told(await ask(text, { forbid: ["explore AI"] }))).toEqual(found);
  });
});

describe("links", () => {
  const files: Readonly<Record<string, Content>> = {
    "docs/other.md": '# Other\n\n## Who to call\n\n## Who to call\n\n<a id="html"></a>\n',
    "docs/pictures/a.png": "binary",
    "README.md": "# Read me\n",
    "src/main.ts": "export {};\n",
  };
  const rows = [
    { link: "other.md", dead: false },
    { link: "./other.md#who-to-call", dead: false },
    { link: "other.md#who-to-call-1", dead: false },
    { link: "other.md#html", dead: false },
    { link: "/README.md", dead: false },
    { link: "../README.md?plain=1#L1", dead: false },
    { link: "pictures/a.png", dead: false },
    { link: "pictures", dead: false },
    { link: "../src/main.ts#L1", dead: false },
    { link: "#runbook", dead: false },
    { link: "#Runbook", dead: false },
    { link: "https://acme.example/none", dead: false },
    { link: "none.md", dead: true },
    { link: "Other.md", dead: true },
    { link: "other.md#nobody", dead: true },
    { link: "other.md#who-to-call-2", dead: true },
    { link: "#nobody", dead: true },
    { link: "../../outside.md", dead: true },
    { link: "javascript:alert(1)", dead: true },
  ];
  test.each(rows)("$link: $dead", async ({ link, dead }) => {
    const text = `# Runbook\n\nSee [it](${link}) first.\n`;
    const found = dead ? [`failed DOCUMENT-DEAD-LINK ${link}`] : [];
    expect(told(await ask(text, { links_resolve: true }, { files }))).toEqual(found);
    expect(told(await ask(text, {}, { files }))).toEqual([]);
  });
});

describe("diagram", () => {
  const rows = [
    { text: "Words.\n\n```mermaid\ngraph LR; a-->b\n```\n", found: [] },
    { text: "Words.\n\n![how it fits](a.png)\n", found: [] },
    { text: "Words.\n\n```text\na-->b\n```\n", found: [`failed DOCUMENT-NO-DIAGRAM ${PATH}`] },
  ];
  test.each(rows)("$text", async ({ text, found }) => {
    expect(told(await ask(text, { diagram: true }))).toEqual(found);
  });
});

const dated = (day: string, rest = "Call Ana.") => `---\nlast_reviewed: ${day}\n---\n${rest}\n`;

describe("age, on 2026-10-01 with a limit of 40 days", () => {
  const rows = [
    { day: "2026-09-01", found: [], validUntil: "2026-10-02T00:00:00.000Z" },
    {
      day: "2026-08-31",
      found: [`warned DOCUMENT-AGEING ${PATH}`],
      validUntil: "2026-10-11T00:00:00.000Z",
    },
    {
      day: "2026-08-22",
      found: [`warned DOCUMENT-AGEING ${PATH}`],
      validUntil: "2026-10-02T00:00:00.000Z",
    },
    { day: "2026-08-21", found: [`failed DOCUMENT-OUTDATED ${PATH}`], validUntil: null },
    {
      day: "2026-10-02",
      found: [`failed DOCUMENT-FUTURE ${PATH}`],
      validUntil: "2026-10-02T00:00:00.000Z",
    },
    { day: "1 September 2026", found: [`failed DOCUMENT-DATE-FORM ${PATH}`], validUntil: null },
    { day: "2026", found: [`failed DOCUMENT-DATE-FORM ${PATH}`], validUntil: null },
    { day: "<YYYY-MM-DD>", found: [`failed DOCUMENT-NO-DATE ${PATH}`], validUntil: null },
    { day: "", found: [`failed DOCUMENT-NO-DATE ${PATH}`], validUntil: null },
  ];
  test.each(rows)("$day", async ({ day, found, validUntil }) => {
    const answer = await ask(dated(day), {}, { maxAge: "40d" });
    expect(told(answer)).toEqual(found);
    expect(answer.validUntil).toBe(validUntil);
  });

  test("without front matter", async () => {
    expect(told(await ask("Call Ana.\n", {}, { maxAge: "40d" }))).toEqual([
      `failed DOCUMENT-NO-DATE ${PATH}`,
    ]);
  });

  test.each([
    { name: "a placeholder", text: dated("YYYY-MM-DD"), says: "replace" },
    { name: "nothing", text: dated(""), says: "replace" },
    { name: "another key", text: "---\nowner: ana\n---\nCall Ana.\n", says: "add" },
  ])("with $name there: $says", async ({ text, says }) => {
    const { findings } = await ask(text, {}, { maxAge: "40d" });
    expect(findings[0]?.remedy.split(" ")[0]).toBe(says);
  });

  test("with malformed front matter is errored", async () => {
    const text = "---\nlast_reviewed: [2026-09-01\n---\nCall Ana.\n";
    expect(told(await ask(text, {}, { maxAge: "40d" }))).toEqual([
      `errored FRONT-MATTER-MALFORMED ${PATH}`,
    ]);
  });

  test("is not asked for without `max_age`", async () => {
    expect(told(await ask(dated("2019-01-01")))).toEqual([]);
  });

  const moves = [
    {
      name: "only the date",
      before: dated("2026-06-01"),
      found: [`warned DOCUMENT-ONLY-DATE ${PATH}`],
    },
    { name: "the date and a word", before: dated("2026-06-01", "Call Raj."), found: [] },
    { name: "nothing", before: dated("2026-09-20"), found: [] },
    { name: "a new document", before: null, found: [] },
    { name: "a first date", before: "---\nowner: ana\n---\nCall Ana.\n", found: [] },
    {
      name: "only the date and line ends",
      before: dated("2026-06-01").replaceAll("\n", "\r\n"),
      found: [`warned DOCUMENT-ONLY-DATE ${PATH}`],
    },
  ];
  test.each(moves)("what changed since the base: $name", async ({ before, found }) => {
    const base: Record<string, Content> = before === null ? {} : { [PATH]: before };
    expect(told(await ask(dated("2026-09-20"), {}, { maxAge: "40d", base }))).toEqual(found);
  });

  const commits = [
    { at: "2026-09-01T12:00:01Z", found: [] },
    { at: "2026-09-01T12:00:00Z", found: [`warned DOCUMENT-AGEING ${PATH}`] },
    { at: "2026-08-22T12:00:00Z", found: [`failed DOCUMENT-OUTDATED ${PATH}`] },
  ];
  test.each(commits)("from git: $at", async ({ at, found }) => {
    const text = "Call Ana.\n";
    const source = new MemorySource({ evidence: { [PATH]: text } }).with(
      { kind: "history", path: PATH, revision: "evidence" },
      [
        { commit: "b".repeat(40), at: Date.parse(at), content: { state: "absent" } },
        { commit: "a".repeat(40), at: 0, content: { state: "absent" } },
      ],
    );
    const options = { path: PATH, age_from: "git" };
    expect(told(await askRule(document, { options, source, maxAge: "40d" }))).toEqual(found);
  });

  test("from git, without history, is errored", async () => {
    const answer = await ask("Call Ana.\n", { age_from: "git" }, { maxAge: "40d" });
    expect(answer.findings.map(({ outcome }) => outcome)).toEqual(["errored"]);
  });
});

describe("the readiness document", () => {
  const inGate = (text: string, options: Options, gate: Options = {}) =>
    askRule(document, {
      options,
      source: new MemorySource({ evidence: { "READINESS.md": text } }),
      gate: { id: "business", title: "Business case", heading: null, ...gate },
    });
  const sections = [{ heading: "Attribution", min_words: 2 }];
  const rows = [
    {
      name: "its section is judged, and only what is listed",
      text: "## Business case\n\nTODO\n\n### Attribution\n\nTwo groups.\n\n## More\n\nTODO\n",
      options: { sections },
      found: [],
    },
    {
      name: "all of its section, where nothing is listed",
      text: "## Business case\n\nTODO\n\n## More\n\nTODO\n",
      options: {},
      found: ["failed DOCUMENT-PLACEHOLDER Business case"],
    },
    {
      name: "elsewhere counts where no heading is set",
      text: "## Business case\n\nMore below.\n\n## Attribution\n\nTwo groups.\n",
      options: { sections },
      found: [],
    },
    {
      name: "elsewhere does not count where one is",
      text: "## Business case\n\nMore below.\n\n## Attribution\n\nTwo groups.\n",
      options: { sections },
      gate: { heading: "Business case" },
      found: ["failed SECTION-MISSING Attribution"],
    },
    {
      name: "the rule's heading goes before the gate's",
      text: "## Business case\n\nTODO\n\n## Attribution\n\nTwo groups.\n",
      options: { heading: "Attribution" },
      found: [],
    },
    {
      name: "no section",
      text: "Words.\n",
      options: {},
      gate: { heading: "Business case" },
      found: ["failed SECTION-MISSING Business case"],
    },
  ];
  test.each(rows)("$name", async ({ text, options, gate, found }) => {
    expect(told(await inGate(text, options, gate))).toEqual(found);
  });
});

describe("options", () => {
  const rows = [
    { name: "a path out of the repository", options: { path: "../x.md" } },
    { name: "an absolute path", options: { path: "/x.md" } },
    { name: "a glob that takes for ever", options: { glob: "**/**/**/*a*b*c*d" } },
    { name: "a negated glob", options: { glob: "!docs/*.md" } },
    { name: "no words", options: { sections: [{ heading: "A", min_words: 0 }] } },
  ];
  test.each(rows)("refuses $name", ({ options }) => {
    expect(() => document.options.parse(options)).toThrow();
  });
});
