import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { known, missing } from "../../src/model/fact.ts";
import { isStatusComment } from "../../src/model/marker.ts";
import type { GateVerdict, Verdict } from "../../src/model/verdict.ts";
import { planComment } from "../../src/plan/plan-comment.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";
import { templateFor } from "../../src/render/github-address.ts";
import {
  anInput,
  gatesOfVerdict,
  thePolicy,
  theSurroundings,
  URL_OF_SHOP,
} from "../plan/surroundings.ts";
import { expectInert, wordsAtFirstSight } from "./reading.ts";
import {
  aFinding,
  aGate,
  aRule,
  aVerdict,
  foreign,
  HOSTILE,
  theBlockedExample,
} from "./verdicts.ts";

function commentOn(verdict: Verdict, parts: Partial<PlanInput> = {}): string {
  const [effect] = planComment(anInput(verdict, parts));
  return effect?.kind === "create-comment" ? effect.body : "";
}

const OURS = new RegExp(`^${URL_OF_SHOP}/[!-~]*$`);

describe("a blocked pull request is told", () => {
  const body = commentOn(theBlockedExample());

  test("the verdict, what blocks, who mends it and where that begins, in this order", () => {
    const lines = body.split("\n");
    expect(lines[0]).toBe("### ❌ Blocked: 2 of 5 gates fail for `production`");
    expect(lines[2]).toBe("**1. Ownership:** payments-api has no on-call owner");
    expect(lines[4]).toBe("- **Who can fix it:** `mei`");
    expect(lines[5]).toContain(
      "([`READINESS.md:18`](https://github.com/acme/shop/blob/4f2c9ab1e0d74f2c9ab1e0d74f2c9ab1e0d74f2c/READINESS.md?plain=1#L18), [edit](https://github.com/acme/shop/edit/release/2026-10-01/READINESS.md))",
    );
    expect(body.indexOf("**2. Runbook:**")).toBeLessThan(body.indexOf("⚠️ **Warning"));
    expect(body.indexOf("⚠️ **Warning")).toBeLessThan(body.indexOf("<details>"));
  });

  test("how to waive it, ready to be pasted, and by whom", () => {
    expect(body).toContain("Somebody in `release-managers`, but not the author");
    expect(body).toContain(
      '/gate waive ownership/rule --until <YYYY-MM-DD> --codes OWNERS-MISSING --reason "<why>"\n',
    );
  });

  test("which commit was judged by which policy, and our marker ends it", () => {
    expect(body).toContain("<sub>Checked commit [`4f2c9ab`]");
    expect(body).toContain("[`production@91d03e7`]");
    expect(isStatusComment(body, "production")).toBe(true);
  });
});

describe("of three gates that block, each says at first sight who does what", () => {
  const withRemedy = (remedy: string) =>
    Array.from({ length: 4 }, (_, index) =>
      aGate(`Gate ${index}`, "failed", {
        rules: [
          aRule("failed", {
            issue: "owner",
            findings: [0, 1, 2].map((one) =>
              aFinding({ problem: `the ${one} thing of gate ${index} is not as asked`, remedy }),
            ),
          }),
        ],
      }),
    );

  test.each([
    { remedy: "name an owner", begins: "name an owner" },
    {
      remedy:
        "have the service's data protection officer confirm in writing that no data of the pilot is kept",
      begins: "have the service's data protection",
    },
    { remedy: "write the section:\n## Limits\n\n- <limit>", begins: "write the section, as below" },
    { remedy: "add:\n- [ ] <item>", begins: "add what stands below" },
  ])("$begins", ({ remedy, begins }) => {
    const [seen = ""] = commentOn(aVerdict({ gates: withRemedy(remedy) })).split("<details>");
    const fixes = seen.split("\n").filter((line) => line.startsWith("- **Fix, by `"));
    expect(fixes).toHaveLength(3);
    for (const line of fixes) expect(line).toContain(`\`:** ${begins}`);
    expect(seen).not.toContain("see below");
  });
});

describe("gates that cannot be judged are named at first sight", () => {
  const failing = blocking(3, "x");
  const unjudged = [aGate("Tests", "errored"), aGate("Load", "errored")];
  test.each([
    {
      name: "one behind three others",
      gates: [...failing, ...unjudged.slice(0, 1)],
      says: "Tests",
    },
    { name: "two of them", gates: [...failing, ...unjudged], says: "Tests, and 1 more" },
  ])("$name", ({ gates, says }) => {
    const [seen = ""] = commentOn(aVerdict({ gates })).split("<details>");
    expect(seen).toContain(`⚠️ **Cannot be judged, nor waived:** ${says}\n`);
  });

  test("but once, where they are told of anyway", () => {
    const body = commentOn(aVerdict({ gates: unjudged }));
    expect(body).toContain("**1. Tests:**");
    expect(body).not.toContain("nor waived");
  });
});

