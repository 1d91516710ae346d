import { describe, expect, test } from "vitest";
import { known, missing } from "../../src/model/fact.ts";
import { statusMarker } from "../../src/model/marker.ts";
import type { OwnComment } from "../../src/model/surroundings.ts";
import { planComment } from "../../src/plan/plan-comment.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";
import { aGate, aVerdict, theBlockedExample } from "../render/verdicts.ts";
import { anInput, thePolicy, theSurroundings } from "./surroundings.ts";

const go = aVerdict({ decision: "go", gates: [aGate("A", "passed")] });
const idle = aVerdict({ decision: "go" });
const blocked = theBlockedExample();

function comment(id: number, body: string, createdAt = id): OwnComment {
  return { id, body, createdAt };
}

function beside(comments: readonly OwnComment[], verdict = blocked): PlanInput {
  return anInput(verdict, { surroundings: theSurroundings({ comments: known(comments) }) });
}

function bodyFor(input: PlanInput): string {
  const [effect] = planComment(input);
  return effect !== undefined && "body" in effect ? effect.body : "";
}

const OLD = `### Something else\n\n${statusMarker("production")}`;

describe("when one is written", () => {
  test.each([
    { comment: "always", verdict: idle, written: true },
    { comment: "when-gates-apply", verdict: idle, written: false },
    { comment: "when-gates-apply", verdict: go, written: true },
    { comment: "when-gates-apply", verdict: aVerdict(), written: true },
    { comment: "on-failure", verdict: go, written: false },
    { comment: "on-failure", verdict: blocked, written: true },
    { comment: "never", verdict: blocked, written: false },
  ] as const)("$comment, $verdict.decision: $written", ({ comment, verdict, written }) => {
    const policy = thePolicy({ comment });
    expect(planComment(anInput(verdict, { policy })).length > 0).toBe(written);
    // One that is there does not go on saying what is no longer so.
    const there = anInput(verdict, { ...beside([comment_(OLD)], verdict), policy });
    expect(planComment(there).length > 0).toBe(comment !== "never");
  });

  test("not where ours could not be listed", () => {
    const comments = missing("rate-limited", "GitHub's rate limit is used up");
    const surroundings = theSurroundings({ comments });
    expect(planComment(anInput(blocked, { surroundings }))).toEqual([]);
  });

  test("not without a pull request", () => {
    const surroundings = theSurroundings({ pull: null });
    expect(planComment(anInput(blocked, { surroundings }))).toEqual([]);
  });

  test("also for a policy with problems", () => {
    const at = { file: ".github/stage-gates.yml", line: 7, column: 5 };
    const problems = [{ code: "x", message: "unknown key `requier`", at, help: "did you mean…" }];
    expect(bodyFor(anInput(aVerdict({ problems })))).toContain("❌ No verdict: the policy has");
  });
});

function comment_(body: string): OwnComment {
  return comment(1, body);
}

describe("the one that is there", () => {
  const body = bodyFor(anInput(blocked));

  test.each([
    { name: "the same text", comments: [comment(7, body)], effects: [] },
    {
      name: "the same text, as a browser sends it",
      comments: [comment(7, `${body.replaceAll("\n", "\r\n")}\r\n`)],
      effects: [],
    },
    { name: "another verdict", comments: [comment(7, OLD)], effects: ["update-comment 7"] },
    {
      name: "another stage's",
      comments: [comment(7, OLD.replace("production", "qa"))],
      effects: ["create-comment"],
    },
    {
      name: "ours on other business, which quotes the marker",
      comments: [comment(7, `You asked about \`${statusMarker("production")}\`.`)],
      effects: ["create-comment"],
    },
    {
      name: "two after a race: the oldest stays",
      comments: [comment(8, body, 30), comment(9, OLD, 20)],
      effects: ["update-comment 9", "delete-comment 8"],
    },
    {
      name: "two, the older of which is right",
      comments: [comment(8, OLD, 30), comment(9, body, 20)],
      effects: ["delete-comment 8"],
    },
  ])("$name", ({ comments, effects }) => {
    const planned = planComment(beside(comments)).map((effect) =>
      "id" in effect ? `${effect.kind} ${effect.id}` : effect.kind,
    );
    expect(planned).toEqual(effects);
  });

  test("is not written anew for the report of another run", () => {
    const first = { ...anInput(blocked), reportUrl: "https://github.com/acme/shop/actions/runs/1" };
    const there = comment(7, bodyFor(first));
    expect(there.body).toContain("actions/runs/1");
    const second = { ...beside([there]), reportUrl: "https://github.com/acme/shop/actions/runs/2" };
    expect(planComment(second)).toEqual([]);
  });
});
