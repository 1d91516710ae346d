import { describeFilledRepository } from "../filled-repository.ts";

describeFilledRepository("enterprise-scaling", {
  gaps: [
    "readiness/six-items CHECKLIST-UNTICKED readiness.sponsor",
    "readiness/funding VALUES-DIFFERENT committed",
    "readiness/owners OWNERS-EMPTY Production system",
    "readiness/owners OWNERS-ESCALATION-MISSING Production system",
    "pipelines/stages TABLE-CELL-MISSING Delivery: Alerting",
    "operations/arranged CHECKLIST-UNTICKED operations.on-call",
    "operations/runbook SECTION-MISSING Roll back",
    "security/leftovers CHECKLIST-UNTICKED security.no-development-credentials",
    "security/prompt-injection CHECKLIST-DELETED threats.output-filtering",
    "models/registry VALUES-MISSING versions[0].rollback",
    "models/rollback VALUES-DIFFERENT automatic_rollback",
    "models/rollback-time METRICS-BELOW-MINIMUM Rollback time",
    "monitoring/technical METRICS-STALE Availability",
    "model-launch/exposure ROLLOUT-OUT-OF-RANGE percent",
  ],
  optional: [
    // Not applicable to this service, and said so.
    "infrastructure.gpu-queue",
    "owner under GPUs",
    "models.feature-store",
    "owner under Feature store",
    "people.roles",
    "people.measures",
    "owner under Incentives",
  ],
  looseRows: [
    /^\| (Drivers|Recipients)/,
    /^\| (Model improvements|Infrastructure|Portfolio)/,
    /^\| Topic/,
  ],
  looseHeadings: ["Feature store", "Incentives", "Model launch", "Decisions"],
});
