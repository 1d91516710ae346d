import type { Finding } from "../../src/model/finding.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { GateVerdict, RuleVerdict, Verdict } from "../../src/model/verdict.ts";

/** Verdicts to print. Everything not named is as a plain, blocked verdict has it. */
export function aVerdict(parts: Partial<Verdict> = {}): Verdict {
  return {
    decision: "no-go",
    mode: "enforce",
    stage: "production",
    services: [],
    commit: "4f2c9ab1e0d74f2c9ab1e0d74f2c9ab1e0d74f2c",
    policy: {
      ref: "production",
      sha: "91d03e7aa41091d03e7aa41091d03e7aa41091d0",
      files: [".github/stage-gates.yml"],
    },
    validUntil: null,
    gates: [],
    problems: [],
    notes: [],
    next: [],
    expiry: null,
    breakGlass: null,
    takenBack: [],
    unheeded: [],
    ...parts,
  };
}

export function aGate(
  title: string,
  outcome: Outcome,
  parts: Partial<GateVerdict> = {},
): GateVerdict {
  return {
    id: title.toLowerCase().replaceAll(" ", "-"),
    title,
    service: null,
    outcome,
    undetermined: false,
    waitsFor: [],
    rules: [],
    ...parts,
  };
}

export function aRule(outcome: Outcome, parts: Partial<RuleVerdict> = {}): RuleVerdict {
  return {
    id: "rule",
    type: "checklist",
    title: "Rule",
    severity: "block",
    outcome,
    judged: true,
    from: ".github/stage-gates.yml:12",
    issue: "none",
    findings: [],
    waiver: null,
    ...parts,
  };
}

export function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    code: "CHECKLIST-UNTICKED",
    outcome: "failed",
    problem: "the item `data.parity` is not ticked",
    remedy: "tick it once it is true",
    at: { file: "READINESS.md", line: 18, column: 3 },
    asks: null,
    item: "data.parity",
    ...parts,
  };
}

/** The verdict of the design's example of a blocked promotion. */
export function theBlockedExample(): Verdict {
  const owner = aFinding({
    code: "OWNERS-MISSING",
    problem: "payments-api has no on-call owner",
    remedy: "set `on-call: acme/payments` (team that owns this path, CODEOWNERS:7)",
  });
  const runbook = aFinding({
    code: "DOCUMENT-MISSING",
    problem: "docs/runbooks/payments-api.md does not exist",
    remedy: "stage-gates scaffold runbook payments-api",
    at: { file: "READINESS.md", line: 24, column: 12 },
    asks: "release-managers",
  });
  const load = aFinding({
    code: "TABLE-STALE",
    outcome: "failed",
    problem: "result is 34 days old, limit 30",
    remedy: "measure again",
    at: { file: "READINESS.md", line: 27, column: 5 },
  });
  return aVerdict({
    gates: [
      aGate("Ownership", "failed", { rules: [aRule("failed", { findings: [owner] })] }),
      aGate("Load test", "warned", {
        rules: [aRule("failed", { severity: "warn", findings: [load] })],
      }),
      aGate("Rollback plan", "passed", { rules: [aRule("passed")] }),
      aGate("Runbook", "failed", { rules: [aRule("failed", { findings: [runbook] })] }),
      aGate("Security review", "passed", { rules: [aRule("passed")] }),
    ],
    next: [
      {
        step: owner.remedy,
        problem: owner.problem,
        at: owner.at,
        who: null,
        service: null,
        paste: null,
        gate: "ownership",
        rule: "rule",
      },
      {
        step: runbook.remedy,
        problem: runbook.problem,
        at: runbook.at,
        who: "release-managers",
        service: null,
        paste: null,
        gate: "runbook",
        rule: "rule",
      },
    ],
  });
}

/** A verdict in which every foreign text is this one. */
export function foreign(text: string): Verdict {
  const finding = aFinding({
    problem: text,
    remedy: text,
    asks: text,
    at: { file: text, line: 1, column: 1 },
  });
  const waiver = {
    reason: text,
    until: text,
    approvedBy: [text],
    approvedIn: 1,
    kind: "waiver" as const,
  };
  const many = Array.from({ length: 9 }, (_, index) => ({ ...finding, remedy: `${text}${index}` }));
  return aVerdict({
    stage: text,
    policy: { ref: text, sha: null, files: [] },
    gates: [
      aGate(text, "failed", { rules: [aRule("failed", { findings: [finding] })] }),
      aGate(text, "errored", { service: text, rules: [aRule("failed", { findings: many })] }),
      aGate(text, "pending", { waitsFor: [text] }),
      aGate(text, "conditional", { rules: [aRule("waived", { title: text, waiver })] }),
      aGate(text, "warned", {
        rules: [aRule("warned", { findings: [{ ...finding, outcome: "warned" }] })],
      }),
      aGate(text, "passed", { rules: [aRule("passed", { title: text })] }),
    ],
    notes: [{ code: "X", message: text, at: { file: text, line: 1, column: 1 } }],
    next: [
      {
        step: text,
        problem: text,
        paste: text,
        at: null,
        who: text,
        service: text,
        gate: text,
        rule: text,
      },
    ],
  });
}

/** Text that would do harm where it is shown as it stands. */
export const HOSTILE: readonly string[] = [
  "\u001b[2J\u001b[31mPASS\u001b]0;title\u0007",
  "x\nPASS  Everything\nReady: 5 pass",
  "x\r\n::error file=a,line=1::forged\n::stop-commands::z",
  "##[set-output name=x]y %0A::error::z",
  "\u202egnp.exe\u2066\u200b\u009b31m",
  "x` @acme/everyone fixes #1 y` z",
  "<img src=https://evil.example/x.png> </details> --> <script>",
  "![i](https://evil.example/x.png) [l](javascript:alert(1)) www.evil.example",
  "- [ ] box | a | b |",
  "/lgtm",
  "@dependabot merge",
  "# heading\n\n---\n\n```\ncode",
  "GH-12 owner/repo#3 https://github.com/a/b/issues/1",
  "\\`@team\\` &#64;team &commat;team",
];
