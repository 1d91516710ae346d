import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCommands } from "../../src/commands/parse-commands.ts";
import type { Effect } from "../../src/model/effect.ts";
import { known } from "../../src/model/fact.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";
import { answerCommands } from "../../src/render/command-answer.ts";
import { renderGithub } from "../../src/render/github.ts";
import { renderJson } from "../../src/render/json.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import {
  anInput,
  gatesOfVerdict,
  HEAD,
  NOW,
  thePolicy,
  theSurroundings,
  URL_OF_SHOP,
} from "../plan/surroundings.ts";
import { act, plan } from "../support/apply-to.ts";
import { expectInertAsShown } from "./as-shown.ts";
import { aVerdict, foreign, HOSTILE } from "./verdicts.ts";

/** Of titles, branches, items, file names, people and reasons: T75 wants them tried everywhere. */
const MORE = [
  "x --> y <!-- z",
  "</sub></details></summary>",
  "<details open><summary>Blocked</summary>",
  "closes #1, fixes acme/shop#2, resolves GH-3",
  "`` ` `` @ana ` #1",
  "| a | b |\n|---|---|\n| @ana | #1 |",
  "[x]: https://evil.example\n\n[x] [^1]\n\n[^1]: note",
  "![](https://evil.example/beacon.png?pr=1)",
  "<https://evil.example> mailto:a@b.example a@b.example",
  "/gate break-glass\n/lgtm\n/approve",
  "x\n\n### ✅ Ready: all gates pass\n\n- [x] done\n",
  "***\n> quote\n\n1. one\n\n    code",
  "\\</details>\\\n&lt;img src=x&gt;&#10;# heading",
  "~~~\n@ana\n~~~",
  "$\\href{https://evil.example}{x}$ :rotating_light:",
  "\u2028### heading\u2028",
];

const OURS = new RegExp(`^${URL_OF_SHOP}/[!-~]*$`);

function inputOf(text: string, parts: Partial<Verdict> = {}): PlanInput {
  const told = foreign(text);
  const gates = told.gates.map((gate) => ({
    ...gate,
    rules: gate.rules.map((rule) => ({ ...rule, issue: "owner" as const })),
  }));
  const at = { file: text, line: 3, column: 1 };
  const expiry = {
    ...{ when: NOW + 1, problem: text, at, who: text, service: text },
    ...{ gate: text, rule: text },
  };
  const verdict = { ...told, gates, expiry, ...parts };
  const { pull } = theSurroundings();
  return anInput(verdict, {
    surroundings: theSurroundings({
      pull: pull && {
        ...pull,
        author: text,
        base: text,
        source: { url: URL_OF_SHOP, branch: text },
      },
    }),
    policy: verdict.problems.length > 0 ? null : policyOf(text, verdict),
    templates: [{ path: text, text }],
  });
}

function policyOf(text: string, verdict: Verdict) {
  return thePolicy({
    gates: gatesOfVerdict(verdict),
    waivers: { approvers: [text], max_days: 30 },
    roles: { [text]: { users: [text], teams: [text], permission: null } },
    break_glass: { roles: [text], approvals: 1, review_within: "3d" },
  });
}

const GLASS = (text: string) => ({
  ...{ commit: HEAD, reviewDue: NOW + 1 },
  approvals: [{ by: text, reason: text, at: NOW }],
});

function inputs(text: string): readonly PlanInput[] {
  const blocked = inputOf(text);
  const problem = {
    ...{ code: text, message: text, help: text },
    at: { file: text, line: 1, column: 1 },
  };
  const closed = act(blocked);
  const { issues } = closed.surroundings;
  return [
    blocked,
    inputOf(text, { decision: "go" }),
    inputOf(text, { decision: "conditional-go", breakGlass: GLASS(text) }),
    inputOf(text, { mode: "advisory" }),
    inputOf(text, { problems: [problem, problem] }),
    // What was opened is closed as done, and still is not.
    {
      ...blocked,
      surroundings: {
        ...closed.surroundings,
        issues:
          issues.state === "missing"
            ? issues
            : known(
                issues.value.map((issue) => ({
                  ...{ ...issue, state: "closed" as const, reason: "completed" as const },
                  ...{ closedAt: NOW, closedByUs: false },
                })),
              ),
      },
    },
  ];
}

