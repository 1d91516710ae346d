import { describe, expect, test } from "vitest";
import { readMark, writeMark } from "../../src/model/check-mark.ts";
import type { CheckRunEffect } from "../../src/model/effect.ts";
import { known, missing } from "../../src/model/fact.ts";
import type { OwnCheckRun } from "../../src/model/surroundings.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { planCheckRun } from "../../src/plan/plan-check-run.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";
import { aFinding, aGate, aRule, aVerdict, HOSTILE } from "../render/verdicts.ts";
import { anInput, gatesOfVerdict, thePolicy, theSurroundings } from "./surroundings.ts";

const VOICE = { kind: "check-run", app: 7 } as const;
const NAME = "stage-gates / production";

const planned = (verdict: Verdict, parts: Partial<PlanInput> = {}) =>
  planCheckRun(anInput(verdict, { voice: VOICE, ...parts }));

/** A gate with a finding at each of these lines. */
function blockedAt(file: string, lines: readonly number[]): Verdict {
  const findings = lines.map((line) =>
    aFinding({ problem: `line ${line}`, at: { file, line, column: 1 } }),
  );
  return aVerdict({ gates: [aGate("A", "failed", { rules: [aRule("failed", { findings })] })] });
}

/** What is there once an effect was applied. */
function done({ said, name }: CheckRunEffect, parts: Partial<OwnCheckRun> = {}): OwnCheckRun {
  const { conclusion, mark } = said;
  return { id: 70, name, conclusion, externalId: writeMark(mark), ...parts };
}

const blocked = blockedAt("READINESS.md", [3, 5]);

test("what is to be pasted begins below a sentence, and has no full stop of ours", () => {
  const at = { file: "READINESS.md", line: 3, column: 1 };
  const findings = [
    aFinding({ problem: "an item is missing", remedy: "add:\n- [ ] `a` <what>", at }),
  ];
  const rules = [aRule("failed", { findings })];
  const [wanted] = planned(aVerdict({ gates: [aGate("A", "failed", { rules })] }));
  expect(wanted?.annotations).toMatchObject([
    { message: "An item is missing. Add:\n- [ ] `a` <what>" },
  ]);
});

describe("what is there already", () => {
  const [wanted] = planned(blocked);
  if (wanted === undefined) throw new Error("nothing was planned");
  const { mark } = wanted.said;
  const id = (parts: object) => ({ externalId: writeMark({ ...mark, ...parts }) });

  test.each([
    { what: "nothing", there: known([]), plans: ["create-check-run"] },
    { what: "nobody knows what", there: missing("unreadable", "x"), plans: ["create-check-run"] },
    { what: "the same", there: known([done(wanted)]), plans: [] },
    {
      what: "the same with another conclusion",
      there: known([done(wanted, { conclusion: "success" })]),
      plans: ["update-check-run"],
    },
    {
      what: "the same, asked for again",
      there: known([done(wanted, { conclusion: null })]),
      plans: ["update-check-run"],
    },
    {
      what: "another text",
      there: known([done(wanted, id({ shown: "0" }))]),
      plans: ["update-check-run"],
    },
    {
      what: "another policy",
      there: known([done(wanted, id({ policy: "ab" }))]),
      plans: ["update-check-run"],
    },
    {
      what: "other remarks",
      there: known([done(wanted, id({ annotations: "0" }))]),
      plans: ["create-check-run"],
    },
    {
      what: "a foreign external id",
      there: known([done(wanted, { externalId: "build:7" })]),
      plans: ["create-check-run"],
    },
    {
      what: "another stage's",
      there: known([done(wanted, { name: "stage-gates / qa" })]),
      plans: ["create-check-run"],
    },
  ])("$what: $plans", ({ there, plans }) => {
    const surroundings = theSurroundings({ checkRuns: there });
    expect(planned(blocked, { surroundings }).map(({ kind }) => kind)).toEqual(plans);
  });

  test("some of the remarks: the others are added", () => {
    const surroundings = theSurroundings({ checkRuns: known([done(wanted, id({ sent: 1 }))]) });
    expect(planned(blocked, { surroundings })).toMatchObject([
      { kind: "update-check-run", id: 70, annotations: [{ line: 5 }] },
    ]);
  });

  test("another run's report is no reason to write", () => {
    const [first] = planned(blocked, { reportUrl: "https://ci.example/1" });
    if (first === undefined) throw new Error("nothing was planned");
    const surroundings = theSurroundings({ checkRuns: known([done(first)]) });
    expect(planned(blocked, { surroundings, reportUrl: "https://ci.example/2" })).toEqual([]);
  });
});

