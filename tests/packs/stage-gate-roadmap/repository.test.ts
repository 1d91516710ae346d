import { describeFilledRepository } from "../filled-repository.ts";

describeFilledRepository("stage-gate-roadmap", {
  gaps: [
    "assessment/areas TABLE-CELL-VALUE Data quality: Result",
    "assessment/gaps TABLE-CELL-MISSING No read access to past changes of bookings: Closed",
    "shared-ownership/roles OWNERS-EMPTY Operations lead",
    "pilot-design/outcomes TABLE-ROW-MISSING Partial success",
    "governance/weekly SCHEDULE-OVERDUE the section `Weekly reviews` of `READINESS.md`",
    "readiness-gate/path DECISION-AGAINST decisions/2026-09-02-readiness-gate.md",
    "controls/security CHECKLIST-UNTICKED controls.low-confidence",
    "controls/versions VALUES-MISSING rollback_to",
    "kpis/layers METRICS-CELL-MISSING Accuracy action if below",
    "limited-rollout/exposure ROLLOUT-SKIPPED stage",
  ],
  optional: ["expansion.architecture", "expansion.controls", "expansion.kpis", "owner under Reuse"],
  looseRows: [
    /^\| (A booking is cancelled|Mails in languages)/,
    /^\| (Cycle time in minutes|Adoption in %)/,
  ],
  looseHeadings: ["Reuse", "Pilot execution"],
});
