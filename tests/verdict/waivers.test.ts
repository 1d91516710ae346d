import { describe, expect, test } from "vitest";
import type { FindingOutcome } from "../../src/model/finding.ts";
import type { IsoDate } from "../../src/model/iso-date.ts";
import type { Waiver } from "../../src/model/policy.ts";
import type { RuleVerdict } from "../../src/model/verdict.ts";
import { Timeline } from "../../src/time/timeline.ts";
import {
  type Approval,
  checkWaiver,
  coversGate,
  type Grant,
  sameWaiver,
  waive,
} from "../../src/verdict/waivers.ts";

const AT = { file: ".github/stage-gates/waivers.yml", line: 3, column: 3 };

const entry = (settings: Partial<Waiver> = {}): Waiver => ({
  gate: "data",
  rule: "audit",
  service: null,
  codes: null,
  reason: "CRM cache, fixed by 440",
  until: "2026-10-26" as IsoDate,
  approved_in: 441,
  at: AT,
  ...settings,
});

const merged = (mergedAt = "2026-10-01T09:00:00Z"): Approval => ({
  state: "known",
  pull: {
    state: "merged",
    author: "raj",
    mergedAt: Date.parse(mergedAt),
    approvedBy: ["ana"],
    waivers: "",
  },
  hasEntry: true,
  approvers: ["ana"],
});

const terms = {
  maxDays: 30,
  services: null,
  rules: new Map([["data", new Set(["audit", "parity"])]]),
};

const check = (waiver: Waiver, approval: Approval, now = "2026-10-05T12:00:00Z", more = {}) => {
  const time = new Timeline(Date.parse(now));
  const checked = checkWaiver(waiver, approval, { ...terms, ...more }, time);
  return { checked, until: time.next };
};

describe("a waiver of the file is valid", () => {
  test("when a merged pull request approved it as it stands, up to and including its last day", () => {
    const { checked, until } = check(entry(), merged(), "2026-10-26T23:59:59Z");
    expect(checked).toMatchObject({ state: "valid", approvedBy: ["ana"] });
    expect(new Date(until ?? 0).toISOString()).toBe("2026-10-27T00:00:00.000Z");
  });

  test.each<{ why: string; waiver: Waiver; approval: Approval; now?: string; code: string }>([
    {
      why: "not the second after that",
      waiver: entry(),
      approval: merged(),
      now: "2026-10-27T00:00:00Z",
      code: "WAIVER-EXPIRED",
    },
    {
      why: "not when it runs longer than the policy allows, counted from the merge",
      waiver: entry({ until: "2026-11-01" as IsoDate }),
      approval: merged(),
      code: "WAIVER-TOO-LONG",
    },
    {
      why: "not when nobody who may waive approved it",
      waiver: entry(),
      approval: { ...merged(), approvers: [] } as Approval,
      code: "WAIVER-NOT-APPROVED",
    },
    {
      why: "not when the pull request is still open",
      waiver: entry(),
      approval: { state: "known", pull: { state: "open" }, hasEntry: false, approvers: [] },
      code: "WAIVER-NOT-APPROVED",
    },
    {
      why: "not when the entry was changed afterwards",
      waiver: entry(),
      approval: { ...merged(), hasEntry: false } as Approval,
      code: "WAIVER-CHANGED",
    },
    {
      why: "not when its approval could not be read",
      waiver: entry(),
      approval: { state: "unknown", why: "no connection" },
      code: "NEEDS-GITHUB",
    },
    {
      why: "not for a gate that is not there",
      waiver: entry({ gate: "date" }),
      approval: merged(),
      code: "WAIVER-UNKNOWN",
    },
    {
      why: "not for a rule that is not there",
      waiver: entry({ rule: "audits" }),
      approval: merged(),
      code: "WAIVER-UNKNOWN",
    },
    {
      why: "not for a service where there are none",
      waiver: entry({ service: "api" }),
      approval: merged(),
      code: "WAIVER-UNKNOWN",
    },
  ])("$why", ({ waiver, approval, now, code }) => {
    const { checked } = check(waiver, approval, now);
    expect(checked).toMatchObject({ state: "void", note: { code, at: AT } });
  });

  test("for one service at a time, where there are services", () => {
    const services = { services: new Set(["api"]) };
    const state = (service: string | null) =>
      check(entry({ service }), merged(), undefined, services).checked.state;
    expect([state("api"), state("apis"), state(null)]).toEqual(["valid", "void", "void"]);
  });

  test("at the last second of the longest time the policy allows", () => {
    expect(check(entry({ until: "2026-10-31" as IsoDate }), merged()).checked.state).toBe("valid");
  });
});

