import type { Finding } from "../../model/finding.ts";
import type { CommonCode } from "../common-codes.ts";

export const ROLLOUT_CODES = {
  "ROLLOUT-STAGE": "The file names no stage of the policy",
  "ROLLOUT-PERCENT": "The percentage is missing or is no number from 0 to 100",
  "ROLLOUT-OUT-OF-RANGE": "The percentage is not in the stage's range",
  "ROLLOUT-DATE": "`started_at` is no ISO date",
  "ROLLOUT-FUTURE": "`started_at` lies after today",
  "ROLLOUT-SKIPPED": "A stage before it is left out",
  "ROLLOUT-DECREASE": "The exposure goes down and is not marked as a rollback",
  "ROLLOUT-NOT-A-ROLLBACK": "What is marked as a rollback does not lower the exposure",
  "ROLLOUT-SOAKING": "The step before has not been watched for long enough",
  "ROLLOUT-NO-HISTORY": "Since when the step before has been on the base branch is not known",
  "ROLLOUT-METRIC": "A KPI of the step before is not met or was not measured since",
} as const;

export type RolloutFinding = Finding<keyof typeof ROLLOUT_CODES | CommonCode>;
