import { describe, expect, test } from "vitest";
import { commit, HEAD, said } from "../support/pull-request.ts";
import {
  BREAK_GLASS,
  codesIn,
  judgeComments,
  policyWith,
  TICKED,
  UNFREEZE,
  WAIVE,
} from "./commenting.ts";

const FREEZE = "freeze: [{from: 2026-09-30, to: 2026-10-01, reason: audit}]\n";
const frozen = policyWith({ rest: FREEZE });

const baseChangedAt = Date.parse("2026-09-29T10:00:00Z");

describe("a freeze", () => {
  test("is lifted on conditions for the head by an approver, who is named", async () => {
    const comments = [said("ana", UNFREEZE)];
    const verdict = await judgeComments({ policy: frozen, readiness: TICKED, comments });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["conditional-go"]);
    expect(verdict.gates[0]).toMatchObject({
      id: "freeze",
      outcome: "conditional",
      rules: [{ waiver: { kind: "unfreeze", reason: "hotfix", until: null, approvedBy: ["ana"] } }],
    });
    expect(new Date(verdict.validUntil ?? 0).toISOString()).toBe("2026-10-02T00:00:00.000Z");
  });

  test("is not lifted for what else blocks", async () => {
    const verdict = await judgeComments({ policy: frozen, comments: [said("ana", UNFREEZE)] });
    expect(verdict.decision).toBe("no-go");
  });

  test.each<{ name: string; by?: string; line?: string; pull?: object; code: string }>([
    { name: "by a stranger", by: "eve", code: "COMMAND-NOT-ALLOWED" },
    { name: "by the author", by: "otto", code: "COMMAND-NOT-ALLOWED" },
    { name: "by a bot", by: "deploy[bot]", code: "COMMAND-NOT-ALLOWED" },
    { name: "before a push", pull: { head: commit("b") }, code: "COMMAND-OTHER-COMMIT" },
    { name: "before the base was changed", pull: { baseChangedAt }, code: "COMMAND-LAPSED" },
    {
      name: "for a commit that may be made to begin alike",
      line: UNFREEZE.replace(HEAD, HEAD.slice(0, 12)),
      code: "COMMAND-SHORT-COMMIT",
    },
  ])("stays on where it is lifted $name", async ({ by = "ana", line = UNFREEZE, pull, code }) => {
    const verdict = await judgeComments({
      policy: frozen,
      readiness: TICKED,
      comments: [said(by, line)],
      ...(pull === undefined ? {} : { pull }),
    });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", code]);
  });

  test("that is lifted by an abbreviation is told the line for this commit", async () => {
    const line = UNFREEZE.replace(HEAD, HEAD.slice(0, 7));
    const comments = [said("ana", line)];
    const verdict = await judgeComments({ policy: frozen, readiness: TICKED, comments });
    expect(verdict.notes[0]?.message).toContain(`\`${UNFREEZE}\``);
  });

  test("that is not on makes no one be looked up, and nothing be said", async () => {
    const verdict = await judgeComments({
      readiness: TICKED,
      comments: [said("nobody", UNFREEZE)],
    });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["go"]);
  });
});

const glass = (approvals: number, settings = "", rest = "") =>
  policyWith({
    settings,
    rest: `${rest}break_glass: {roles: [release-managers], approvals: ${approvals}, review_within: 3d}\n`,
  });

