import { expect, test } from "vitest";
import type { FileVersion } from "../../src/model/fact.ts";
import { type Fact, type FactAnswer, missing } from "../../src/model/fact.ts";
import { commit } from "../support/pull-request.ts";
import { verdictOn } from "./judging.ts";

/** A baseline holds what was wrong on one day. Whoever adds to it later has to begin anew, openly. */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: data
    rules: [{id: done, type: checklist, items: [{id: audit}, {id: alarm}]}]
`;
const TIP = commit("f");
const OPEN = { "READINESS.md": "# R\n\n- [ ] `audit` One\n- [ ] `alarm` Two\n" };

/** `null`: the file is not there. */
function version(items: readonly string[] | null, count: number): FileVersion {
  const entries = (items ?? []).map(
    (item) => `  - {gate: data, rule: done, code: CHECKLIST-UNTICKED, item: ${item}}\n`,
  );
  const text = `version: 1\nowner: "@ana"\nuntil: 2026-12-31\nfindings:\n${entries.join("")}`;
  return {
    commit: commit("abcde"[count] ?? "0"),
    at: count,
    content:
      items === null ? { state: "absent" } : { state: "file", file: { text, blob: String(count) } },
  };
}

const broken: FileVersion = {
  ...version([], 4),
  content: { state: "file", file: { text: "findings: {", blob: "4" } },
};

const asked = async (history: readonly FileVersion[] | Fact<never>) => {
  const { decision, notes } = await verdictOn({
    policy: POLICY,
    evidence: OPEN,
    base: OPEN,
    baseline: {
      findings: ["data/done CHECKLIST-UNTICKED audit", "data/done CHECKLIST-UNTICKED alarm"],
    },
    tip: TIP,
    facts: [
      [
        { kind: "history", path: ".github/stage-gates/baseline.yml", revision: TIP },
        history as FactAnswer,
      ],
    ],
  });
  return { decision, notes: notes.map(({ code }) => code) };
};

const both = ["audit", "alarm"];
const covered = { decision: "go", notes: ["BASELINE"] };
const grown = { decision: "no-go", notes: ["BASELINE-GREW", "BASELINE"] };

test.each([
  { what: "is as it began", versions: [version(both, 0)], is: covered },
  {
    what: "got shorter",
    versions: [version(both, 0), version([...both, "other"], 1)],
    is: covered,
  },
  { what: "grew", versions: [version(both, 0), version(["audit"], 1)], is: grown },
  {
    what: "grew and shrank",
    versions: [version(both, 0), version([...both, "other"], 1), version(["audit"], 2)],
    is: grown,
  },
  {
    what: "lost an entry and got it back",
    versions: [version(both, 0), version(["audit"], 1), version(both, 2)],
    is: covered,
  },
  {
    what: "began anew after it was deleted",
    versions: [version(both, 0), version(null, 1), version(["audit"], 2)],
    is: covered,
  },
  {
    what: "began as a file that softened nothing",
    versions: [version(both, 0), broken],
    is: covered,
  },
  {
    what: "grew after such a beginning",
    versions: [version(both, 0), version(["audit"], 1), broken],
    is: grown,
  },
  { what: "has no history yet", versions: [], is: covered },
])("one that $what: $is.notes", async ({ versions, is }) => {
  expect(await asked(versions)).toEqual(is);
});

test.each([
  { reason: "needs-history" as const, is: covered },
  { reason: "rate-limited" as const, is: { decision: "no-go", notes: ["BASELINE-UNREAD"] } },
  { reason: "timed-out" as const, is: { decision: "no-go", notes: ["BASELINE-UNREAD"] } },
])("one whose history is missing, $reason", async ({ reason, is }) => {
  expect(await asked(missing(reason, "it is not to be had"))).toEqual(is);
});
