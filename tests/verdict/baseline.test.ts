import { describe, expect, test } from "vitest";
import type { Baseline } from "../../src/model/baseline.ts";
import type { IsoDate } from "../../src/model/iso-date.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { entriesIn } from "../../src/verdict/baseline-entries.ts";
import { deletionsOf } from "../support/deletions.ts";
import {
  blockers,
  exampleFiles,
  type Files,
  judgeFiles,
  policyFrom,
} from "../support/example-repository.ts";

const ready = exampleFiles("claims-triage");
/** What is left to do on the day the team begins; the exposure is no such thing. */
const first: Files = {
  ...ready,
  ...exampleFiles("claims-triage-gaps"),
  "rollout.yml": ready["rollout.yml"] ?? "",
};
const AT = { file: ".github/stage-gates/baseline.yml", line: 1, column: 1 };

async function recorded(until = "2026-12-31" as IsoDate): Promise<Baseline> {
  const { gates } = await judgeFiles({ evidence: first });
  const findings = gates.flatMap(entriesIn).map((entry) => ({ ...entry, at: AT }));
  return { owner: "@lena", until, findings, at: AT };
}

async function judged(
  evidence: Files,
  baseline: Baseline,
  input: Parameters<typeof judgeFiles>[0]["input"] = {},
): Promise<Verdict> {
  return judgeFiles({ evidence, input: { baseline, ...input } });
}

const codes = ({ notes }: Verdict) =>
  notes.map(({ code }) => code).filter((code) => code.startsWith("BASELINE"));

describe("on the day it was recorded", () => {
  test("what blocked warns, and says until when and whom to ask", async () => {
    const verdict = await judged(first, await recorded());
    expect(verdict.decision).toBe("go");
    expect(blockers(verdict)).toEqual([]);
    const findings = verdict.gates.flatMap(({ rules }) => rules.flatMap((rule) => rule.findings));
    expect(findings).toHaveLength(11);
    for (const { outcome, problem } of findings) {
      expect(outcome).toBe("warned");
      expect(problem).toContain("(in the baseline until 2026-12-31, @lena)");
    }
    expect(codes(verdict)).toEqual(["BASELINE"]);
    expect(verdict.next).toEqual([]);
  });

  test("recorded again, it is the same", async () => {
    const baseline = await recorded();
    const again = (await judged(first, baseline)).gates.flatMap(entriesIn);
    expect(again).toEqual(baseline.findings.map(({ at: _, ...entry }) => entry));
  });

  test("it ends, and the verdict says when it is judged again", async () => {
    const verdict = await judged(first, await recorded("2026-10-01" as IsoDate));
    expect(verdict.decision).toBe("go");
    expect(verdict.validUntil).toBe(Date.parse("2026-10-02T00:00:00Z"));
    expect(codes(verdict)).toEqual(["BASELINE", "BASELINE-ENDS"]);
  });
});

test("the day after its last one, everything blocks again", async () => {
  const verdict = await judged(first, await recorded("2026-09-30" as IsoDate));
  expect(verdict.decision).toBe("no-go");
  expect(blockers(verdict)).toHaveLength(11);
  expect(codes(verdict)).toEqual(["BASELINE-OVER"]);
});

test("what is no longer found is told as stale", async () => {
  const verdict = await judged(ready, await recorded());
  expect(verdict.decision).toBe("go");
  expect(codes(verdict)).toEqual(Array(11).fill("BASELINE-STALE"));
});

test("what could not be judged is not told as stale: it may still be there", async () => {
  const verdict = await judged({ ...ready, "budget.yml": "alerts: [90" }, await recorded());
  expect(codes(verdict)).toEqual(Array(10).fill("BASELINE-STALE"));
});

describe("blocks what is new, such as the deletion of", () => {
  const { items, rows, headings } = deletionsOf(first["READINESS.md"] ?? "");
  // What the baseline has is not new.
  const KNOWN = /CRM|feedback.queue|Accuracy|Vendor|Model quality and|Bad output/;
  const news = [...items, ...rows, ...headings].filter(({ what }) => !KNOWN.test(what));

  test.each(news)("$what", async ({ left }) => {
    const verdict = await judged({ ...first, "READINESS.md": left }, await recorded());
    expect(verdict.decision).toBe("no-go");
  });
});

describe("never softens", () => {
  test("what could not be judged", async () => {
    const evidence = { ...first, "budget.yml": "alerts: [90" };
    const found = await judgeFiles({ evidence });
    const entries = found.gates.flatMap(entriesIn);
    expect(entries.filter(({ rule }) => rule === "alerts")).toEqual([]);
    const verdict = await judged(evidence, await recorded());
    expect(verdict.decision).toBe("no-go");
  });

  test("how many users get it", async () => {
    const wide = { ...first, "rollout.yml": "stage: first-users\npercent: 25\n" };
    const entries = (await judgeFiles({ evidence: wide })).gates.flatMap(entriesIn);
    expect(entries.filter(({ rule }) => rule === "exposure")).toEqual([]);
    const entry = { gate: "launch", rule: "exposure", service: null, at: AT };
    const forged = { ...entry, code: "ROLLOUT-OUT-OF-RANGE", item: "percent" };
    const baseline = await recorded();
    const verdict = await judged(wide, { ...baseline, findings: [...baseline.findings, forged] });
    expect(blockers(verdict)).toEqual(["launch/exposure ROLLOUT-OUT-OF-RANGE percent"]);
  });

  test("what the organization has locked", async () => {
    const policy = policyFrom(first[".github/stage-gates.yml"] ?? "");
    const gates = policy.gates.map((gate) =>
      gate.id === "cost"
        ? { ...gate, rules: gate.rules.map((rule) => ({ ...rule, locked: true })) }
        : gate,
    );
    const verdict = await judged(first, await recorded(), { policy: { ...policy, gates } });
    expect(blockers(verdict)).toEqual(["cost/alerts VALUES-LACKS alerts"]);
  });

  test("the same finding of another service", async () => {
    const baseline = await recorded();
    const findings = baseline.findings.map((entry) => ({ ...entry, service: "payments" }));
    const verdict = await judged(first, { ...baseline, findings });
    expect(blockers(verdict)).toHaveLength(11);
  });
});