const valid = (settings: Partial<Waiver> = {}): Grant => ({
  waiver: entry(settings),
  approvedBy: ["ana"],
  approvedIn: 441,
});

function verdict(...findings: [code: string, outcome: FindingOutcome][]): RuleVerdict {
  const outcomes = findings.map(([, outcome]) => outcome);
  const outcome = outcomes.includes("errored")
    ? "errored"
    : outcomes.includes("failed")
      ? "failed"
      : "pending";
  return {
    id: "audit",
    type: "document",
    title: "Audit",
    severity: "block",
    outcome,
    judged: true,
    from: "p:1",
    issue: "none",
    findings: findings.map(([code, of]) => ({
      code,
      outcome: of,
      problem: "",
      remedy: "",
      at: null,
      asks: null,
      item: null,
    })),
    waiver: null,
  };
}

const service = { id: null, path: "", readiness: [], fields: {}, gates: null };

describe("a valid waiver", () => {
  test.each<{ rule: RuleVerdict; waiver: Grant; outcome: string }>([
    { rule: verdict(["A", "failed"]), waiver: valid(), outcome: "waived" },
    { rule: verdict(["A", "pending"]), waiver: valid(), outcome: "waived" },
    { rule: verdict(["A", "failed"]), waiver: valid({ rule: null }), outcome: "waived" },
    { rule: verdict(["A", "errored"]), waiver: valid(), outcome: "errored" },
    { rule: verdict(["A", "failed"], ["B", "errored"]), waiver: valid(), outcome: "errored" },
    { rule: verdict(["A", "failed"]), waiver: valid({ rule: "parity" }), outcome: "failed" },
    { rule: verdict(["A", "failed"]), waiver: valid({ service: "api" }), outcome: "failed" },
    { rule: verdict(["A", "failed"]), waiver: valid({ codes: ["A"] }), outcome: "waived" },
    {
      rule: verdict(["A", "failed"], ["B", "failed"]),
      waiver: valid({ codes: ["A"] }),
      outcome: "failed",
    },
    {
      rule: verdict(["A", "failed"], ["B", "warned"]),
      waiver: valid({ codes: ["A"] }),
      outcome: "waived",
    },
  ])("of $waiver.waiver.rule ($waiver.waiver.codes) makes it $outcome", (row) => {
    expect(waive(row.rule, "data", service, [row.waiver]).outcome).toBe(row.outcome);
  });

  test("of another gate changes nothing", () => {
    expect(waive(verdict(["A", "failed"]), "cost", service, [valid()]).outcome).toBe("failed");
  });

  test("covers a whole gate only where it names no rule", () => {
    const gate = { id: "data", service: null };
    expect(coversGate(gate, [valid({ rule: null })])).toBe(true);
    expect(coversGate(gate, [valid()])).toBe(false);
  });
});

test("two entries say the same wherever they stand, and not when a word differs", () => {
  expect(sameWaiver(entry(), entry({ at: { ...AT, line: 40 } }))).toBe(true);
  expect(sameWaiver(entry(), entry({ until: "2026-10-27" as IsoDate }))).toBe(false);
  expect(sameWaiver(entry(), entry({ reason: "because" }))).toBe(false);
});
