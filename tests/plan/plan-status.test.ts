import { describe, expect, test } from "vitest";
import { planStatus } from "../../src/plan/plan-status.ts";
import { renderStatus } from "../../src/render/status.ts";
import { aGate, aVerdict, HOSTILE, theBlockedExample } from "../render/verdicts.ts";
import { anInput, thePolicy, theSurroundings } from "./surroundings.ts";

const go = aVerdict({ decision: "go", gates: [aGate("A", "passed")] });
const blocked = aVerdict({ gates: [aGate("A", "failed"), aGate("B", "passed")] });
const problem = {
  code: "unknown-key",
  message: "unknown key `requier`",
  at: { file: ".github/stage-gates.yml", line: 7, column: 5 },
  help: null,
};

describe("the state", () => {
  test.each([
    { name: "go", verdict: go, state: "success", says: "Ready: 1 gate passes" },
    {
      name: "conditional-go",
      verdict: aVerdict({ decision: "conditional-go", gates: [aGate("A", "conditional")] }),
      state: "success",
      says: "Ready on conditions: 0 gates pass, 1 on conditions. Details in the pull request comment.",
    },
    { name: "no-go", verdict: blocked, state: "failure", says: "1 of 2 gates fails: a." },
    {
      name: "advisory no-go",
      verdict: aVerdict({ ...blocked, mode: "advisory" }),
      state: "success",
      says: "Would block: 1 of 2 gates fails: a.",
    },
    {
      name: "no gates apply",
      verdict: aVerdict({ decision: "go" }),
      state: "success",
      says: "Ready: no gates apply",
    },
    {
      name: "nothing counts",
      verdict: aVerdict(),
      state: "failure",
      says: "No gate counts.",
    },
    {
      name: "a broken policy, advisory or not",
      verdict: aVerdict({ mode: "advisory", problems: [problem] }),
      state: "failure",
      says: "Could not evaluate: unknown key `requier` (.github/stage-gates.yml:7)",
    },
    {
      name: "undetermined",
      verdict: aVerdict({ decision: "undetermined" }),
      state: "failure",
      says: "Undetermined",
    },
  ])("of $name is $state", ({ verdict, state, says }) => {
    const [status] = planStatus(anInput(verdict));
    expect(status?.state).toBe(state);
    expect(status?.description.startsWith(says)).toBe(true);
    expect(status?.context).toBe("stage-gates / production");
  });

  test("is pending where the policy wants that, and only for what blocks", () => {
    const policy = thePolicy({ blocked_as: "pending" });
    expect(planStatus(anInput(blocked, { policy }))[0]?.state).toBe("pending");
    expect(planStatus(anInput(go, { policy }))[0]?.state).toBe("success");
    expect(planStatus(anInput(go, { policy: null }))[0]?.state).toBe("failure");
  });
});

describe("where several pull requests ask to promote the same commit", () => {
  const sharer = { pull: 490, authorCanWrite: true, verdict: blocked };
  const stranger = { pull: 490, authorCanWrite: false, verdict: blocked };
  const { pull } = theSurroundings();
  const byStranger = theSurroundings({ pull: pull && { ...pull, authorCanWrite: false } });

  test("the worst verdict is told of all of them, and of which", () => {
    const [status] = planStatus(anInput(go, { sharers: [sharer] }));
    expect(status).toMatchObject({
      state: "failure",
      description: "#490: 1 of 2 gates fails: a. Details in the pull request comment.",
      targetUrl: "https://github.com/acme/shop/pull/490",
    });
    // The same, whichever of them is looked at.
    const other = theSurroundings({ pull: pull && { ...pull, number: 490 } });
    const seen = { pull: 482, authorCanWrite: true, verdict: go };
    expect(planStatus(anInput(blocked, { surroundings: other, sharers: [seen] }))).toEqual([
      status,
    ]);
  });

  test("a stranger reddens nobody's, and is not vouched for by nobody", () => {
    expect(planStatus(anInput(go, { sharers: [stranger] }))[0]?.state).toBe("success");
    const both = { surroundings: byStranger, sharers: [{ ...stranger, verdict: go }] };
    expect(planStatus(anInput(blocked, both))[0]?.state).toBe("failure");
  });
});

test("a look at the default branch says nothing of the pull request that promotes it", () => {
  const surroundings = theSurroundings({ pull: null });
  expect(planStatus(anInput(go, { surroundings, landed: true }))).toEqual([]);
  expect(planStatus(anInput(go, { surroundings }))[0]?.state).toBe("success");
});

describe("what is there already", () => {
  const wanted = planStatus(anInput(blocked))[0];
  const there = {
    context: "stage-gates / production",
    state: "failure" as const,
    description: wanted?.description ?? "",
    targetUrl: "https://github.com/acme/shop/actions/runs/1",
  };
  test.each([
    { name: "the same, from another run", statuses: [there], written: 0 },
    { name: "another stage's", statuses: [{ ...there, context: "stage-gates / qa" }], written: 1 },
    { name: "another verdict", statuses: [{ ...there, state: "success" as const }], written: 1 },
    { name: "other words", statuses: [{ ...there, description: null }], written: 1 },
    { name: "nothing", statuses: [], written: 1 },
  ])("$name: $written written", ({ statuses, written }) => {
    const input = anInput(blocked, { surroundings: theSurroundings({ statuses }) });
    expect(planStatus(input)).toHaveLength(written);
  });
});

describe("the description", () => {
  test("names what blocks, worst first", () => {
    expect(renderStatus(theBlockedExample(), "Details in the pull request comment.")).toBe(
      "2 of 5 gates fail: ownership, runbook. Details in the pull request comment.",
    );
  });

  const many = Array.from({ length: 40 }, (_, index) =>
    aGate(`Gate number ${index}`, "failed", { service: `service-${index}` }),
  );
  test("counts what it has no room for", () => {
    const text = renderStatus(aVerdict({ gates: many }), "Details");
    expect(text).toMatch(
      /^40 of 40 gates fail: service-0\/gate-number-0, .* and 36 more\. Details$/,
    );
    expect(text.length).toBeLessThanOrEqual(140);
  });

  test.each([...HOSTILE, "🙂".repeat(300), "x".repeat(300)].map((text) => ({ text })))(
    "of $text is a short, harmless line",
    ({ text }) => {
      const at = { file: text, line: 1, column: 1 };
      const problems = [{ code: "x", message: text, at, help: null }];
      for (const verdict of [
        aVerdict({ gates: [aGate(text, "failed", { service: text })] }),
        aVerdict({ problems }),
      ]) {
        const line = renderStatus(verdict, "Details in the pull request comment.");
        expect(line.length).toBeLessThanOrEqual(140);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }
    },
  );
});
