import { describe, expect, test } from "vitest";
import type { Effect } from "../../src/model/effect.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";
import { STEPS } from "../../src/plan/steps.ts";
import { aFinding, aGate, aRule, aVerdict } from "../render/verdicts.ts";
import { act, applyTo, plan } from "../support/apply-to.ts";
import { anInput, gatesOfVerdict, thePolicy, theSurroundings } from "./surroundings.ts";

const at = (line: number) => ({ file: "READINESS.md", line, column: 3 });

const noOwner = aFinding({
  code: "OWNERS-EMPTY",
  problem: "`payments-api` has no on-call owner",
  remedy: "fill in `on-call: <team>`",
  at: at(18),
  asks: "@acme/payments",
});
const noRunbook = aFinding({
  code: "FILE-MISSING",
  problem: "`docs/runbooks/payments-api.md` does not exist",
  remedy: "create it and fill it in",
  at: at(24),
  asks: "@acme/payments",
  creates: "docs/runbooks/payments-api.md",
});
const staleTest = aFinding({
  code: "TABLE-STALE",
  problem: "the result is 34 days old, the limit is 30",
  remedy: "measure it again",
  at: at(27),
});

const ownership = (passes: boolean) =>
  aGate("Ownership", passes ? "passed" : "failed", {
    rules: [
      aRule(passes ? "passed" : "failed", {
        id: "on-call",
        title: "Somebody is on call",
        issue: "owner",
        findings: passes ? [] : [noOwner],
      }),
    ],
  });
const runbook = aRule("failed", {
  id: "runbook",
  title: "The runbook is there",
  issue: "runbook",
  findings: [noRunbook],
});
const others = [
  aGate("Rollback plan", "passed", { rules: [aRule("passed", { title: "It was rehearsed" })] }),
  aGate("Security review", "passed", { rules: [aRule("passed", { title: "It was reviewed" })] }),
];

const failing: Verdict = aVerdict({
  gates: [
    ownership(false),
    aGate("Runbook", "failed", { rules: [runbook] }),
    aGate("Load test", "warned", {
      rules: [aRule("failed", { severity: "warn", findings: [staleTest] })],
    }),
    ...others,
  ],
  validUntil: Date.parse("2026-10-04T00:00:00Z"),
});

const waived: Verdict = aVerdict({
  decision: "conditional-go",
  gates: [
    ownership(true),
    aGate("Runbook", "conditional", {
      rules: [
        {
          ...runbook,
          outcome: "waived",
          waiver: {
            kind: "waiver",
            reason: "hotfix INC-2291, runbook follows",
            until: "2026-10-08",
            approvedBy: ["jonas-b"],
            approvedIn: null,
          },
        },
      ],
    }),
    ...others,
  ],
  validUntil: Date.parse("2026-10-09T00:00:00Z"),
});

const mended: Verdict = aVerdict({
  decision: "go",
  gates: [
    ownership(true),
    aGate("Runbook", "passed", { rules: [{ ...runbook, outcome: "passed", findings: [] }] }),
    ...others,
  ],
});

const broken = aVerdict({
  problems: [
    {
      code: "unknown-key",
      message: "unknown key `requier`",
      at: { file: ".github/stage-gates.yml", line: 7, column: 5 },
      help: "did you mean `require`?",
    },
  ],
});

function again(verdict: Verdict, before: PlanInput, parts: Partial<PlanInput> = {}): PlanInput {
  const policy = thePolicy({ gates: gatesOfVerdict(verdict) });
  return { ...anInput(verdict), policy, surroundings: before.surroundings, ...parts };
}

const first = anInput(failing);
const onWaiver = again(waived, act(first));

describe("what GitHub is given, word for word", () => {
  test.each([
    { name: "blocked", input: first },
    { name: "on-a-waiver", input: onWaiver },
    { name: "mended-on-the-branch", input: again(mended, act(onWaiver)) },
    {
      name: "mended-on-the-default-branch",
      input: again(mended, act(again(mended, act(onWaiver))), {
        landed: true,
        surroundings: theSurroundings({
          pull: null,
          issues: act(again(mended, act(onWaiver))).surroundings.issues,
        }),
      }),
    },
    { name: "advisory", input: anInput({ ...failing, mode: "advisory" }) },
    { name: "broken-policy", input: anInput(broken) },
  ])("$name", async ({ name, input }) => {
    const effects = stepByStep(input);
    await expect(effects.map(shown).join("\n")).toMatchFileSnapshot(
      `../cases/promotion/${name}.md`,
    );
    expect(plan(act(input))).toEqual([]);
  });
});

/** Each planned from what the one before left, as they are applied. */
function stepByStep(input: PlanInput): readonly Effect[] {
  let { surroundings } = input;
  return STEPS.flatMap((step) => {
    const effects = step({ ...input, surroundings });
    surroundings = applyTo(surroundings, effects, input.now);
    return effects;
  });
}

function shown({ kind, ...effect }: Effect): string {
  const { body = null, comment = null, ...rest } = { body: null, comment: null, ...effect };
  const text = body ?? comment;
  const facts = Object.entries(rest).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`);
  return [`    ${kind}`, ...facts, "", ...(text === null ? [] : [text, ""])].join("\n");
}
