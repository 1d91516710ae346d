import { describe, expect, test } from "vitest";
import { known, missing } from "../../src/model/fact.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { OwnIssue, Surroundings } from "../../src/model/surroundings.ts";
import type { GateVerdict, Verdict } from "../../src/model/verdict.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";
import { planIssues } from "../../src/plan/plan-issues.ts";
import { planReactions } from "../../src/plan/plan-reactions.ts";
import { trackedIn } from "../../src/render/issue-block.ts";
import { DAY } from "../../src/time/date.ts";
import { expectInert } from "../render/reading.ts";
import { aFinding, aGate, aRule, aVerdict, HOSTILE } from "../render/verdicts.ts";
import { act } from "../support/apply-to.ts";
import {
  anInput,
  anIssue,
  gatesOfVerdict,
  HEAD,
  NOW,
  thePolicy,
  theSurroundings,
  URL_OF_SHOP,
} from "./surroundings.ts";

const OURS = new RegExp(`^${URL_OF_SHOP}/[!-~]*$`);

function runbook(service: string | null, outcome: Outcome = "failed"): GateVerdict {
  const path = `${service ?? ""}/docs/runbook.md`.replace(/^\//, "");
  const finding = aFinding({
    code: "FILE-MISSING",
    problem: `\`${path}\` does not exist`,
    remedy: "create it and fill it in",
    at: { file: path, line: 1, column: 1 },
    creates: path,
    asks: "release-managers",
  });
  const findings = ["passed", "not-applicable"].includes(outcome) ? [] : [finding];
  return aGate("Operations", outcome, {
    service,
    rules: [aRule(outcome, { id: "runbook", issue: "runbook", findings })],
  });
}

function blockedBy(...gates: readonly GateVerdict[]): Verdict {
  return aVerdict({ gates });
}

const missingOne = blockedBy(runbook("search"));
const mended = aVerdict({ decision: "go", gates: [runbook("search", "passed")] });
const later = (days: number) => NOW + days * DAY;

/** The issue as the first run opens it. */
const [theIssue] = issuesOf(act(anInput(missingOne)));

function issuesOf({ surroundings: { issues } }: PlanInput): readonly OwnIssue[] {
  return issues.state === "known" ? issues.value : [];
}

function withIssue(parts: Partial<OwnIssue> = {}): Partial<PlanInput> {
  if (theIssue === undefined) throw new Error("no issue was opened");
  return { surroundings: theSurroundings({ issues: known([{ ...theIssue, ...parts }]) }) };
}

function kinds(input: PlanInput): string[] {
  return planIssues(input).map((effect) => effect.kind);
}

describe("a gap without an issue", () => {
  const [effect] = planIssues(anInput(missingOne));

  test("gets one that says what to do and how to be rid of it", () => {
    if (effect?.kind !== "create-issue") throw new Error("no issue is opened");
    expect(effect.title).toBe("Runbook missing or incomplete: search");
    expect(effect.labels).toEqual(["stage-gates"]);
    expect(effect.assignees).toEqual(["ana"]);
    expect(
      effect.body.startsWith("`search` has no complete runbook. Pull requests into `production`"),
    ).toBe(true);
    expect(effect.body).toContain(
      "[create it from the template](https://github.com/acme/shop/new/main?",
    );
    expect(effect.body).toContain("**Never needed:** close this as *not planned*.");
    expect(effect.body).toContain("**Missing in:** [#482]");
    expect(effect.body.endsWith("<!-- stage-gates:issue v1 fingerprint=runbook/search -->")).toBe(
      true,
    );
  });

  test.each<{ name: string; verdict?: Verdict; parts?: Partial<PlanInput> }>([
    { name: "it could not be judged", verdict: blockedBy(runbook("search", "errored")) },
    { name: "it is waited for", verdict: blockedBy(runbook("search", "pending")) },
    { name: "the rule only warns", verdict: blockedBy(warning()) },
    { name: "the policy opens none", parts: { policy: thePolicy({ issues: closed() }) } },
    { name: "the policy has problems", parts: { policy: null } },
    { name: "issues are switched off", parts: { surroundings: switchedOff() } },
    {
      name: "issues cannot be listed",
      parts: { surroundings: theSurroundings({ issues: missing("forbidden", "no") }) },
    },
    { name: "the author may not write", parts: { surroundings: byOutsider() } },
    { name: "nobody is blocked", parts: onDefaultBranch() },
    { name: "it is a merge group", parts: { surroundings: theSurroundings({ pull: null }) } },
  ])("gets none where $name", ({ verdict = missingOne, parts = {} }) => {
    expect(planIssues(anInput(verdict, parts))).toEqual([]);
  });

  test("gets one also where a waiver lets it pass", () => {
    const kind = "waiver" as const;
    const waiver = { kind, reason: "r", until: "2026-10-08", approvedBy: ["ana"], approvedIn: 1 };
    const [rule] = runbook("search", "waived").rules;
    const gate = aGate("Operations", "conditional", {
      service: "search",
      rules: rule === undefined ? [] : [{ ...rule, waiver }],
    });
    expect(kinds(anInput(blockedBy(gate)))).toEqual(["create-issue"]);
  });

  test("is assigned to nobody whom the policy does not name", () => {
    const gate = runbook("search");
    const rules = gate.rules.map((rule) => ({
      ...rule,
      findings: rule.findings.map((finding) => ({ ...finding, asks: "@torvalds" })),
    }));
    expect(planIssues(anInput(blockedBy({ ...gate, rules })))[0]).toMatchObject({ assignees: [] });
  });
});

function warning(): GateVerdict {
  const gate = runbook("search", "failed");
  return {
    ...gate,
    outcome: "warned",
    rules: gate.rules.map((rule) => ({ ...rule, severity: "warn" })),
  };
}

function closed() {
  return { ...thePolicy().issues, open: false };
}

function switchedOff(): Surroundings {
  const { repository } = theSurroundings();
  return theSurroundings({ repository: { ...repository, hasIssues: false } });
}

function byOutsider(): Surroundings {
  const { pull } = theSurroundings();
  return theSurroundings({ pull: pull && { ...pull, authorCanWrite: false } });
}

function onDefaultBranch(there: Partial<Surroundings> = {}): Partial<PlanInput> {
  return { surroundings: theSurroundings({ pull: null, ...there }), landed: true };
}

test("one for each service and kind, the rest in one for all", () => {
  const services = Array.from({ length: 9 }, (_, index) => `svc-${index}`);
  const verdict = blockedBy(...services.map((service) => runbook(service)));
  const input = anInput(verdict);
  expect(kinds(input)).toEqual(Array(6).fill("create-issue"));
  const after = act(input);
  const rollUp = issuesOf(after).at(-1);
  expect(trackedIn(rollUp?.body ?? "")?.map(({ fingerprint }) => fingerprint)).toEqual([
    "runbook/svc-5",
    "runbook/svc-6",
    "runbook/svc-7",
    "runbook/svc-8",
  ]);
  // What was too much for one run does not trickle out with the next.
  expect(planIssues({ ...after, now: later(1) })).toEqual([]);
  const comment = after.surroundings.comments;
  expect(comment.state === "known" && comment.value[0]?.body).toContain(`[#${rollUp?.number}]`);
});

test("never more than twenty on one day", () => {
  const today = Array.from({ length: 18 }, (_, index) =>
    anIssue(index + 1, `<!-- stage-gates:issue v1 fingerprint=owner/o${index} -->`),
  );
  const verdict = blockedBy(...["a", "b", "c", "d"].map((service) => runbook(service)));
  const surroundings = theSurroundings({ issues: known(today) });
  const opened = planIssues(anInput(verdict, { surroundings }));
  expect(opened.map((effect) => effect.kind === "create-issue" && effect.fingerprint)).toEqual([
    "runbook/a",
    "runbook/b",
    "roll-up/-",
  ]);
});

test("while advisory there is the one for all alone", () => {
  const verdict = { ...blockedBy(runbook("a"), runbook("b")), mode: "advisory" as const };
  const after = act(anInput(verdict));
  expect(issuesOf(after).map(({ body }) => body.split("\n").at(-1))).toEqual([
    "<!-- stage-gates:issue v1 fingerprint=roll-up/- -->",
  ]);
});

test("however much is missing, no body outgrows what GitHub takes", () => {
  const long = "x ".repeat(290);
  const findings = Array.from({ length: 40 }, (_, index) =>
    aFinding({ problem: `${long}${index}`, remedy: `${long}${index % 3}`, creates: long }),
  );
  const gate = (index: number) =>
    aGate(long, "failed", {
      service: `${index}-${"long-name-".repeat(20)}`,
      rules: [aRule("failed", { issue: "owner", findings })],
    });
  const verdict = blockedBy(...Array.from({ length: 70 }, (_, index) => gate(index)));
  const after = act(anInput(verdict));
  expect(planIssues(after)).toEqual([]);
  expect(issuesOf(after)).toHaveLength(6);
  for (const { body } of issuesOf(after)) expect(body.length).toBeLessThanOrEqual(65_536);
});

describe("the life of an issue", () => {
  const mine = (kind: string) => [
    { id: 1, body: `x\n\n<!-- stage-gates:note v1 kind=${kind} -->`, createdAt: NOW },
  ];
  const byUs = { state: "closed", reason: "completed", closedByUs: true } as const;
  const byPerson = { state: "closed", reason: "completed", closedByUs: false } as const;

  test.each<{
    name: string;
    verdict?: Verdict;
    issue: Partial<OwnIssue>;
    now?: number;
    effects: string[];
  }>([
    { name: "found again: nothing is said", issue: {}, effects: [] },
    { name: "mended on the branch only", verdict: mended, issue: {}, effects: ["update-issue"] },
    {
      name: "back within 30 days",
      issue: { ...byUs, closedAt: NOW, comments: mine("resolved") },
      now: later(29),
      effects: ["reopen-issue"],
    },
    {
      name: "back later",
      issue: { ...byUs, closedAt: NOW, comments: mine("resolved") },
      now: later(31),
      effects: ["create-issue"],
    },
    {
      name: "closed as not planned",
      issue: { ...byPerson, reason: "not_planned", closedAt: NOW },
      now: later(99),
      effects: [],
    },
    {
      name: "closed as a duplicate",
      issue: { ...byPerson, reason: "duplicate", closedAt: NOW },
      effects: [],
    },
    {
      name: "closed as completed, and still so",
      issue: { ...byPerson, closedAt: NOW },
      effects: ["reopen-issue"],
    },
    {
      name: "closed as completed a second time",
      issue: { ...byPerson, closedAt: NOW, comments: mine("still") },
      effects: [],
    },
    {
      name: "without the block we go by",
      verdict: mended,
      issue: { body: "mine now\n<!-- stage-gates:issue v1 fingerprint=runbook/search -->" },
      effects: [],
    },
  ])("$name: $effects", ({ verdict = missingOne, issue, now = NOW, effects }) => {
    expect(kinds(anInput(verdict, { ...withIssue(issue), now }))).toEqual(effects);
  });

  test("a new one links the old", () => {
    const issue = { ...byUs, closedAt: NOW, comments: mine("resolved") };
    const [effect] = planIssues(anInput(missingOne, { ...withIssue(issue), now: later(40) }));
    expect(effect?.kind === "create-issue" && effect.body).toContain(
      `/issues/${theIssue?.number})`,
    );
  });

  test("mended on the default branch it is closed, with what mended it", () => {
    const onBranch = act(anInput(mended, withIssue()));
    const issues = onBranch.surroundings.issues;
    const input = anInput(mended, onDefaultBranch({ issues }));
    const [effect, ...others] = planIssues(input);
    expect(others).toEqual([]);
    expect(effect).toMatchObject({
      kind: "close-issue",
      reason: "completed",
      number: theIssue?.number,
    });
    const comment = effect?.kind === "close-issue" ? effect.comment : "";
    expect(comment).toContain("on `main` since [`4f2c9ab`]");
    expect(comment).toContain("([#482]");
  });

  test("it is not closed while a pull request is in its way, however long", () => {
    expect(
      kinds(anInput(mended, onDefaultBranch({ ...withIssue().surroundings, pull: null }))),
    ).toEqual([]);
    const gone = { ...withIssue().surroundings, pull: null, openPulls: [490] };
    expect(kinds(anInput(mended, onDefaultBranch(gone)))).toEqual(["close-issue"]);
  });

  test("a promotion of the default branch itself closes it", () => {
    expect(kinds(anInput(mended, { ...withIssue(), landed: true }))).toEqual(["close-issue"]);
  });

  test("opened again by a person, it is not closed a second time", () => {
    const opened = { ...withIssue({ comments: mine("resolved") }), landed: true };
    expect(kinds(anInput(mended, opened))).toEqual([]);
  });

  test("of two after a race the older stays", () => {
    if (theIssue === undefined) throw new Error("no issue was opened");
    const issues = known([theIssue, { ...theIssue, number: 900 }]);
    const after = act(anInput(missingOne, { surroundings: theSurroundings({ issues }) }));
    expect(issuesOf(after).map(({ number, state }) => [number, state])).toEqual([
      [theIssue.number, "open"],
      [900, "closed"],
    ]);
  });

  test("what people write around the block stays", () => {
    const body = `Hello\r\n${theIssue?.body.replaceAll("\n", "\r\n")}\r\nP.S.: on it`;
    const [effect] = planIssues(anInput(mended, withIssue({ body })));
    const written = effect?.kind === "update-issue" ? effect.body : "";
    expect(written.startsWith("Hello\n`search` has no")).toBe(true);
    expect(written.endsWith("\nP.S.: on it")).toBe(true);
    expect(written).toContain("**Missing in:** no open pull request\n**Fixed in** [#482]");
  });

  test("a pull request that never had the gap does not mend it", () => {
    const { pull } = theSurroundings();
    const surroundings = { ...withIssue().surroundings, pull: pull && { ...pull, number: 490 } };
    const input = anInput(mended, { surroundings: theSurroundings(surroundings) });
    expect(planIssues(input)).toEqual([]);
  });
});

describe("an emergency", () => {
  const broken = aVerdict({
    decision: "conditional-go",
    gates: [
      aGate("Operations", "conditional", {
        rules: [
          aRule("waived", {
            waiver: {
              kind: "break-glass",
              reason: "INC-2291",
              until: null,
              approvedBy: ["ana"],
              approvedIn: null,
            },
          }),
        ],
      }),
    ],
    breakGlass: {
      commit: HEAD,
      approvals: [{ by: "ana", reason: "fixes #1 </details> @acme/all", at: NOW }],
      reviewDue: later(3),
    },
  });

  test("is to be reviewed, whatever else the policy says of issues", () => {
    const policy = thePolicy({ issues: closed() });
    const [effect] = planIssues(anInput(broken, { policy, surroundings: byOutsider() }));
    if (effect?.kind !== "create-issue") throw new Error("no issue is opened");
    expect(effect.title).toBe("Review the emergency of #482, due 2026-10-04");
    expect(effect.body).toContain("`ana`, 2026-10-01 14:05 UTC");
    expect(effect.body).toContain("### What did not pass\n\n- Operations");
    expectInert(effect.body, OURS);
  });

  test("is reviewed once for each commit, and nobody but people ends that", () => {
    const after = act(anInput(broken));
    expect(planIssues(after)).toEqual([]);
    const over = { ...after, verdict: mended, landed: true };
    expect(planIssues(over)).toEqual([]);
  });
});

test("comments whose waivers were taken back are marked", () => {
  const [effect] = planReactions(anInput({ ...missingOne, takenBack: ["9001"] }));
  expect(effect).toEqual({ kind: "react", comment: "9001", content: "-1" });
});

test("issues of services that were not judged are left alone", () => {
  const other = aVerdict({ decision: "go", gates: [runbook("cart", "passed")] });
  expect(planIssues(anInput(other, { ...withIssue(), landed: true }))).toEqual([]);
});

describe("foreign text stays text", () => {
  test.each([...HOSTILE, "-", "a -->", "%2D", "\ud800"].map((text) => ({ text })))(
    "$text",
    ({ text }) => {
      const finding = aFinding({
        problem: text,
        remedy: `${text}\n${text}`,
        asks: text,
        creates: text,
      });
      const gate = aGate(text, "failed", {
        service: text,
        rules: [aRule("failed", { id: text, title: text, issue: "owner", findings: [finding] })],
      });
      const verdict = { ...blockedBy(gate), stage: text };
      const input = anInput(verdict, {
        policy: thePolicy({
          gates: gatesOfVerdict(verdict),
          waivers: { approvers: [text], max_days: 1 },
        }),
      });
      for (const effect of planIssues(input)) {
        if (effect.kind !== "create-issue") continue;
        expect(effect.title.length).toBeLessThanOrEqual(255);
        expectInert(effect.body, OURS);
        expect(effect.body.endsWith(`fingerprint=${effect.fingerprint} -->`)).toBe(true);
      }
      const after = act(input);
      expect(issuesOf(after)).toHaveLength(1);
      expect(planIssues(after)).toEqual([]);
    },
  );
});
