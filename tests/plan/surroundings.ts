import { known } from "../../src/model/fact.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { OwnIssue, Surroundings } from "../../src/model/surroundings.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import type { PlanInput } from "../../src/plan/plan-input.ts";

export const HEAD = "4f2c9ab1e0d74f2c9ab1e0d74f2c9ab1e0d74f2c";
export const NOW = Date.parse("2026-10-01T14:05:00Z");
export const URL_OF_SHOP = "https://github.com/acme/shop";

/** A pull request that nobody has looked at yet. */
export function theSurroundings(parts: Partial<Surroundings> = {}): Surroundings {
  return {
    repository: { url: URL_OF_SHOP, defaultBranch: "main", hasIssues: true },
    head: HEAD,
    pull: {
      number: 482,
      base: "production",
      source: { url: URL_OF_SHOP, branch: "release/2026-10-01" },
      author: "mei",
      authorCanWrite: true,
    },
    statuses: [],
    checkRuns: known([]),
    comments: known([]),
    issues: known([]),
    openPulls: null,
    ...parts,
  };
}

export function thePolicy(parts: Partial<Policy> = {}): Policy {
  const at = { file: ".github/stage-gates.yml", line: 1, column: 1 };
  return {
    mode: "enforce",
    blocked_as: "failure",
    enforce_from: null,
    stages: [
      {
        id: "production",
        branches: ["production"],
        paths: null,
        gates: null,
        cumulative: true,
        at,
      },
    ],
    fields: {},
    services: null,
    gates: [],
    roles: { "release-managers": { users: ["ana"], teams: [], permission: null } },
    waivers: { approvers: ["release-managers"], max_days: 30 },
    policy_owners: [],
    issues: { open: true, max_per_run: 5, labels: ["stage-gates"], assign: true },
    comment: "when-gates-apply",
    freeze: [],
    break_glass: null,
    ...parts,
  };
}

/** The policy's gates as a verdict has them, every rule waivable. */
export function gatesOfVerdict({ gates }: Verdict): Policy["gates"] {
  const at = { file: ".github/stage-gates.yml", line: 1, column: 1 };
  return [...new Map(gates.map((gate) => [gate.id, gate])).values()].map((gate) => ({
    id: gate.id,
    title: gate.title,
    heading: null,
    require: "all",
    depends_on: [],
    changed: null,
    when: null,
    enforce_from: null,
    rules: gate.rules.map((rule) => ({
      id: rule.id,
      type: rule.type,
      title: rule.title,
      severity: rule.severity,
      when: null,
      enforce_from: null,
      max_age: null,
      remedy: null,
      asks: null,
      waivable: true,
      issue: rule.issue,
      controls: [],
      options: {},
      at,
    })),
    at,
  }));
}

export function anInput(verdict: Verdict, parts: Partial<PlanInput> = {}): PlanInput {
  return {
    verdict,
    policy: verdict.problems.length > 0 ? null : thePolicy({ gates: gatesOfVerdict(verdict) }),
    surroundings: theSurroundings(),
    voice: "status",
    now: NOW,
    landed: false,
    templates: [{ path: "runbook.md", text: "# Runbook\n\n## Alerts\n\n<… each alert>\n" }],
    reportUrl: null,
    ...parts,
  };
}

export function anIssue(number: number, body: string, parts: Partial<OwnIssue> = {}): OwnIssue {
  return {
    number,
    state: "open",
    reason: null,
    body,
    createdAt: NOW,
    closedAt: null,
    closedByUs: null,
    comments: [],
    ...parts,
  };
}
