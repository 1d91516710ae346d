import type { ItemField, TaskItem } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { failed, pasting, pending } from "../findings.ts";
import { type EvidenceFault, faultOf, referencesIn } from "../reading/evidence-target.ts";
import type { ChecklistCode } from "./codes.ts";
import type { ChecklistFinding, Scope } from "./scope.ts";

const CODES: Readonly<Record<EvidenceFault["reason"], ChecklistCode>> = {
  refused: "CHECKLIST-EVIDENCE-REFUSED",
  "no-file": "CHECKLIST-EVIDENCE-NO-FILE",
  self: "CHECKLIST-EVIDENCE-SELF",
  host: "CHECKLIST-EVIDENCE-HOST",
  repository: "CHECKLIST-EVIDENCE-REPOSITORY",
  unknown: "CHECKLIST-EVIDENCE-UNKNOWN",
  "not-ancestor": "CHECKLIST-EVIDENCE-NOT-ANCESTOR",
  "run-not-green": "CHECKLIST-EVIDENCE-RUN",
  "run-open": "CHECKLIST-EVIDENCE-RUN",
};

export function judgeEvidence(scope: Scope, item: TaskItem, field: ItemField): ChecklistFinding[] {
  const { path, options, context, facts } = scope;
  const at = placeIn(path, field.at);
  const references = referencesIn(field.value, field.links);
  if (references.length === 0) {
    return [
      failed({
        code: "CHECKLIST-EVIDENCE-FORM",
        problem: `the evidence of \`${item.id}\` names nothing that can be looked up: \`${field.value}\``,
        ...pasting("link what shows it:", "  - Evidence: <path of a file, #number or URL>"),
        at,
        item: item.id,
      }),
    ];
  }
  const about = { path, repository: context.repository ?? null, setting: options.evidence };
  return references.flatMap((reference) => {
    const fault = faultOf(facts, reference, about);
    if (fault === null) return [];
    const told = {
      code: CODES[fault.reason],
      problem: `\`${item.id}\`: ${fault.problem}`,
      remedy: fault.remedy,
      at,
      item: item.id,
    };
    return [fault.reason === "run-open" ? pending(told) : failed(told)];
  });
}
