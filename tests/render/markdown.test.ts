import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../src/model/verdict.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { aFinding, aGate, aRule, aVerdict, HOSTILE, theBlockedExample } from "./verdicts.ts";

function heading(verdict: Verdict): string {
  return renderMarkdown(verdict).split("\n")[0] ?? "";
}

test("the verdict comes first, then what blocks and who mends it", () => {
  const lines = renderMarkdown(theBlockedExample()).split("\n");
  expect(lines.slice(0, 10)).toEqual([
    "### ❌ Blocked: 2 of 5 gates fail for `production`",
    "",
    "**1. Ownership:** payments-api has no on-call owner",
    "",
    "- **Fix:** set `on-call: acme/payments` (team that owns this path, CODEOWNERS:7) (`READINESS.md:18`)",
    "",
    "**2. Runbook:** docs/runbooks/payments-api.md does not exist",
    "",
    "- **Who can fix it:** `release-managers`",
    "- **Fix:** stage-gates scaffold runbook payments-api (`READINESS.md:24`)",
  ]);
  expect(lines).toContain("<summary>✅ 2 gates passed: Rollback plan, Security review</summary>");
});

describe("the heading", () => {
  const passed = aGate("A", "passed");
  const failed = aGate("A", "failed");
  test.each([
    { verdict: aVerdict({ decision: "go", gates: [passed] }), text: "✅ Ready: 1 gate passes" },
    { verdict: aVerdict({ decision: "go" }), text: "✅ Ready: no gates apply" },
    { verdict: aVerdict(), text: "❌ Blocked: no gate counts" },
    {
      verdict: aVerdict({ gates: [failed, passed, aGate("B", "pending")] }),
      text: "❌ Blocked: 1 of 3 gates fails, 1 is pending",
    },
    {
      verdict: aVerdict({ mode: "advisory", gates: [failed] }),
      text: "⚠️ Would block: 1 of 1 gate fails",
    },
    {
      verdict: aVerdict({ decision: "conditional-go", gates: [passed, aGate("B", "conditional")] }),
      text: "✅ Ready on conditions: 1 gate passes, 1 on conditions",
    },
    {
      verdict: aVerdict({
        decision: "undetermined",
        gates: [aGate("A", "passed", { undetermined: true })],
      }),
      text: "⚠️ Undetermined: 1 of 1 gate needs GitHub",
    },
  ])("$text", ({ verdict, text }) => {
    expect(heading(verdict).startsWith(`### ${text} for \`production\``)).toBe(true);
  });

  test("says what is wrong with the policy instead of a verdict", () => {
    const at = { file: "p.yml", line: 1, column: 1 };
    const problems = [{ code: "x", message: "unknown key", at, help: "drop it" }];
    const text = renderMarkdown(aVerdict({ problems }));
    expect(text.startsWith("### ❌ No verdict: the policy has 1 problem\n")).toBe(true);
    expect(text).toContain("unknown key (`p.yml:1:1`)");
  });
});

interface Seen {
  readonly types: Set<string>;
  readonly html: string[];
  readonly text: string[];
  readonly headings: number;
  readonly boxes: number;
}

/** The report as GitHub reads it. */
function read(markdown: string): Seen {
  const seen = { types: new Set<string>(), html: [] as string[], text: [] as string[] };
  let headings = 0;
  let boxes = 0;
  const visit = (node: Nodes): void => {
    seen.types.add(node.type);
    if (node.type === "html") seen.html.push(node.value);
    if (node.type === "text") seen.text.push(node.value);
    if (node.type === "heading") headings += 1;
    if (node.type === "listItem" && typeof node.checked === "boolean") boxes += 1;
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return { ...seen, headings, boxes };
}

function foreign(text: string): Verdict {
  const finding = aFinding({
    problem: text,
    remedy: text,
    asks: text,
    at: { file: text, line: 1, column: 1 },
  });
  const waiver = { reason: text, until: text, approvedBy: [text], approvedIn: 1 };
  const many = Array.from({ length: 9 }, (_, index) => ({ ...finding, remedy: `${text}${index}` }));
  return aVerdict({
    stage: text,
    policy: { ref: text, sha: null, files: [] },
    gates: [
      aGate(text, "failed", { rules: [aRule("failed", { findings: [finding] })] }),
      aGate(text, "errored", { service: text, rules: [aRule("failed", { findings: many })] }),
      aGate(text, "pending", { waitsFor: [text] }),
      aGate(text, "conditional", { rules: [aRule("waived", { title: text, waiver })] }),
      aGate(text, "warned", {
        rules: [aRule("warned", { findings: [{ ...finding, outcome: "warned" }] })],
      }),
      aGate(text, "passed", { rules: [aRule("passed", { title: text })] }),
    ],
    notes: [{ code: "X", message: text, at: { file: text, line: 1, column: 1 } }],
    next: [
      { step: text, problem: text, at: null, who: text, service: text, gate: text, rule: text },
    ],
  });
}

describe("foreign text stays text", () => {
  test.each(HOSTILE.map((text) => ({ text })))("$text", ({ text }) => {
    const markdown = renderMarkdown(foreign(text));
    // Bots read commands at the start of a line.
    expect(markdown).not.toMatch(/^\s*[/@]/m);
    const seen = read(markdown);
    expect(seen.types).not.toContain("image");
    expect(seen.types).not.toContain("link");
    expect(seen.boxes).toBe(0);
    expect(seen.headings).toBe(1);
    const tags = seen.html.flatMap((html) => html.match(/<[^>]*>/g) ?? []);
    const ours = /^<\/?(details|summary|sub|code)>$/;
    expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
    const shown = [
      ...seen.text,
      ...seen.html.map((html) => html.replace(/<code>.*?<\/code>/g, "")),
    ];
    expect(shown.filter((part) => /@[\w-]|#\d|GH-\d|:\/\/|www\./i.test(part))).toEqual([]);
  });

  test("plain foreign text leaves the same tree behind", () => {
    const tame = read(renderMarkdown(foreign("tame")));
    expect(tame.html).toContain("</details>");
  });
});

describe("a report over the limit", () => {
  const long = "x ".repeat(280);
  const blocked = Array.from({ length: 200 }, (_, gate) =>
    aGate(`Gate ${gate}`, "failed", {
      rules: [
        aRule("failed", {
          findings: Array.from({ length: 50 }, (_, index) =>
            aFinding({ problem: `${long}${index}`, remedy: `${long}${index}` }),
          ),
        }),
      ],
    }),
  );

  test("is cut from its least important end, with counts", () => {
    const passed = Array.from({ length: 500 }, (_, index) => aGate(`Passing ${index}`, "passed"));
    const text = renderMarkdown(aVerdict({ gates: [...blocked, ...passed] }));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.startsWith("### ❌ Blocked: 200 of 700 gates fail")).toBe(true);
    expect(text).toContain("**1. Gate 0:**");
    expect(text).toMatch(
      /Too long to show: 1\d\d more blocking gates, 200 more lists of findings, 1 more table of gates\./,
    );
  });

  test("keeps what blocks and drops what passes", () => {
    const some = Array.from({ length: 60 }, (_, index) =>
      aGate(`Passing ${index}`, "passed", {
        rules: Array.from({ length: 40 }, () => aRule("passed", { title: long })),
      }),
    );
    const text = renderMarkdown(aVerdict({ gates: [...some, ...blocked.slice(0, 2)] }));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain("**2. Gate 1:**");
  });
});
