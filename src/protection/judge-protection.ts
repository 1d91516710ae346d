import type { Policy } from "../model/policy.ts";
import type { ProtectionReading } from "../model/protection.ts";
import { globMatcher } from "../text/glob-matcher.ts";
import { branchFindings } from "./branch-findings.ts";
import { contextOf } from "./context.ts";
import { findWorkflow } from "./find-workflow.ts";
import type { ProtectionFinding } from "./finding.ts";
import { policySourceFindings } from "./policy-source-findings.ts";
import { scheduleFindings } from "./schedule-findings.ts";
import { verdictFindings } from "./verdict-findings.ts";
import { nameFindings, workflowFindings } from "./workflow-findings.ts";

/** Everything that was found out about one part of the whole. */
export interface ProtectionGroup {
  /** `policy`, `workflow`, `policy branch`, or the stage. */
  readonly about: string;
  readonly stage: string | null;
  readonly findings: readonly ProtectionFinding[];
}

/** What the findings on the branch that the policy is read from are about. */
export const POLICY_BRANCH = "policy branch";

export interface ProtectionFacts extends ProtectionReading {
  /** Id of the app that writes verdicts. */
  readonly app: number;
  readonly now: number;
}

/** Whether a merge into the stages' branches really waits for their verdicts. */
export function judgeProtection(
  facts: ProtectionFacts,
  policy: Policy,
): readonly ProtectionGroup[] {
  const { state, stages, defaultBranch, promotions, app, now } = facts;
  const { policyChanged } = state;
  const guards = stages.flatMap(({ branches }) =>
    branches.flatMap((one) => (one.guards.state === "known" ? one.guards.value : [])),
  );
  const found = findWorkflow(state.workflows);
  const duty = {
    branches: policy.stages.flatMap(({ branches }) => branches),
    hasMergeQueue: guards.some(({ hasMergeQueue }) => hasMergeQueue),
    contexts: policy.stages.map(({ id }) => contextOf(id)),
  };
  const ofWorkflow =
    found.state === "found"
      ? [
          ...workflowFindings(found.workflow, duty),
          ...found.others.flatMap((other) => nameFindings(other, duty)),
          ...scheduleFindings(found.workflow.file, facts.workflow, now),
        ]
      : found.findings;
  const pushes = found.state === "found" ? found.workflow.events.get("push") : undefined;
  const follows = (branch: string) =>
    pushes !== undefined &&
    pushes.filter === null &&
    (pushes.branches === null || pushes.branches.includes(branch));
  return [
    { about: "workflow", stage: null, findings: ofWorkflow },
    ...stages.map(({ stage, branches }) => {
      const context = contextOf(stage.id);
      const isOfStage = globMatcher(stage.branches);
      const findings = [
        ...branches.flatMap((one) =>
          branchFindings(one, { context, app, followsBranch: follows(one.branch) }),
        ),
        ...verdictFindings({ promotions, policyChanged }, context, isOfStage),
      ];
      return { about: stage.id, stage: stage.id, findings };
    }),
    {
      about: POLICY_BRANCH,
      stage: null,
      findings: policySourceFindings(defaultBranch, state),
    },
  ];
}