test("a note begins as a sentence does", () => {
  const message = "the `waive data` of `@ana` changes nothing: `@ana` wrote this pull request";
  const gates = [aGate("A", "failed")];
  const body = commentOn(
    aVerdict({ gates, notes: [{ code: "COMMAND-NOT-ALLOWED", message, at: null }] }),
  );
  expect(body).toContain("- The `waive data` of");
});

test("a file that is missing is begun from its template", () => {
  const absent = aFinding({
    code: "FILE-MISSING",
    problem: "`docs/runbook.md` does not exist",
    remedy: "create it and fill it in",
    at: { file: "docs/runbook.md", line: 1, column: 1 },
    creates: "docs/runbook.md",
  });
  const gate = aGate("Runbook", "failed", { rules: [aRule("failed", { findings: [absent] })] });
  const blocked = aVerdict({ gates: [gate] });
  const address = `${URL_OF_SHOP}/new/release/2026-10-01?filename=docs/runbook.md`;
  expect(commentOn(blocked)).toContain(
    `([create it from the template](${address}\\&value=%23%20Runbook%0A%0A%23%23%20Alerts`,
  );
  const templates = [{ path: "runbook.md", text: "é".repeat(2_000) }];
  expect(commentOn(blocked, { templates })).toContain(`(${address})`);
  expect(commentOn(blocked, { templates: [] })).toContain(`([create it](${address}))`);
});

test("what stands in a folder of runbooks is begun from the runbook", () => {
  const templates = [
    { path: "runbook.md", text: "R" },
    { path: "docs/runbook.md", text: "D" },
    { path: "book.md", text: "B" },
  ];
  const of = (file: string) => templateFor(file, templates)?.text ?? null;
  expect(of("services/search/docs/runbook.md")).toBe("D");
  expect(of("ops/runbook.md")).toBe("R");
  expect(of("ops/runbooks/search.md")).toBe("D");
  expect(of("ops/runbooks/search.yml")).toBe(null);
  expect(of("ops/handbook.md")).toBe(null);
});

test("where no gate says why it is blocked the notes do, at once", () => {
  const message = "no gate judged `search`: each was limited by `when`";
  const body = commentOn(aVerdict({ notes: [{ code: "NOTHING-COUNTS", message, at: null }] }));
  expect(body.split("\n")[2]).toBe(`⚠️ No gate judged \`search\`: each was limited by \`when\``);
});

test("who passes is told what is the first to expire", () => {
  const expiry = {
    when: Date.parse("2026-10-30T00:00:00Z"),
    problem: "`Accuracy` was measured 30 days ago",
    at: { file: "READINESS.md", line: 94, column: 1 },
    who: "@joao",
    service: null,
    gate: "quality",
    rule: "metrics",
  };
  const passes = aVerdict({ decision: "go", gates: [aGate("Quality", "passed")], expiry });
  expect(commentOn(passes)).toContain("**First to expire, on 2026-10-30 00:00 UTC:** `Accuracy`");
  expect(commentOn({ ...passes, decision: "no-go" })).not.toContain("First to expire");
});

describe("what could not be tracked is said", () => {
  const gates = [aGate("A", "failed", { rules: [aRule("failed", { issue: "owner" })] })];
  test.each([
    {
      name: "switched off",
      parts: { repository: { ...theSurroundings().repository, hasIssues: false } },
      says: "⚠️ No issue was opened: issues are switched off in this repository.",
    },
    {
      name: "not allowed",
      parts: { issues: missing("forbidden", "the token lacks `issues: write`") },
      says: "⚠️ No issue was opened: the token lacks `issues: write`.",
    },
  ])("$name", ({ parts, says }) => {
    expect(commentOn(aVerdict({ gates }), { surroundings: theSurroundings(parts) })).toContain(
      says,
    );
    const fine = aVerdict({ decision: "go", gates: [aGate("A", "passed")] });
    expect(commentOn(fine, { surroundings: theSurroundings(parts) })).not.toContain("No issue");
  });
});

test("a fork is edited where it is, and one that is gone nowhere", () => {
  const { pull } = theSurroundings();
  const of = (source: { url: string; branch: string } | null) => {
    const surroundings = theSurroundings({ pull: pull && { ...pull, source } });
    return commentOn(theBlockedExample(), { surroundings });
  };
  const fork = of({ url: "https://github.com/li/shop", branch: "fix #1?" });
  expect(fork).toContain("(https://github.com/li/shop/edit/fix%20%231%3F/READINESS.md)");
  expect(of(null)).not.toContain("/edit/");
});

