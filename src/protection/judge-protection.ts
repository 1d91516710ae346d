import { contextOf, GITHUB_ACTIONS } from "../model/context.ts";
import type { Policy } from "../model/policy.ts";
import type { ProtectionReading } from "../model/protection.ts";
import { globMatcher } from "../text/glob-matcher.ts";
import { branchFindings } from "./branch-findings.ts";
import { defaultFindings } from "./default-findings.ts";
import { type FoundWorkflow, findWorkflow } from "./find-workflow.ts";
import type { ProtectionFinding } from "./finding.ts";
import { policySourceFindings } from "./policy-source-findings.ts";
import { scheduleFindings } from "./schedule-findings.ts";
import { verdictFindings } from "./verdict-findings.ts";
import type { WorkflowEvent } from "./workflow.ts";
import { nameFindings, workflowFindings } from "./workflow-findings.ts";
import { isCovered } from "./workflow-triggers.ts";

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
  const { state, stages, defaultBranch, promotions, codeownersErrors, app } = facts;
  const { policyChanged } = state;
  const found = findWorkflow(state.workflows, app);
  // The service hears of every push; a workflow has to ask for it.
  const isService = app !== GITHUB_ACTIONS && found.state === "none";
  const pushes = found.state === "found" ? found.workflow.events.get("push") : undefined;
  const ofStages = stages.map(({ stage, branches }) => {
    const context = contextOf(stage.id);
    const ofBranches = branches.flatMap((one) => {
      const followsBranch = isService || runsFor(one.branch, pushes);
      return branchFindings(one, { context, app, followsBranch });
    });
    const open = { promotions, policyChanged, app };
    const ofPulls = verdictFindings(open, context, globMatcher(stage.branches));
    return { about: stage.id, stage: stage.id, findings: [...ofBranches, ...ofPulls] };
  });
  const ofSource = policySourceFindings(defaultBranch, { ...state, codeownersErrors });
  return [
    { about: "workflow", stage: null, findings: ofWorkflow(found, facts, policy) },
    ...ofStages,
    { about: POLICY_BRANCH, stage: null, findings: ofSource },
  ];
}

function ofWorkflow(
  found: FoundWorkflow,
  { state, stages, workflow, workflowDefaults, now }: ProtectionFacts,
  policy: Policy,
): readonly ProtectionFinding[] {
  const ofDefaults = defaultFindings(workflowDefaults, state.repository);
  if (found.state === "none") return [...found.findings, ...ofDefaults];
  const guards = stages.flatMap(({ branches }) =>
    branches.flatMap((one) => (one.guards.state === "known" ? one.guards.value : [])),
  );
  const duty = {
    branches: policy.stages.flatMap(({ branches }) => branches),
    hasMergeQueue: guards.some(({ hasMergeQueue }) => hasMergeQueue),
    contexts: policy.stages.map(({ id }) => contextOf(id)),
  };
  return [
    ...workflowFindings(found.workflow, duty),
    ...found.others.flatMap((other) => nameFindings(other, duty)),
    ...scheduleFindings(found.workflow.file, workflow, now),
    ...ofDefaults,
  ];
}

/** Whether a push to the branch has it run. */
function runsFor(branch: string, pushes: WorkflowEvent | undefined): boolean {
  if (pushes === undefined || pushes.filter !== null) return false;
  return pushes.branches === null || isCovered(branch, pushes.branches);
}
