import { describe, expect, test } from "vitest";
import type { PullRequestFact, Review } from "../../../src/model/fact.ts";
import { checklist } from "../../../src/rules/checklist.ts";
import { askRule, told } from "../../support/ask-rule.ts";
import { MemorySource } from "../../support/memory-source.ts";
import { comment } from "../../support/pull-request.ts";

const FIVE = "N/A: single production model, not needed";
const HEAD = "4f2c9ab1e0d74f2c9ab1e0d74f2c9ab1e0d74f2c";
const OLD = "0000000000000000000000000000000000000001";

const document = (...fields: readonly string[]) =>
  ["## Data", "", "- [ ] `a` It", ...fields.map((field) => `  - ${field}`), ""].join("\n");

const ask = (text: string, na: string, rest: Record<string, unknown> = {}) =>
  askRule(checklist, {
    options: { heading: "Data", items: [{ id: "a", require: ["owner", "evidence"], na }] },
    source: new MemorySource({ evidence: { "READINESS.md": text } }),
    ...rest,
  });

describe("an item that is not applicable", () => {
  const rows = [
    { name: "five words pass", text: document(FIVE), na: "free", found: [] },
    {
      name: "four words do not",
      text: document("N/A: no such model here"),
      na: "free",
      found: ["failed CHECKLIST-NA-SHORT a"],
    },
    {
      name: "signs are no words",
      text: document("N/A: not – … ! needed · here ✓"),
      na: "free",
      found: ["failed CHECKLIST-NA-SHORT a"],
    },
    {
      name: "no reason",
      text: document("N/A:"),
      na: "free",
      found: ["failed CHECKLIST-NA-SHORT a"],
    },
    {
      name: "as printed",
      text: document("N/A: <why it is not needed here>"),
      na: "free",
      found: ["failed CHECKLIST-NA-SHORT a"],
    },
    {
      name: "a placeholder among words",
      text: document("N/A: TODO say why this one is not needed"),
      na: "free",
      found: ["failed CHECKLIST-NA-SHORT a"],
    },
    {
      name: "refused by the policy",
      text: document(FIVE),
      na: "never",
      found: ["failed CHECKLIST-NA-REFUSED a"],
    },
    {
      name: "twice",
      text: document(FIVE, FIVE),
      na: "free",
      found: ["failed CHECKLIST-FIELD-DUPLICATE a"],
    },
    {
      name: "hidden characters",
      text: document("N/A: single production model, not\u200b needed"),
      na: "free",
      found: ["failed HIDDEN-CHARACTER a"],
    },
    {
      name: "said of the whole section",
      text: `## Data\n\n${FIVE}\n\n- [ ] \`a\` It\n`,
      na: "free",
      found: ["failed CHECKLIST-UNTICKED a"],
    },
    {
      name: "nobody to sign it",
      text: document(FIVE),
      na: "signed",
      found: ["errored CHECKLIST-NA-UNSIGNED a"],
    },
  ];
  test.each(rows)("$name", async ({ text, na, found }) => {
    expect(told(await ask(text, na))).toEqual(found);
  });
});

describe("a signature for N/A", () => {
  const text = document(FIVE);
  const review = (author: string, rest: Partial<Review> = {}): Review => ({
    id: `${author}-1`,
    author,
    state: "approved",
    commit: HEAD,
    submittedAt: Date.parse("2026-09-30T10:00:00Z"),
    dismissed: false,
    ...rest,
  });
  const rows: readonly { name: string; pull: Partial<PullRequestFact>; found: string[] }[] = [
    { name: "is awaited", pull: {}, found: ["pending CHECKLIST-NA-UNSIGNED a"] },
    { name: "a holder's approval", pull: { reviews: [review("mira")] }, found: [] },
    {
      name: "a holder's sign-off",
      pull: {
        commands: [comment("qa mira", undefined, HEAD)],
      },
      found: [],
    },
    {
      name: "somebody else's approval",
      pull: { reviews: [review("eve")] },
      found: ["pending CHECKLIST-NA-UNSIGNED a"],
    },
    {
      name: "the author's own",
      pull: { reviews: [review("mira")], authors: ["mira"] },
      found: ["pending CHECKLIST-NA-UNSIGNED a"],
    },
    {
      name: "dismissed",
      pull: { reviews: [review("mira", { dismissed: true })] },
      found: ["pending CHECKLIST-NA-UNSIGNED a"],
    },
    {
      name: "of a commit where the section said something else",
      pull: { reviews: [review("mira", { commit: OLD })] },
      found: ["pending CHECKLIST-NA-UNSIGNED a"],
    },
    {
      name: "a holder objects",
      pull: { reviews: [review("mira", { state: "changes-requested" })] },
      found: ["failed CHECKLIST-NA-UNSIGNED a"],
    },
  ];
  test.each(rows)("$name", async ({ pull, found }) => {
    const old = document("N/A: something else that was said then");
    const source = new MemorySource({
      evidence: { "READINESS.md": text },
      [HEAD]: { "READINESS.md": text },
      [OLD]: { "READINESS.md": old },
    })
      .with(
        { kind: "pull-request" },
        {
          number: 1,
          head: HEAD,
          openedAt: 0,
          authors: ["ana"],
          reviews: [],
          commands: [],
          baseChangedAt: null,
          ...pull,
        },
      )
      .with({ kind: "account", login: "mira" }, { state: "user", access: "write" })
      .with({ kind: "account", login: "eve" }, { state: "user", access: "admin" });
    const roles = { qa: { users: ["mira"], teams: [], permission: null } };
    expect(told(await ask(text, "signed", { source, roles, asks: "qa" }))).toEqual(found);
  });

  test("cannot be had offline", async () => {
    const roles = { qa: { users: ["mira"], teams: [], permission: null } };
    const answer = await ask(text, "signed", { roles, asks: "qa" });
    expect(told(answer)).toEqual(["errored NEEDS-GITHUB the pull request"]);
  });
});
