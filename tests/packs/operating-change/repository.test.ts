import { describeFilledRepository } from "../filled-repository.ts";

describeFilledRepository("operating-change", {
  gaps: [
    "data/live-connections CHECKLIST-UNTICKED data.edge-cases",
    "validation/thresholds TABLE-CELL-MISSING Unknown approver: Action",
    "ownership/one-owner OWNERS-DENIED System health",
    "ownership/one-owner OWNERS-KIND System health",
    "ownership/one-owner OWNERS-ESCALATION-MISSING System health",
    "ownership/after-launch DOCUMENT-PLACEHOLDER Owner",
    "workflow/designed SECTION-MISSING When the model is wrong",
    "workflow/acts TABLE-CELL-VALUE Route the invoice: Mode",
    "people/cadence-first SCHEDULE-MISSING phases.communication_planned",
    "people/usage METRICS-NO-ACTUAL Usage",
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
  looseHeadings: ["Replaceable parts", "People", "Rollout", "Health reviews"],
});