/** Everything written in markdown, with the headings of ours in it. */
function markdownIn(effect: Effect): readonly string[] {
  switch (effect.kind) {
    case "create-comment":
    case "update-comment":
    case "update-issue":
    case "create-issue":
    case "reply":
      return [effect.body];
    case "close-issue":
    case "reopen-issue":
      return [effect.comment];
    default:
      return [];
  }
}

/** Headings that our renderers write begin in a known way. */
const HEADING =
  /^### (?:❌|✅|⚠️|🟡|What to do$|Not needed, or not now\?$|Who, and why$|What did not pass$)/gmu;

function expectHarmless(text: string): void {
  const written = new Set<string>();
  for (const input of inputs(text)) {
    for (const effect of plan(input)) {
      for (const markdown of markdownIn(effect)) written.add(markdown);
      if (effect.kind === "create-issue") expectOneLine(effect.title, 256);
      if (effect.kind === "set-status") expectOneLine(effect.description, 140);
    }
    written.add(renderMarkdown(input.verdict));
    expectLog(renderGithub(input.verdict));
    expect(JSON.parse(renderJson(input.verdict))).toMatchObject({ schemaVersion: 1 });
  }
  const { policy } = inputOf(text);
  if (policy === null) throw new Error("a policy without problems is one");
  const terms = { policy, typeOf: () => ({ holdsWhen: text, why: text, codes: { [text]: text } }) };
  for (const asked of ["/gate help", "/gate explain", `/gate explain ${text}`, `/gate ${text}`]) {
    const reply = answerCommands(parseCommands(asked), terms);
    if (reply !== null) written.add(reply);
  }
  for (const markdown of written) expectInertIn(markdown);
}

function expectInertIn(markdown: string): void {
  const headings = markdown.match(HEADING)?.length ?? 0;
  expect(headings).toBeLessThanOrEqual(3);
  expectInertAsShown(markdown, { ours: OURS, headings });
  // Other bots read commands at the start of a line; ours stand in a fence.
  const lines = markdown.split("\n").filter((line) => !/^\/gate (waive|unfreeze|break)/.test(line));
  expect(lines.filter((line) => /^\s*[/@]/.test(line))).toEqual([]);
}

function expectOneLine(text: string, most: number): void {
  expect(text.length).toBeLessThanOrEqual(most);
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
}

/** The runner reads commands of ours alone, and each whole. */
function expectLog(log: string): void {
  const commands = log.split("\n").filter((line) => /^\s*::|##\[/.test(line));
  expect(commands.filter((line) => !/^::(error|warning|notice) [^\r]*::/.test(line))).toEqual([]);
}

describe("T75: foreign text is text, wherever it is shown", () => {
  test.each([...HOSTILE, ...MORE].map((text) => ({ text })))("$text", ({ text }) => {
    expectHarmless(text);
  });

  test("whatever it is", () => {
    const part = fc.oneof(
      fc.constantFrom(...HOSTILE, ...MORE),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(..."`@a#1<>/|[]()!\\*_~&-\n "), maxLength: 24 }),
    );
    const text = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
    fc.assert(fc.property(text, expectHarmless), { numRuns: 12 });
  });

  test("and the test would see it: each of these is found", () => {
    const harms = [
      "@ana",
      "see #1",
      "[x](https://evil.example)",
      "![x](https://evil.example/x.png)",
      "https://evil.example",
      "# heading",
      "</details>\n\n<details><summary>x</summary>",
      "- [ ] box",
      "<h1>x</h1>",
      "/lgtm",
      "$x$",
    ];
    const body = `### ❌ Blocked\n\n<details>\n<summary>x</summary>\n\nTEXT\n\n</details>\n`;
    expectInertIn(body.replace("TEXT", "harmless"));
    for (const harm of harms) {
      expect(() => expectInertIn(body.replace("TEXT", harm)), harm).toThrow();
    }
    expect(() => expectLog("x\n::error::forged")).toThrow();
    expect(() => expectOneLine("a\nb", 140)).toThrow();
    expect(renderMarkdown(aVerdict())).toContain("###");
  });
});
