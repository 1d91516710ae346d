import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { commandLines } from "../../src/commands/command-lines.ts";
import { parseCommands } from "../../src/commands/parse-commands.ts";
import type { ParsedCommand } from "../../src/commands/parsed-command.ts";
import { VERBS } from "../../src/commands/usage.ts";
import { type Command, commandLine } from "../../src/model/command.ts";
import type { IsoDate } from "../../src/model/iso-date.ts";

const SHA = "4f2c9ab14f2c9ab14f2c9ab14f2c9ab14f2c9ab1";

const taken = (body: string): readonly Command[] =>
  parseCommands(body).flatMap((parsed) => (parsed.state === "command" ? [parsed.command] : []));

const refusalOf = (body: string) => {
  const [parsed, ...others] = parseCommands(body);
  expect(others).toEqual([]);
  return parsed?.state === "refused" ? parsed.refusal : null;
};

const WAIVE = {
  verb: "waive",
  gate: "data",
  rule: null,
  service: null,
  codes: null,
  until: "2026-10-26" as IsoDate,
  reason: "CRM cache",
} as const;

describe("a command", () => {
  test.each<{ body: string; command: Command }>([
    { body: '/gate waive data --until 2026-10-26 --reason "CRM cache"', command: WAIVE },
    {
      body: '/gate waive data/audit --codes ci-missing,AUDIT-OLD --service api --reason="CRM cache" --until=2026-10-26',
      command: { ...WAIVE, rule: "audit", service: "api", codes: ["AUDIT-OLD", "CI-MISSING"] },
    },
    {
      body: "/gate unwaive data",
      command: { verb: "unwaive", gate: "data", rule: null, service: null },
    },
    {
      body: "/gate unwaive data/audit --service api",
      command: { verb: "unwaive", gate: "data", rule: "audit", service: "api" },
    },
    {
      body: `/gate sign-off risk ${SHA}`,
      command: { verb: "sign-off", role: "risk", commit: SHA },
    },
    {
      body: `/gate unfreeze ${SHA.toUpperCase()} --reason 'a "hotfix"'`,
      command: { verb: "unfreeze", commit: SHA, reason: 'a "hotfix"' },
    },
    {
      body: '/gate break-glass 4f2c9ab --reason "sign-in is down"',
      command: { verb: "break-glass", commit: "4f2c9ab", reason: "sign-in is down" },
    },
    { body: "/gate recheck", command: { verb: "recheck" } },
    { body: "/gate explain", command: { verb: "explain", gate: null, rule: null } },
    {
      body: "/gate explain data/audit",
      command: { verb: "explain", gate: "data", rule: "audit" },
    },
    { body: "/gate help", command: { verb: "help" } },
  ])("is read: $body", ({ body, command }) => {
    expect(parseCommands(body)).toEqual([{ state: "command", command }]);
  });

  test.each<{ name: string; body: string; command: Command }>([
    {
      name: "curly quotes and dashes of a phone",
      body: "/Gate WAIVE data —until 2026-10-26 –reason “CRM cache”",
      command: WAIVE,
    },
    {
      name: "an apostrophe within quotes",
      body: "/gate waive data --until 2026-10-26 --reason “CRM’s cache —until it's mended”",
      command: { ...WAIVE, reason: "CRM's cache —until it's mended" },
    },
    {
      name: "an address, which is a link",
      body: '/gate waive data --until 2026-10-26 --reason "ask ana@acme.example, https://acme.example/1"',
      command: { ...WAIVE, reason: "ask ana@acme.example, https://acme.example/1" },
    },
    {
      name: "stars and underscores, which are emphasis",
      body: '/gate waive data --until 2026-10-26 --reason "a *b* _c_ `d`"',
      command: { ...WAIVE, reason: "a *b* _c_ `d`" },
    },
    {
      name: "an id copied with its code span",
      body: "/gate explain `data/audit`",
      command: { verb: "explain", gate: "data", rule: "audit" },
    },
    {
      name: "white space around it",
      body: "  /gate \t recheck \r\n",
      command: { verb: "recheck" },
    },
    { name: "a byte order mark", body: "\uFEFF/gate recheck", command: { verb: "recheck" } },
  ])("may be written with $name", ({ body, command }) => {
    expect(taken(body)).toEqual([command]);
  });

  test.each<{ name: string; body: string }>([
    { name: "in the middle of a paragraph", body: "Fixed it.\n/gate recheck\nThanks!" },
    { name: "in a paragraph of its own", body: "# Fixed\n\n- it\n\n/gate recheck\n\nThanks!" },
    { name: "after markup that is closed", body: "<b>Fixed</b>\n\n<br>\n\n/gate recheck" },
    {
      name: "after a type parameter, which parses as markup",
      body: "List<string>\n\n/gate recheck",
    },
    { name: "after a comment", body: "<!-- <details> -->\n\n/gate recheck" },
    { name: "after what is front matter in a file", body: "---\n\n/gate recheck\n\n---\n" },
  ])("is read $name", ({ body }) => {
    expect(taken(body)).toEqual([{ verb: "recheck" }]);
  });

  test("of several is read in order, at most five", () => {
    const body = ["help", "recheck", "explain a", "explain b", "explain c", "recheck"];
    const parsed = parseCommands(body.map((verb) => `/gate ${verb}`).join("\n"));
    expect(parsed.map(({ state }) => state)).toEqual([...Array(5).fill("command"), "refused"]);
    expect(parsed[0]).toMatchObject({ command: { verb: "help" } });
  });

  test("twice in a comment is read twice", () => {
    expect(taken("/gate recheck\n\n/gate recheck")).toHaveLength(2);
  });
});

