import fc from "fast-check";
import { expect, test } from "vitest";
import { known } from "../../src/model/fact.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { OwnIssue, Surroundings } from "../../src/model/surroundings.ts";
import type { GateVerdict, Verdict } from "../../src/model/verdict.ts";
import type { Voice } from "../../src/model/voice.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";
import { DAY } from "../../src/time/date.ts";
import { aFinding, aGate, aRule, aVerdict } from "../render/verdicts.ts";
import { act, plan } from "../support/apply-to.ts";
import { anInput, gatesOfVerdict, NOW, thePolicy, theSurroundings } from "./surroundings.ts";

/** One look at the repository: by a pull request, or (`null`) at the default branch. */
interface Look {
  readonly pull: number | null;
  readonly outcomes: readonly Outcome[];
  readonly mode: Verdict["mode"];
  readonly comment: "always" | "when-gates-apply" | "on-failure" | "never";
  readonly days: number;
  readonly knowsOpenPulls: boolean;
}

/** What a person does to one of the issues. */
interface Deed {
  readonly which: number;
  readonly does: "complete" | "dismiss" | "open" | "none";
}

const OUTCOMES = ["passed", "failed", "waived", "errored", "pending", "not-applicable"] as const;

const look: fc.Arbitrary<Look> = fc.record({
  pull: fc.constantFrom(482, 490, null),
  outcomes: fc.array(fc.constantFrom(...OUTCOMES), { minLength: 1, maxLength: 9 }),
  mode: fc.constantFrom("enforce", "enforce", "advisory"),
  comment: fc.constantFrom("always", "when-gates-apply", "on-failure", "never"),
  days: fc.constantFrom(0, 0, 1, 29, 40),
  knowsOpenPulls: fc.boolean(),
});

const deed: fc.Arbitrary<Deed> = fc.record({
  which: fc.nat(9),
  does: fc.constantFrom("complete", "dismiss", "open", "none"),
});

function gate(index: number, outcome: Outcome): GateVerdict {
  const held = outcome === "passed" || outcome === "not-applicable";
  const rule = aRule(outcome, {
    issue: index % 2 === 0 ? "runbook" : "owner",
    findings: held ? [] : [aFinding({ outcome: outcome === "pending" ? "pending" : "failed" })],
  });
  return aGate(`Gate ${index}`, outcome, { service: `svc-${index % 7}`, rules: [rule] });
}

const VOICES: readonly Voice[] = ["status", { kind: "check-run", app: 7 }];

function inputOf(
  look: Look,
  surroundings: Surroundings,
  now: number,
  voice: Voice = "status",
): PlanInput {
  const gates = look.outcomes.map((outcome, index) => gate(index, outcome));
  const blocked = look.outcomes.some((outcome) =>
    ["failed", "errored", "pending"].includes(outcome),
  );
  const verdict = aVerdict({ gates, mode: look.mode, decision: blocked ? "no-go" : "go" });
  const { pull } = theSurroundings();
  return anInput(verdict, {
    surroundings: {
      ...surroundings,
      pull: look.pull === null || pull === null ? null : { ...pull, number: look.pull },
      openPulls: look.knowsOpenPulls ? [482, 490] : null,
    },
    policy: thePolicy({ comment: look.comment, gates: gatesOfVerdict(verdict) }),
    landed: look.pull === null,
    voice,
    now,
  });
}

function after({ which, does }: Deed, there: Surroundings, now: number): Surroundings {
  if (there.issues.state === "missing" || does === "none") return there;
  const closed = { state: "closed", closedByUs: false, closedAt: now } as const;
  const change: Partial<OwnIssue> =
    does === "open"
      ? { state: "open", reason: null, closedByUs: null, closedAt: null }
      : { ...closed, reason: does === "complete" ? "completed" : "not_planned" };
  const issues = there.issues.value.map((issue, index) =>
    index === which && (issue.state === "closed") === (does === "open")
      ? { ...issue, ...change }
      : issue,
  );
  return { ...there, issues: known(issues) };
}

test.each(VOICES)(
  "what was applied is not planned again, whatever happened before: %j",
  (voice) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(look, deed), { minLength: 1, maxLength: 8 }), (story) => {
        let there = theSurroundings();
        let now = NOW;
        for (const [seen, deed] of story) {
          now += seen.days * DAY;
          const done = act(inputOf(seen, there, now, voice));
          expect(plan(done)).toEqual([]);
          there = after(deed, done.surroundings, now);
        }
      }),
      { numRuns: 50 },
    );
  },
);

test("no two open issues are about the same", () => {
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 8 }), (story) => {
      let there = theSurroundings();
      for (const seen of story) there = act(inputOf(seen, there, NOW)).surroundings;
      const open = there.issues.state === "known" ? there.issues.value : [];
      const about = open
        .filter(({ state }) => state === "open")
        .map(({ body }) => body.split("\n").at(-1));
      expect(new Set(about).size).toBe(about.length);
    }),
    { numRuns: 80 },
  );
});
