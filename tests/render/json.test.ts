import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Expiry, Verdict } from "../../src/model/verdict.ts";
import { renderJson } from "../../src/render/json.ts";
import { REPORT_SCHEMA } from "../../src/render/report-schema.ts";
import { aFinding, aGate, aRule, aVerdict, HOSTILE, theBlockedExample } from "./verdicts.ts";

const schema = z.toJSONSchema(REPORT_SCHEMA, { target: "draft-7" });
const isReport = new Ajv({ strict: false }).compile(schema);

const expiry: Expiry = {
  when: Date.UTC(2026, 9, 26),
  problem: "it is too old",
  at: { file: "READINESS.md", line: 3, column: 1 },
  who: "@ana",
  service: null,
  gate: "data",
  rule: "audit",
};

const everything: Verdict = aVerdict({
  expiry,
  decision: "conditional-go",
  services: ["billing"],
  validUntil: Date.UTC(2026, 9, 8),
  gates: [
    aGate("Data", "conditional", {
      service: "billing",
      waitsFor: ["cost"],
      rules: [
        aRule("waived", {
          waiver: {
            reason: "CRM",
            until: "2026-10-26",
            approvedBy: ["ana"],
            approvedIn: 441,
            kind: "waiver",
          },
          findings: [aFinding({ at: null, asks: "@ana", item: null })],
        }),
        aRule("passed", { judged: false }),
      ],
    }),
  ],
  problems: [
    {
      code: "unknown-key",
      message: "unknown key `x`",
      at: { file: "p.yml", line: 1, column: 2 },
      help: null,
      related: { message: "first used", at: { file: "p.yml", line: 1, column: 1 } },
    },
  ],
  notes: [{ code: "N", message: "m", at: null }],
  next: [
    {
      step: "s",
      problem: "s",
      at: null,
      who: null,
      service: "billing",
      paste: null,
      gate: "data",
      rule: "rule",
    },
  ],
});

describe("the report", () => {
  const verdicts = [
    aVerdict(),
    theBlockedExample(),
    everything,
    ...HOSTILE.map((text) => aVerdict({ stage: text, gates: [aGate(text, "failed")] })),
  ];

  test.each(verdicts)("$stage is what its schema says", (verdict) => {
    const report: unknown = JSON.parse(renderJson(verdict));
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  });
});

test("has every key, in the promised order", () => {
  const report = JSON.parse(renderJson(everything));
  expect(Object.keys(report)).toEqual([
    "schemaVersion",
    "decision",
    "mode",
    "stage",
    "services",
    "commit",
    "policy",
    "validUntil",
    "gates",
    "problems",
    "notes",
    "next",
    "counts",
    "expiry",
    "breakGlass",
  ]);
  const [gate] = report.gates;
  expect(Object.keys(gate).slice(0, 5)).toEqual(["id", "title", "service", "outcome", "rules"]);
  const [rule] = gate.rules;
  expect(Object.keys(rule).slice(0, 8)).toEqual([
    "id",
    "type",
    "title",
    "severity",
    "outcome",
    "from",
    "findings",
    "waiver",
  ]);
  expect(Object.keys(rule.findings[0])).toEqual([
    "code",
    "problem",
    "remedy",
    "at",
    "asks",
    "outcome",
    "item",
  ]);
  expect(Object.entries(report.expiry)).toEqual([
    ["when", "2026-10-26T00:00:00.000Z"],
    ["problem", "it is too old"],
    ["at", expiry.at],
    ["who", "@ana"],
    ["gate", "data"],
    ["rule", "audit"],
    ["service", null],
  ]);
  expect(report.problems[0]).toEqual({
    code: "unknown-key",
    message: "unknown key `x`",
    at: { file: "p.yml", line: 1, column: 2 },
    help: null,
  });
  expect(report.validUntil).toBe("2026-10-08T00:00:00.000Z");
  expect(report.counts.gates.conditional).toBe(1);
  expect(report.counts.rulesLeftOut).toBe(1);
});

test("is the same bytes each time, and ends with a line break", () => {
  expect(renderJson(everything)).toBe(renderJson(structuredClone(everything)));
  expect(renderJson(everything).endsWith("}\n")).toBe(true);
});

test("gives back hostile text unchanged, without a raw control character", () => {
  for (const text of HOSTILE) {
    const json = renderJson(aVerdict({ stage: text }));
    expect(JSON.parse(json).stage).toBe(text);
    expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
});
