import { describeFilledRepository } from "../filled-repository.ts";

describeFilledRepository("operating-change", {
  gaps: [
    "live-data/live-connections CHECKLIST-UNTICKED data.edge-cases",
    "validation/thresholds TABLE-CELL-MISSING Unknown approver: Action",
    "ongoing-ownership/one-owner OWNERS-DENIED System health",
    "ongoing-ownership/one-owner OWNERS-KIND System health",
    "ongoing-ownership/one-owner OWNERS-ESCALATION-MISSING System health",
    "ongoing-ownership/after-launch DOCUMENT-PLACEHOLDER Owner",
    "workflow/designed SECTION-MISSING When the model is wrong",
    "workflow/acts TABLE-CELL-VALUE Route the invoice: Mode",
    "affected-people/cadence-first SCHEDULE-MISSING phases.communication_planned",
    "affected-people/usage METRICS-NO-ACTUAL Usage",
    "rollout/exposure ROLLOUT-SKIPPED stage",
  ],
  optional: ["architecture.replaceable", "ownership.visibility"],
  looseRows: [
    /^\| (Accounts payable|Approvers)/,
    /^\| (Invoices|Suppliers|Approval limits)/,
    /^\| (Confidence|Unknown approver|Error rate \| over)/,
    /^\| (Route|Ask)/,
    /^\| Credit notes/,
  ],
  looseHeadings: ["Replaceable parts", "Affected people", "Rollout", "Health reviews"],
});
