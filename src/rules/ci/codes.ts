export const CI_CODES = {
  "CI-MISSING": "No run that counts is there",
  "CI-FAILED": "The worst of the runs that count is not green",
  "CI-SKIPPED": "The run was skipped, and a skipped run proves nothing",
  "CI-RUNNING": "The run has not ended yet",
  "CI-STALE": "The run is older than `max_age`",
  "CI-UNDATED": "When the run ended is not known, so its age cannot be told",
  "CI-WORKFLOW-CHANGED": "The run is of a workflow file that differs from the default branch's",
} as const;