describe("the glass", () => {
  test("broken by one who may lets pass all that fails or waits, to be reviewed", async () => {
    const dependent = `  - id: late
    depends_on: [data]
    heading: Data
    rules: [{id: also, type: checklist, items: [{id: data.parity}], severity: warn}]
${FREEZE}`;
    const policy = glass(1, ", waivable: false", dependent);
    const verdict = await judgeComments({ policy, comments: [said("ana", BREAK_GLASS)] });
    expect(verdict.decision).toBe("conditional-go");
    expect(verdict.gates.map(({ id, outcome, waitsFor }) => [id, outcome, waitsFor])).toEqual([
      ["freeze", "conditional", []],
      ["data", "conditional", []],
      ["late", "conditional", []],
    ]);
    const waiver = {
      kind: "break-glass",
      reason: "sign-in is down",
      until: null,
      approvedBy: ["ana"],
      approvedIn: null,
    };
    expect(verdict.gates.map(({ rules }) => rules[0]?.waiver)).toEqual([waiver, waiver, null]);
    expect(verdict.breakGlass).toEqual({
      commit: HEAD,
      approvals: [{ by: "ana", reason: "sign-in is down", at: Date.parse("2026-09-29T10:00:00Z") }],
      reviewDue: Date.parse("2026-10-02T10:00:00Z"),
    });
    expect(codesIn(verdict)).toEqual(["BREAK-GLASS"]);
  });

  test("needs as many different people as the policy says, and the time runs from the last", async () => {
    const policy = glass(2);
    const ana = said("ana", BREAK_GLASS);
    const again = said("ANA", BREAK_GLASS, "2026-09-29T11:00:00Z");
    const raj = said("raj", BREAK_GLASS, "2026-09-29T12:00:00Z");
    const facts = [
      [
        { kind: "account" as const, login: "ANA" },
        { state: "user" as const, access: "write" as const },
      ],
    ] as const;
    const waiting = await judgeComments({ policy, comments: [ana, again], facts });
    expect([waiting.decision, ...codesIn(waiting)]).toEqual(["no-go", "BREAK-GLASS-WAITING"]);
    expect(waiting.notes[0]?.message).toContain("2 different people have to ask for it");
    const both = await judgeComments({ policy, comments: [ana, again, raj], facts });
    expect(both.decision).toBe("conditional-go");
    expect(both.breakGlass?.approvals.map(({ by }) => by)).toEqual(["ana", "raj"]);
    expect(both.breakGlass?.reviewDue).toBe(Date.parse("2026-10-02T12:00:00Z"));
  });

  test.each<{ name: string; by?: string; line?: string; pull?: object; code: string }>([
    { name: "by a stranger", by: "eve", code: "COMMAND-NOT-ALLOWED" },
    { name: "by the author", by: "otto", code: "COMMAND-NOT-ALLOWED" },
    { name: "by one who left", by: "kim", code: "COMMAND-NOT-ALLOWED" },
    { name: "by a bot", by: "deploy[bot]", code: "COMMAND-NOT-ALLOWED" },
    { name: "before a push", pull: { head: commit("b") }, code: "COMMAND-OTHER-COMMIT" },
    { name: "before the base was changed", pull: { baseChangedAt }, code: "COMMAND-LAPSED" },
    {
      name: "for an abbreviation",
      line: BREAK_GLASS.replace(HEAD, HEAD.slice(0, 39)),
      code: "COMMAND-SHORT-COMMIT",
    },
  ])("is not broken $name", async ({ by = "ana", line = BREAK_GLASS, pull, code }) => {
    const verdict = await judgeComments({
      policy: glass(1),
      comments: [said(by, line)],
      ...(pull === undefined ? {} : { pull }),
    });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", code]);
    expect(verdict.breakGlass).toBeNull();
  });

  test("is not there where the policy has none", async () => {
    const verdict = await judgeComments({ comments: [said("ana", BREAK_GLASS)] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "BREAK-GLASS-UNKNOWN"]);
  });

  test("lets nothing pass that could not be judged, and says so", async () => {
    const open = "  - id: open\n    rules: [{id: bugs, type: issues, labels: [blocker]}]\n";
    const verdict = await judgeComments({
      policy: glass(1, "", open),
      comments: [said("ana", BREAK_GLASS)],
    });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.gates.map(({ outcome }) => outcome)).toEqual(["conditional", "errored"]);
    expect(codesIn(verdict)).toEqual(["BREAK-GLASS", "BREAK-GLASS-ERRORED"]);
  });

  test("is whole where nothing blocks, so that there is nothing to review", async () => {
    const comments = [said("ana", BREAK_GLASS)];
    const verdict = await judgeComments({ policy: glass(1), readiness: TICKED, comments });
    expect([verdict.decision, verdict.breakGlass, ...codesIn(verdict)]).toEqual(["go", null]);
  });

  test("does not stand in for gates that are not there: nothing passes on nothing", async () => {
    const policy = glass(1).replace("heading: Data", "heading: Data\n    when: {tier: A}");
    const verdict = await judgeComments({ policy, comments: [said("ana", BREAK_GLASS)] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "NOTHING-COUNTS"]);
  });

  test("is no waiver: what one covers stays told as that", async () => {
    const comments = [said("raj", WAIVE), said("ana", BREAK_GLASS)];
    const verdict = await judgeComments({ policy: glass(1), comments });
    expect(verdict.gates[0]?.rules[0]?.waiver?.kind).toBe("waiver");
    expect(verdict.breakGlass).toBeNull();
  });
});

test.each<{ body: string }>([
  { body: "/gate recheck" },
  { body: "/gate help" },
  { body: "/gate explain data" },
  { body: `/gate sign-off release-managers ${HEAD}` },
])("$body decides nothing and looks nobody up", async ({ body }) => {
  const without = await judgeComments({});
  expect(await judgeComments({ comments: [said("nobody", body)] })).toEqual(without);
});
