import { describeFilledRepository } from "../filled-repository.ts";

describeFilledRepository("five-phase", {
  gaps: [
    "problem/scores SCORE-BELOW-FLOOR Team readiness",
    "problem/people OWNERS-EMPTY Executive sponsor",
    "problem/sponsor-level VALUES-DIFFERENT sponsor_level",
    "pilot-plan/plan SECTION-MISSING Out of scope",
    "pilot-plan/criteria-first SCHEDULE-ORDER phases.pilot_start",
    "results/numbers METRICS-CELL-MISSING Time saved target",
    "results/numbers METRICS-CELL-MISSING Time saved stretch",
    "results/numbers METRICS-BELOW-MINIMUM Time saved",
    "hardening/pipeline TABLE-CELL-VALUE Split into clauses: Automated",
    "hardening/fallback TABLE-OUTDATED Model does not answer: Tested",
    "production-readiness/twelve-items CHECKLIST-UNTICKED ready.runbook",
    "production-readiness/twelve-items CHECKLIST-DELETED ready.rollback",
    "production-readiness/running-costs VALUES-RANGE operations.months",
    "deployment/exposure ROLLOUT-SKIPPED stage",
  ],
  looseRows: [
    /^\| (Take in|Split into clauses|Hand over)/,
    /^\| (Model does not answer|Contract cannot be read)/,
    /^\| (First reading|Negotiation)/,
  ],
  looseHeadings: ["Deployment", "Stand-ups"],
});
