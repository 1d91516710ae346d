import type { Finding } from "../../model/finding.ts";
import type { CommonCode } from "../common-codes.ts";

export const DECISION_CODES = {
  "DECISION-MISSING": "There is no decision record of this",
  "DECISION-AGAINST": "The newest record says no",
  "DECISION-CONDITIONAL": "The newest record lets it pass on conditions",
  "DECISION-UNMAPPED": "The newest record states an outcome the policy does not know",
  "DECISION-INCOMPLETE": "The record lacks a part it must have",
  "DECISION-DATE": "A date of the record is no ISO date",
  "DECISION-FUTURE": "The record says it was decided after today",
  "DECISION-EXPIRED": "The record has expired",
  "DECISION-STALE": "The record is older than `max_age`",
  "DECISION-UNAPPROVED": "The record is new and waits for its decider to approve it",
  "DECISION-SELF-ATTESTED": "The record is new and nobody but its author vouches for it",
  "DECISION-CHANGED-IGNORED":
    "The pull request changes or deletes a record; it counts as on the base branch",
  "DECISION-SUPERSEDES-NOTHING": "A record supersedes one that it cannot supersede",
  "DECISION-UNKNOWN-ROLE": "The policy has no such role",
} as const;

export type DecisionFinding = Finding<keyof typeof DECISION_CODES | CommonCode>;
