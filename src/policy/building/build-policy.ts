import { ISSUE_LABEL } from "../../model/marker.ts";
import type { Mode } from "../../model/outcome.ts";
import type { Exemption, Policy, Role, Services, Stage } from "../../model/policy.ts";
import type { RuleOptions } from "../checking/check-gates.ts";
import { DEFAULTS } from "../schema/defaults.ts";
import { idOf } from "../source/policy-entries.ts";
import { child, itemsOf, placeOf, type SourceNode, textOf } from "../source/source-tree.ts";
import { buildGate } from "./build-gate.ts";
import {
  dayAt,
  fieldsOf,
  flag,
  listOf,
  numberOf,
  recordOf,
  requiredDay,
  textAt,
} from "./read-value.ts";

/** The policy that a merged tree without problems stands for, with defaults filled in. */
export function buildPolicy(
  tree: SourceNode,
  options: RuleOptions,
  exemptions: readonly Exemption[],
): Policy {
  const waivers = child(tree, "waivers");
  const issues = child(tree, "issues");
  return {
    mode: (textAt(tree, "mode") ?? DEFAULTS.mode) as Mode,
    blocked_as: (textAt(tree, "blocked_as") ?? DEFAULTS.blocked_as) as Policy["blocked_as"],
    enforce_from: dayAt(tree, "enforce_from"),
    stages: itemsOf(child(tree, "stages")).map(buildStage),
    fields: fieldsOf(child(tree, "fields")),
    services: buildServices(child(tree, "services")),
    gates: itemsOf(child(tree, "gates")).map((gate) => buildGate(gate, options)),
    roles: recordOf(child(tree, "roles"), buildRole),
    waivers: {
      approvers: listOf(child(waivers, "approvers")) ?? [],
      max_days: numberOf(child(waivers, "max_days")) ?? DEFAULTS.max_days,
    },
    policy_owners: listOf(child(tree, "policy_owners")) ?? [],
    issues: {
      open: flag(child(issues, "open")) ?? DEFAULTS.issues.open,
      max_per_run: numberOf(child(issues, "max_per_run")) ?? DEFAULTS.issues.max_per_run,
      labels: [
        ...new Set([ISSUE_LABEL, ...(listOf(child(issues, "labels")) ?? DEFAULTS.issues.labels)]),
      ],
      assign: flag(child(issues, "assign")) ?? DEFAULTS.issues.assign,
    },
    comment: (textAt(tree, "comment") ?? DEFAULTS.comment) as Policy["comment"],
    freeze: itemsOf(child(tree, "freeze")).map((period) => ({
      from: requiredDay(period, "from"),
      to: requiredDay(period, "to"),
      reason: textAt(period, "reason") ?? "",
    })),
    break_glass: buildBreakGlass(child(tree, "break_glass")),
    exemptions,
  };
}

function buildStage(stage: SourceNode): Stage {
  const environments = listOf(child(stage, "environments"));
  return {
    id: idOf(stage) ?? "",
    branches: listOf(child(stage, "branches")) ?? [],
    paths: listOf(child(stage, "paths")),
    gates: listOf(child(stage, "gates")),
    cumulative: flag(child(stage, "cumulative")) ?? DEFAULTS.cumulative,
    ...(environments !== null && { environments }),
    at: placeOf(stage),
  };
}

function buildServices(services: SourceNode | undefined): Services | null {
  if (services === undefined) return null;
  return {
    from: textAt(services, "from"),
    readiness: textAt(services, "readiness"),
    override: recordOf(child(services, "override"), (override) => ({
      path: textAt(override, "path"),
      readiness: textAt(override, "readiness"),
      fields: fieldsOf(child(override, "fields")),
      gates: listOf(child(override, "gates")),
    })),
    ungoverned: listOf(child(services, "ungoverned")) ?? [],
  };
}

function buildRole(role: SourceNode): Role {
  return {
    users: listOf(child(role, "users")) ?? [],
    teams: listOf(child(role, "teams")) ?? [],
    permission: textOf(child(role, "permission")) as Role["permission"],
  };
}

function buildBreakGlass(glass: SourceNode | undefined): Policy["break_glass"] {
  if (glass === undefined) return null;
  return {
    roles: listOf(child(glass, "roles")) ?? [],
    approvals: numberOf(child(glass, "approvals")) ?? DEFAULTS.approvals,
    review_within: textAt(glass, "review_within") ?? DEFAULTS.review_within,
  };
}