describe("no command is", () => {
  test.each<{ name: string; body: string }>([
    { name: "nothing", body: "" },
    { name: "talk about it", body: "Then write /gate recheck" },
    { name: "another word", body: "/gates recheck\n/gate-recheck\n/gate: recheck" },
    { name: "fenced code", body: "```\n/gate recheck\n```" },
    { name: "fenced code with tildes", body: "~~~sh\n/gate recheck\n~~~" },
    { name: "fenced code that is never closed", body: "```\n\n/gate recheck" },
    { name: "indented code", body: "Text\n\n    /gate recheck" },
    { name: "a code span", body: "`/gate recheck`" },
    { name: "a code span over lines", body: "so `a\n/gate recheck\nb`" },
    { name: "a quote", body: "> /gate recheck" },
    { name: "the lazy end of a quote", body: "> said\n/gate recheck" },
    { name: "a list", body: "- /gate recheck\n1. /gate recheck" },
    { name: "further down in a list", body: "- a\n\n  /gate recheck" },
    { name: "a table", body: "| a |\n|---|\n| /gate recheck |" },
    { name: "a table without its bars", body: "a | b\n---|---\n/gate recheck | c" },
    { name: "a footnote", body: "a[^1]\n\n[^1]: b\n\n    /gate recheck" },
    { name: "a heading", body: "# /gate recheck" },
    { name: "an underlined heading", body: "/gate recheck\n---" },
    { name: "bold", body: "**/gate recheck**" },
    { name: "emphasis over lines", body: "*a\n/gate recheck*" },
    { name: "a link", body: "[/gate recheck](https://acme.example)" },
    { name: "a link over lines", body: "[a\n/gate recheck](https://acme.example)" },
    { name: "an HTML comment", body: "<!-- /gate recheck -->" },
    { name: "an HTML comment over lines", body: "a <!--\n/gate recheck\n-->" },
    { name: "HTML", body: "<div>\n/gate recheck\n</div>" },
    { name: "a paragraph in HTML", body: "<details>\n\n/gate recheck\n\n</details>" },
    { name: "a paragraph in HTML of a line", body: "a <details>\n/gate recheck\n</details>" },
    { name: "what HTML never closes", body: "<blockquote>\n\nA\n\n/gate recheck" },
    { name: "a comment that seems to close HTML", body: "<div>\n<!-- </div> -->\n\n/gate recheck" },
    { name: "the title of a link target", body: "[a]: https://acme.example\n'\n/gate recheck\n'" },
    { name: "behind a character nobody sees", body: "\u200B/gate recheck" },
  ])("$name", ({ body }) => {
    expect(parseCommands(body)).toEqual([]);
  });
});