describe("links that would lead elsewhere are none", () => {
  test.each(["../../../evil/x", "a//b", "/etc", "a/./b", "a\\b", "x\ny"])("%j", (file) => {
    const findings = [aFinding({ at: { file, line: 1, column: 1 } })];
    const gate = aGate("A", "failed", { rules: [aRule("failed", { findings })] });
    const body = commentOn(aVerdict({ gates: [gate] }));
    expect(body).not.toMatch(/\/(blob|edit|new)\//);
  });
});

function blocking(count: number, long: string): GateVerdict[] {
  return Array.from({ length: count }, (_, index) =>
    aGate(`Gate ${index} ${long}`, "failed", {
      service: index % 2 === 0 ? null : `svc-${index}-${long}`,
      rules: [
        aRule("failed", {
          title: long,
          issue: "owner",
          findings: [1, 2, 3].map((one) =>
            aFinding({
              problem: `${long} is not so ${one}`,
              remedy: `write ${long}${one}\n- [ ] ${long}\n  - Owner: ${long}`,
              asks: `@${long}`,
              at: { file: `docs/${long}.md`, line: 7, column: 1 },
            }),
          ),
        }),
      ],
    }),
  );
}

describe("at first sight there are at most 150 words", () => {
  const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(" ");
  test.each(
    [3, 4, 12, 200].flatMap((gates) =>
      ["x", words(5), words(20), words(80)].map((long) => ({ gates, long })),
    ),
  )("with $gates gates that block, each with $long", ({ gates, long }) => {
    const others = [
      ...blocking(4, long).map((gate) => ({ ...gate, outcome: "conditional" as const })),
      ...Array.from({ length: 30 }, (_, index) => aGate(`Fine ${index} ${long}`, "passed")),
      ...Array.from({ length: 9 }, (_, index) =>
        aGate(`Doubt ${index}`, "warned", {
          rules: [aRule("warned", { findings: [aFinding({ outcome: "warned", problem: long })] })],
        }),
      ),
    ];
    const body = commentOn(
      aVerdict({
        gates: [
          ...blocking(gates, long),
          ...(gates > 3 ? [aGate(`Unjudged ${long}`, "errored", { service: long })] : []),
          ...others,
        ],
        notes: [{ code: "X", message: long, at: null }],
        validUntil: Date.parse("2026-10-08T00:00:00Z"),
      }),
    );
    expect(wordsAtFirstSight(body)).toBeLessThanOrEqual(150);
    // Three are told at once, the others behind a line, and none twice in full.
    expect(body.split("<details>")[0]?.match(/^\*\*\d+\. /gm)).toHaveLength(3);
    if (!body.includes("Too long to show")) expect(body).toContain(`**${gates}. `);
  });

  test("and a policy full of problems has no more", () => {
    const at = { file: ".github/stage-gates.yml", line: 7, column: 5 };
    const problem = { code: "x", message: words(20), at, help: words(9) };
    const body = commentOn(aVerdict({ problems: Array.from({ length: 90 }, () => problem) }));
    expect(wordsAtFirstSight(body)).toBeLessThanOrEqual(150);
    expect(body).toMatch(/<summary>\d+ more problems<\/summary>/);
  });
});

describe("foreign text stays text", () => {
  const { pull } = theSurroundings();
  function told(text: string): string {
    const verdict = foreign(text);
    const surroundings = theSurroundings({
      pull: pull && { ...pull, author: text, source: { url: URL_OF_SHOP, branch: text } },
      issues: known([]),
    });
    const roles = { approvers: [text], max_days: 30 };
    const policy = thePolicy({ gates: gatesOfVerdict(verdict), waivers: roles });
    return commentOn(verdict, { surroundings, policy });
  }

  test.each(HOSTILE.map((text) => ({ text })))("$text", ({ text }) => {
    const body = told(text);
    expect(expectInert(body, OURS).headings).toBe(1);
    expect(wordsAtFirstSight(body)).toBeLessThanOrEqual(150);
    expect(body.trimEnd().split("\n").at(-1)).toMatch(/^<!-- stage-gates:status v1 stage=\S+ -->$/);
  });

  test("whatever it is", () => {
    const part = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "@a/b",
        " #1 ",
        "`",
        "``",
        "|",
        "\n",
        "\n\n",
        "\n# ",
        "<!-- ",
        " -->",
        "](",
        "\\",
      ),
      fc.constantFrom(
        "</details>",
        "<summary>",
        "![",
        "&#64;x",
        "\n- [ ] ",
        "\n/lgtm",
        "\n@bot do",
      ),
    );
    const text = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (hostile) => {
        expect(expectInert(told(hostile), OURS).headings).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});

test("a comment over the limit loses what passes, then what is folded, never its end", () => {
  const body = commentOn(
    aVerdict({
      gates: [
        ...blocking(300, "lorem ".repeat(60)),
        ...Array.from({ length: 300 }, (_, index) => aGate(`Fine ${index}`, "passed")),
      ],
    }),
  );
  expect(body.length).toBeLessThanOrEqual(60_000);
  expect(body).toMatch(/Too long to show: \d+ more blocking gates, .*1 more table of gates\./);
  expect(isStatusComment(body, "production")).toBe(true);
  expectInert(body, OURS);
});
