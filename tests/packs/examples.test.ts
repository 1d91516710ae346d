import { describe, expect, test } from "vitest";
import { blockers, exampleFiles, judgeFiles } from "../support/example-repository.ts";
import { deadLinks } from "./dead-links.ts";

const ready = exampleFiles("claims-triage");
const overlay = exampleFiles("claims-triage-gaps");

describe("claims triage, ready", () => {
  test("goes, and nothing at all is held against it", async () => {
    const verdict = await judgeFiles({ evidence: ready });
    expect(verdict.decision).toBe("go");
    const findings = verdict.gates.flatMap((gate) => gate.rules.flatMap((rule) => rule.findings));
    expect(findings).toEqual([]);
    expect(verdict.gates.map(({ outcome }) => outcome)).toEqual(Array(12).fill("passed"));
    expect(verdict.next).toEqual([]);
  });

  test("is told what time and the way it is judged leave open", async () => {
    const { notes } = await judgeFiles({ evidence: ready });
    expect(notes.map(({ code, at }) => `${code} ${at?.file}`).sort()).toEqual([
      "DECISION-SELF-ATTESTED decisions/2026-07-06-pilot.md",
      "DECISION-SELF-ATTESTED decisions/2026-09-30-launch.md",
      "SCHEDULE-DUE READINESS.md",
    ]);
  });

  test("holds no link that leads nowhere", () => {
    expect(deadLinks(ready)).toEqual([]);
  });
});

describe("claims triage, with gaps", () => {
  test("does not go, for exactly these reasons", async () => {
    const verdict = await judgeFiles({ evidence: { ...ready, ...overlay } });
    expect(verdict.decision).toBe("no-go");
    expect(blockers(verdict)).toEqual([
      "data/pipeline CHECKLIST-DELETED data.no-manual-step",
      "integration/test-results TABLE-CELL-VALUE CRM: Peak latency",
      "ownership/named-owners OWNERS-DENIED Model quality and evaluation",
      "ownership/named-owners OWNERS-KIND Model quality and evaluation",
      "ownership/named-owners OWNERS-EMPTY Vendor and API relationship",
      "quality-pipeline/quality-metrics METRICS-STALE Accuracy",
      "cost/alerts VALUES-LACKS alerts",
      "degradation/fallbacks TABLE-CELL-MISSING Bad output: Tested",
      "degradation/runbook SECTION-MISSING Roll back",
      "feedback/instrumentation CHECKLIST-UNTICKED feedback.queue",
      "adoption/plan DOCUMENT-PLACEHOLDER Objection",
      "launch/exposure ROLLOUT-OUT-OF-RANGE percent",
    ]);
  });

  test("says of each where, and what to do", async () => {
    const verdict = await judgeFiles({ evidence: { ...ready, ...overlay } });
    const findings = verdict.gates.flatMap((gate) => gate.rules.flatMap((rule) => rule.findings));
    for (const { at, remedy } of findings) {
      expect(at?.line).toBeGreaterThan(0);
      expect(remedy).not.toBe("");
    }
    expect(verdict.next.length).toBeGreaterThan(0);
  });

  test("is only what differs, and its page names every file", () => {
    const { "README.md": page = "", ...files } = overlay;
    for (const [path, text] of Object.entries(files)) {
      expect(ready[path], path).toBeDefined();
      expect(text, path).not.toBe(ready[path]);
      expect(page).toContain(`[${path}](${path})`);
    }
  });

  test("holds no link that leads nowhere", () => {
    expect(deadLinks({ ...ready, ...overlay, "README.md": "" })).toEqual([]);
  });
});