describe("is refused with what to write instead", () => {
  test.each<{ body: string; problem: string; remedy?: string; didYouMean?: string }>([
    { body: "/gate", problem: "`/gate` names no command" },
    { body: "/gate recheck please", problem: "`please` is one word too many" },
    { body: "/gate waiv data", problem: "there is no command `waiv`", didYouMean: "waive" },
    { body: "/gate signoff a b", problem: "there is no command `signoff`", didYouMean: "sign-off" },
    { body: "/gate merge", problem: "there is no command `merge`" },
    { body: "/gate constructor", problem: "there is no command `constructor`" },
    { body: "/gate waive", problem: "the gate is missing" },
    { body: "/gate waive data", problem: "`--until` is missing" },
    { body: "/gate waive data --until 2026-10-26", problem: "`--reason` is missing" },
    {
      body: "/gate waive data --untill x",
      problem: "`waive` takes no `--untill`",
      didYouMean: "--until",
    },
    { body: "/gate unwaive data --reason x", problem: "`unwaive` takes no `--reason`" },
    {
      body: '/gate waive data --until 26.10.2026 --reason "CRM"',
      problem: "`26.10.2026` is no day in the form year-month-day",
      remedy: "write `--until 2026-10-26`",
    },
    {
      body: "/gate waive data --until 2026-02-30 --reason CRM",
      problem: "`2026-02-30` is no day in the form year-month-day",
    },
    {
      body: "/gate waive data --until 2026-10-26 --until 2027-10-26 --reason CRM",
      problem: "`--until` stands twice",
    },
    { body: "/gate waive data --until --reason CRM", problem: "`--until` has no value" },
    { body: '/gate waive data --until 2026-10-26 --reason ""', problem: "`--reason` has no value" },
    { body: "/gate waive data --until 2026-10-26 --reason …", problem: "`…` is to be replaced" },
    {
      body: "/gate waive data --until 2026-10-26 --reason TODO",
      problem: "`TODO` is to be replaced",
    },
    { body: "/gate waive data --until 2026-10-26 --reason 123", problem: "`123` gives no reason" },
    {
      body: "/gate waive data --until 2026-10-26 --reason CRM is slow",
      problem: "`is` is one word too many",
      remedy: 'put the whole reason between two `"`',
    },
    {
      body: "/gate waive data --until 2026-10-26 --reason CRM's cache",
      problem: "a quote is opened and not closed",
    },
    {
      body: '/gate waive data --until 2026-10-26 --reason "CRM',
      problem: "a quote is opened and not closed",
    },
    { body: "/gate waive data/a/b", problem: "`data/a/b` is no gate and no rule" },
    { body: "/gate explain data_audit", problem: "`data_audit` is not the id of a gate" },
    { body: "/gate explain data/", problem: "`` is not the id of a rule" },
    {
      body: "/gate waive data --codes A,,é --until 2026-10-26 --reason CRM",
      problem: "`É` is not the code of a finding",
    },
    { body: "/gate sign-off risk", problem: "the commit is missing" },
    { body: "/gate sign-off risk 4f2c9a", problem: "`4f2c9a` is no commit" },
    { body: `/gate sign-off risk ${SHA}a`, problem: `\`${SHA}a\` is no commit` },
    { body: "/gate sign-off risk HEAD", problem: "`HEAD` is no commit" },
    {
      body: '/gate waive <gate> --until <date> --reason "CRM"',
      problem: "part of the command stands between `<` and `>`",
    },
    {
      body: `/gate unfreeze ${SHA} --reason <why>`,
      problem: "part of the command stands between `<` and `>`",
    },
    {
      body: '/gate waive data --until 2026-10-26 --reason "<what it is>"',
      problem: "part of the command stands between `<` and `>`",
    },
    {
      body: "/gate waive data <!-- --until 2026-10-26 --> --reason CRM",
      problem: "part of the command stands between `<` and `>`",
    },
    {
      body: "/gate re\u200Bcheck",
      problem: "the command holds a zero-width space (U+200B), which nobody sees",
    },
    {
      body: '/gate waive data --until 2026-10-26 --reason \u202E"won"',
      problem: "the command holds a right-to-left override (U+202E), which nobody sees",
    },
    {
      body: "/gate recheck\0",
      problem: "the command holds a hidden character (U+0000), which nobody sees",
    },
    {
      body: `/gate explain ${"a".repeat(1_000)}`,
      problem: "the command has 1014 characters; 1000 are allowed",
    },
    {
      body: `/gate waive data --until 2026-10-26 --reason "${"a ".repeat(300)}"`,
      problem: "the reason has 599 characters; 500 are allowed",
    },
    {
      body: `${"a ".repeat(5_000)}\n\n/gate recheck`,
      problem: "the comment has 10015 characters; commands are read up to 10000",
    },
  ])("$problem", ({ body, problem, remedy, didYouMean = null }) => {
    expect(refusalOf(body)).toMatchObject({
      problem,
      didYouMean,
      remedy: remedy ?? expect.stringMatching(/\S/),
    });
  });

  test("with the usage of the command that was meant", () => {
    expect(refusalOf("/gate waiv data")?.usage).toMatch(/^\/gate waive <gate>/);
    expect(refusalOf("/gate sign-off")?.usage).toBe("/gate sign-off <role> <commit>");
    expect(refusalOf("/gate merge")?.usage).toBeNull();
  });
});

