/** Under this id GitHub Actions writes on github.com; a GitHub Enterprise Server has one of its own. */
export const GITHUB_ACTIONS = 15368;

/** The name of the verdict of a stage, as it is required. */
export function contextOf(stage: string): string {
  return `stage-gates / ${stage}`;
}

/** The stage, out of such a name. */
export function stageIn(context: string): string {
  return context.slice(contextOf("").length);
}

/** Under it a change of the policy itself is judged; no stage may have it for an id. */
export const POLICY_CONTEXT = contextOf("policy");

/** A name of ours that the verdict of a stage may have. */
export function isStageContext(context: string): boolean {
  return isOurContext(context) && context !== POLICY_CONTEXT;
}

export function isOurContext(context: string): boolean {
  return context.startsWith(contextOf(""));
}
