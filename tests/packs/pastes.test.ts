import { describe, expect, test } from "vitest";
import type { Verdict } from "../../src/model/verdict.ts";
import { RULE_TYPES } from "../../src/rules/index.ts";
import { caseFiles, exampleFiles, type Files, judgeFiles } from "../support/example-repository.ts";
import { packs, policyOf, templateOf } from "./pack-template.ts";

const FACTS = { "facts.json": exampleFiles("claims-triage")["facts.json"] ?? "" };

interface Told {
  readonly type: string;
  readonly code: string;
  readonly remedy: string;
  readonly paste: string | null;
}

const told = ({ gates }: Verdict): Told[] =>
  gates.flatMap(({ rules }) =>
    rules.flatMap(({ type, findings }) =>
      findings.map(({ code, remedy, paste = null }) => ({ type, code, remedy, paste })),
    ),
  );

/** Headings and heads of tables, and nothing below them. */
function withoutEntries(text: string): string {
  const lines = text.split("\n");
  const isRow = (line: string | undefined) => line?.startsWith("|") === true;
  return lines
    .filter((line, index) => !line.startsWith("- [") && !(isRow(line) && isRow(lines[index - 2])))
    .join("\n");
}

/** What is found in what teams have on the first day, half way, and a year later. */
async function everything(): Promise<readonly Told[]> {
  const found: Told[] = [];
  for (const id of packs.ids) {
    const template = templateOf(id);
    const gaps: Files =
      id === "scaling-readiness"
        ? exampleFiles("claims-triage", "claims-triage-gaps")
        : caseFiles(`${id}/ready`, `${id}/gaps`);
    const emptied = { ...gaps, "READINESS.md": withoutEntries(gaps["READINESS.md"] ?? "") };
    const policy = policyOf(id);
    found.push(
      ...told(await judgeFiles({ evidence: { ...template, ...FACTS }, policy })),
      ...told(await judgeFiles({ evidence: FACTS, policy })),
      ...told(await judgeFiles({ evidence: { ...FACTS, "READINESS.md": "# Ready\n" }, policy })),
      ...told(await judgeFiles({ evidence: gaps })),
      ...told(await judgeFiles({ evidence: emptied })),
      ...told(await judgeFiles({ evidence: gaps, now: "2027-10-01T00:00:00Z" })),
    );
  }
  return found;
}

const all = await everything();

/** Where a line, a field or a command mends it. Of the others only a person knows what to write or do. */
const PASTED: Readonly<Record<string, readonly string[]>> = {
  checklist: ["CHECKLIST-DELETED", "CHECKLIST-OUTDATED", "READINESS-MISSING", "SECTION-MISSING"],
  ci: [],
  decision: ["DECISION-INCOMPLETE", "DECISION-MISSING"],
  document: ["DOCUMENT-NO-DATE", "DOCUMENT-OUTDATED", "SECTION-MISSING"],
  issues: [],
  metrics: ["METRICS-MISSING", "SECTION-MISSING"],
  owners: ["OWNERS-EMPTY", "SECTION-MISSING"],
  rollout: ["FILE-MISSING", "ROLLOUT-PERCENT", "ROLLOUT-SKIPPED"],
  schedule: ["SCHEDULE-NO-ENTRY", "SCHEDULE-MISSING"],
  score: ["SCORE-MISSING", "SECTION-MISSING"],
  // No pack asks for one; the tests of the rule hold its command.
  "sign-off": [],
  table: ["TABLE-ROW-MISSING", "TABLE-TOO-FEW-ROWS"],
  values: ["VALUES-DIFFERENT", "VALUES-MISSING"],
};

test("every rule type is considered", () => {
  expect(Object.keys(PASTED)).toEqual(RULE_TYPES.map(({ type }) => type).toSorted());
});

const rows = Object.entries(PASTED).flatMap(([type, codes]) =>
  codes.map((code) => ({ type, code })),
);

test.each(rows)("of $type, $code says what to paste", ({ type, code }) => {
  const findings = all.filter((one) => one.type === type && one.code === code);
  expect(findings.map(({ paste }) => paste)).toContainEqual(expect.any(String));
});

describe("what is to be pasted", () => {
  const pasted = all.filter(({ paste }) => paste !== null);

  test("stands in the remedy as well, for those who see that alone", () => {
    expect(pasted.length).toBeGreaterThan(100);
    const missing = pasted.filter(({ remedy, paste }) => paste !== null && !remedy.includes(paste));
    expect(missing).toEqual([]);
  });

  test("has text to be replaced in angle brackets, but where nothing is left to say", () => {
    const plain = pasted.filter(({ paste }) => !/<[^<>]+>/.test(paste ?? ""));
    const complete = /^#{1,6} .|^stage: \S+$|^stage-gates scaffold readiness$|^- \[ \] `/;
    expect(plain.filter(({ paste }) => !complete.test(paste ?? ""))).toEqual([]);
  });
});
