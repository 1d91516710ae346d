/** What the workflow is to do. */
export interface WorkflowDuty {
  /** The branches of all stages, as globs. */
  readonly branches: readonly string[];
  /** Whether one of them has a merge queue. */
  readonly hasMergeQueue: boolean;
  /** Names of the statuses it writes. */
  readonly contexts: readonly string[];
}
