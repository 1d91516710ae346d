import picomatch from "picomatch";
import type { HostedRepository } from "./hosted-repository.ts";
import type { RequiredCheck, Rule, Ruleset } from "./protection.ts";

/** What a merge into a branch takes: classic protection and all active rulesets together. */
export interface BranchRules {
  readonly checks: readonly RequiredCheck[];
  readonly strict: boolean;
  readonly approvals: number | null;
}

export function rulesOf(repository: HostedRepository, branch: string): BranchRules {
  const protection = repository.protections.get(branch);
  const all = [
    ...rulesetsOf(repository, branch).flatMap(({ rules }) => rules.map(partOf)),
    ...(protection === undefined ? [] : [protection]),
  ];
  const approvals = all.flatMap((one) => (one.approvals === null ? [] : [one.approvals]));
  return {
    checks: all.flatMap(({ checks }) => checks),
    strict: all.some(({ strict }) => strict),
    approvals: approvals.length === 0 ? null : Math.max(...approvals),
  };
}

/** What one rule of a ruleset adds. GitHub has held it against its schema. */
function partOf({ type, parameters = {} }: Rule): BranchRules {
  const nothing = { checks: [], strict: false, approvals: null };
  if (type === "pull_request") {
    return { ...nothing, approvals: parameters.required_approving_review_count as number };
  }
  if (type !== "required_status_checks") return nothing;
  const checks = parameters.required_status_checks as {
    readonly context: string;
    readonly integration_id?: number | null;
  }[];
  return {
    checks: checks.map(({ context, integration_id = null }) => ({ context, app: integration_id })),
    strict: parameters.strict_required_status_checks_policy === true,
    approvals: null,
  };
}

/** Whether merges go through a queue. */
export function hasQueue(repository: HostedRepository, branch: string): boolean {
  return rulesetsOf(repository, branch).some(({ rules }) =>
    rules.some(({ type }) => type === "merge_queue"),
  );
}

export function rulesetsOf(repository: HostedRepository, branch: string): readonly Ruleset[] {
  const matches = (pattern: string) =>
    pattern === "~ALL" ||
    (pattern === "~DEFAULT_BRANCH" && branch === repository.defaultBranch) ||
    picomatch.isMatch(`refs/heads/${branch}`, pattern);
  return repository.rulesets.filter(
    ({ enforcement, include, exclude }) =>
      enforcement === "active" && include.some(matches) && !exclude.some(matches),
  );
}
