import { describe, expect, test } from "vitest";
import { type Fact, type IssuesFact, missing } from "../../src/model/fact.ts";
import { issues } from "../../src/rules/issues.ts";
import { askRule, told } from "../support/ask-rule.ts";
import { MemorySource } from "../support/memory-source.ts";

const open = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    number: count - index,
    title: `Issue ${count - index}`,
    labels: ["launch-blocker"],
  }));

const ask = (options: { labels: string[]; max_open?: number }, answer: IssuesFact | Fact<never>) =>
  askRule(issues, {
    options,
    source: new MemorySource({}).with({ kind: "issues", labels: options.labels }, answer),
  });

describe("issues", () => {
  const rows = [
    { name: "none open", open: 0, found: [] },
    { name: "one open", open: 1, found: ["failed ISSUES-OPEN launch-blocker"] },
    { name: "as many as allowed", open: 2, max_open: 2, found: [] },
    {
      name: "one more than allowed",
      open: 3,
      max_open: 2,
      found: ["failed ISSUES-OPEN launch-blocker"],
    },
    {
      name: "a label nobody made is errored, though nothing is open",
      open: 0,
      unknown: ["launch-blocker"],
      found: ["errored ISSUES-UNKNOWN-LABEL launch-blocker"],
    },
    {
      name: "a label nobody made does not hide open issues",
      open: 1,
      unknown: ["launch-blocker"],
      found: ["errored ISSUES-UNKNOWN-LABEL launch-blocker", "failed ISSUES-OPEN launch-blocker"],
    },
  ];
  test.each(rows)("$name", async (row) => {
    const options = { labels: ["launch-blocker"], max_open: row.max_open ?? 0 };
    const answer = await ask(options, { open: open(row.open), unknownLabels: row.unknown ?? [] });
    expect(told(answer)).toEqual(row.found);
  });

  test("names the query and the issues in order, and has no place in a file", async () => {
    const answer = await ask(
      { labels: ["launch-blocker", "sev 1"] },
      { open: open(12), unknownLabels: [] },
    );
    const [finding] = answer.findings;
    expect(finding?.at).toBeNull();
    expect(finding?.problem).toContain('is:issue is:open label:"launch-blocker","sev 1"');
    expect(finding?.problem).toMatch(/#1 Issue 1; #2 .*#10 Issue 10; and 2 more$/);
  });

  test("cuts a title at whole characters", async () => {
    const title = "🚀".repeat(500);
    const answer = await ask(
      { labels: ["x"] },
      { open: [{ number: 7, title, labels: ["x"] }], unknownLabels: [] },
    );
    expect(answer.findings[0]?.problem).toContain(`#7 ${"🚀".repeat(79)}…`);
  });

  test("is errored without GitHub and with a list that did not come to its end", async () => {
    const offline = await askRule(issues, {
      options: { labels: ["x"] },
      source: new MemorySource({}),
    });
    expect(told(offline)).toEqual(["errored NEEDS-GITHUB the issues labelled `x`"]);
    const cut = await ask({ labels: ["x"] }, missing("timed-out", "page 3 did not come"));
    expect(told(cut)).toEqual(["errored FACT-UNREADABLE the issues labelled `x`"]);
  });

  const refused = [
    { name: "no label", options: { labels: [] } },
    { name: "an empty label", options: { labels: [" "] } },
    { name: "one label twice", options: { labels: ["Bug", "bug"] } },
    { name: "fewer than none", options: { labels: ["x"], max_open: -1 } },
    { name: "half an issue", options: { labels: ["x"], max_open: 0.5 } },
    { name: "an unknown setting", options: { labels: ["x"], label: "x" } },
  ];
  test.each(refused)("the policy may not say: $name", ({ options }) => {
    expect(issues.options.safeParse(options).success).toBe(false);
  });
});
