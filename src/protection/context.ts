/** Under this id GitHub Actions writes on github.com; a GitHub Enterprise Server has one of its own. */
export const GITHUB_ACTIONS = 15368;

/** The name of the verdict of a stage, as it is required. */
export function contextOf(stage: string): string {
  return `stage-gates / ${stage}`;
}

export function isOurContext(context: string): boolean {
  return context.startsWith(contextOf(""));
}
