import { known } from "../model/fact.ts";
import type { Stage } from "../model/policy.ts";
import type { Listed, OpenPull, ProtectionReading, RepositoryState } from "../model/protection.ts";
import { globMatcher } from "../text/glob-matcher.ts";
import { isGlob, sampleName } from "../text/sample-name.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import type { ProtectionReader } from "./protection/branch-protection.ts";
import { readCodeownersErrors, readWorkflowDefaults } from "./protection/settings.ts";
import { readVerdicts } from "./protection/verdicts.ts";
import { readWorkflowState } from "./protection/workflow-state.ts";

export interface ProtectionQuestion {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly state: RepositoryState;
  readonly stages: readonly Stage[];
  /** Path of our workflow; `null` where there is none. */
  readonly workflow: string | null;
}

/**
 * All that tells whether merges into the stages' branches wait for their verdicts: two or three
 * requests for each branch, one for each ruleset, five for all else.
 */
export async function readProtection(
  { client, name, state, stages, workflow }: ProtectionQuestion,
  reader: ProtectionReader,
): Promise<ProtectionReading> {
  const ofStages = Promise.all(
    stages.map(async (stage) => {
      const branches = branchesOf(stage, state);
      const read = branches.map((branch) => reader.read(branch, exists(branch, state)));
      return { stage, branches: await Promise.all(read) };
    }),
  );
  const [all, defaultBranch, promotions, ofWorkflow, codeownersErrors, workflowDefaults] =
    await Promise.all([
      ofStages,
      reader.read(state.defaultBranch, true),
      readPromotions(client, name, { state, stages }),
      workflow === null ? null : readWorkflowState(client, name, workflow),
      state.codeowners === null ? known([]) : readCodeownersErrors(client, name),
      readWorkflowDefaults(client, name),
    ]);
  const settings = { codeownersErrors, workflowDefaults };
  return { state, stages: all, defaultBranch, promotions, workflow: ofWorkflow, ...settings };
}

function branchesOf({ branches }: Stage, state: RepositoryState): readonly string[] {
  const names = branches.map((glob) => {
    if (!isGlob(glob)) return sampleName(glob);
    return state.branches.find(globMatcher(glob)) ?? sampleName(glob);
  });
  return [...new Set(names)];
}

/** Whether it may be there: where not all were listed, whoever is asked will tell. */
function exists(branch: string, { branches, allBranches }: RepositoryState): boolean {
  return branches.includes(branch) || !allBranches;
}

async function readPromotions(
  client: GitHubClient,
  name: RepositoryName,
  { state, stages }: { readonly state: RepositoryState; readonly stages: readonly Stage[] },
): Promise<ProtectionReading["promotions"]> {
  if (state.pulls.state === "missing") return state.pulls;
  const { open, isWhole } = state.pulls.value;
  const isOfStage = globMatcher(stages.flatMap(({ branches }) => branches));
  const own = open.filter(({ base }) => isOfStage(base));
  const listed: Listed<OpenPull> = { open: own, isWhole };
  return own.length === 0 ? known({ open: [], isWhole }) : readVerdicts(client, name, listed);
}