describe("whatever a comment holds", () => {
  const pieces = fc.constantFrom(
    ..."\0\u202E\u200B\uFEFF\u2028\n\r<>`*_[]()|>-#'\"“”—/\\!&;".split(""),
    ...VERBS.map((verb) => `/gate ${verb} `),
    "\n/gate ",
    "\n\n",
    "    ",
    "--until ",
    "--reason",
    "<details>",
    "<!--",
    "-->",
    "```\n",
    "@ana",
    "https://a",
    "[^1]: ",
    "2026-10-26",
  );
  const hostile = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 5 })), {
    maxLength: 60,
  });

  it("reading it does not throw, and what it took is well formed", () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        for (const parsed of parseCommands(parts.join(""))) {
          if (parsed.state === "refused") continue;
          expect(taken(commandLine(parsed.command))).toEqual([parsed.command]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<{ name: string; body: string }>([
    { name: "quotes", body: `/gate recheck\n\n${">".repeat(9_900)}` },
    { name: "brackets", body: `/gate recheck\n\n${"[".repeat(9_900)}` },
    { name: "stars", body: `/gate recheck\n\n${"*a_".repeat(3_300)}` },
    { name: "open tags", body: `/gate recheck\n\n${'<a "'.repeat(2_400)}` },
    { name: "quotes of words", body: `/gate explain ${"'\"".repeat(400)}` },
    { name: "lines", body: "/gate recheck\n".repeat(700) },
    { name: "NUL", body: `/gate recheck\n\n${"\0".repeat(9_900)}` },
    { name: "bidirectional controls", body: `/gate recheck\n\n${"\u202E".repeat(9_900)}` },
  ])("10,000 characters of $name are read or refused", ({ body }) => {
    const parsed: readonly ParsedCommand[] = parseCommands(body);
    expect(parsed.length).toBeGreaterThan(0);
  });
});

it.each<{ name: string; body: string }>([
  { name: "lines", body: "\n".repeat(65_000) },
  { name: "spaces", body: " ".repeat(65_000) },
  { name: "lines with spaces", body: " \n".repeat(32_000) },
  { name: "what almost is one", body: "/gat\n".repeat(13_000) },
])("a comment full of $name has none, and is not even parsed", ({ body }) => {
  expect(commandLines(body)).toEqual({ state: "read", lines: [] });
});

test("a line made for pasting says the same", () => {
  const reason = fc
    .string({ unit: fc.constantFrom(..."ab'\"`*<>é —/".split("")), maxLength: 40 })
    .map((text) => `why ${text}`.trim().replaceAll(/\s+/g, " "))
    .filter((text) => !/[<>]/.test(text) && !(text.includes('"') && text.includes("'")));
  const waive = reason.map((text): Command => ({ ...WAIVE, codes: ["A"], reason: text }));
  fc.assert(
    fc.property(waive, (command) => {
      expect(taken(commandLine(command))).toEqual([command]);
    }),
  );
});