describe("remarks", () => {
  const files = ["READINESS.md", ".github/stage-gates.yml", "pack:five-phase", "a\u202eb.md"];
  test.each(files.map((file) => ({ file, shown: file === "READINESS.md" ? 1 : 0 })))(
    "stand only at lines of what would land: $file",
    ({ file, shown }) => {
      const verdict = { ...blockedAt(file, [3]), policy: { ref: "main", sha: null, files: [] } };
      expect(planned(verdict)[0]?.annotations).toHaveLength(shown);
    },
  );

  test("and not at what is missing", () => {
    const at = { file: "docs/runbook.md", line: 1, column: 1 };
    const finding = aFinding({ at, creates: "docs/runbook.md" });
    const rules = [aRule("failed", { findings: [finding] })];
    const verdict = aVerdict({ gates: [aGate("A", "failed", { rules })] });
    expect(planned(verdict)[0]?.annotations).toEqual([]);
  });
});

test("several pull requests of one commit are told the same, whichever is looked at", () => {
  const { pull } = theSurroundings();
  const go = aVerdict({ decision: "go", gates: [aGate("A", "passed")] });
  const policy = thePolicy({ gates: gatesOfVerdict(blocked) });
  const other = { pull: 490, authorCanWrite: true, verdict: blocked };
  const mine = planned(go, { policy, sharers: [other] });
  const surroundings = theSurroundings({
    pull: pull && { ...pull, number: 490, author: "eve", source: null },
  });
  const sharers = [{ pull: 482, authorCanWrite: true, verdict: go }];
  expect(planned(blocked, { policy, surroundings, sharers })).toEqual(mine);
  expect(mine).toMatchObject([{ said: { conclusion: "failure" } }]);
  expect(mine[0]?.said.title).toMatch(/^#490: /);
});

describe("whatever stands in the files", () => {
  const bytes = (text: string | null | undefined) => Buffer.byteLength(text ?? "");

  test.each([...HOSTILE, "🙂".repeat(5_000), "x".repeat(70_000)].map((text) => ({ text })))(
    "GitHub takes it: $text",
    ({ text }) => {
      const findings = Array.from({ length: 120 }, (_, line) =>
        aFinding({
          problem: `${line} ${text}`,
          remedy: text,
          at: { file: "READINESS.md", line: line + 1, column: 1 },
        }),
      );
      const gates = Array.from({ length: 30 }, (_, at) =>
        aGate(`${at} ${text}`, "failed", { rules: [aRule("failed", { findings })] }),
      );
      const [effect] = planned(aVerdict({ gates }));
      const { said, annotations = [] } = effect ?? {};
      expect(said?.title.length).toBeLessThanOrEqual(255);
      expect(bytes(said?.summary)).toBeLessThanOrEqual(65_535);
      expect(bytes(said?.text)).toBeLessThanOrEqual(65_535);
      expect(annotations).toHaveLength(200);
      for (const { title, message } of annotations) {
        expect(title.length).toBeLessThanOrEqual(255);
        expect(bytes(message)).toBeLessThanOrEqual(64 * 1024);
        expect(`${title}${message.replaceAll("\n", "")}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }
    },
  );
});

test.each(["", "v2:a:b:c:1", "v1:main:b:c:1", "v1:ab:c:d", "v1:-:a:b:1 ", "v1:-:a:b:-1"])(
  "`%s` is no mark of ours",
  (text) => {
    expect(readMark(text)).toBeNull();
  },
);

test("a mark comes back as it was written", () => {
  const mark = { policy: "ab12", shown: "no-verdict", annotations: "0f", sent: 12 };
  expect(readMark(writeMark(mark))).toEqual(mark);
  expect(planned(blocked)[0]?.name).toBe(NAME);
});
