import { Document, isCollection, isPair, visit } from "yaml";
import type { GateDraft } from "./policy-draft.ts";

export interface PolicyAnswers {
  readonly stage: string;
  readonly branch: string;
  /** Path of the document; `null` where it is found without being named. */
  readonly readiness: string | null;
}

/** A whole policy, advisory, with the gates. */
export function importedPolicy(
  gates: readonly GateDraft[],
  { stage, branch, readiness }: PolicyAnswers,
): string {
  const start = {
    version: 1,
    mode: "advisory",
    stages: [{ id: stage, branches: [branch] }],
    ...(readiness === null ? {} : { services: { readiness } }),
  };
  return [
    "# What must hold before a change is promoted, taken over from a checklist.",
    "# It is read from the default branch, so a pull request cannot loosen it.",
    yamlText(start),
    gatesText(gates),
  ].join("\n");
}

/** `gates:` alone, to be pasted into a policy that is there. */
export function gatesText(gates: readonly GateDraft[]): string {
  return yamlText({ gates });
}

/** What reads better on one line: these keys, and what stands below those. */
const FLOW = new Set(["branches", "each_heading", "one_of", "services"]);
const FLOW_BELOW = new Set(["columns", "items"]);

export function yamlText(value: object): string {
  const document = new Document(value);
  visit(document, {
    Pair(_, { key, value: inner }) {
      const name = String(key);
      if (!isCollection(inner)) return;
      if (FLOW.has(name)) inner.flow = true;
      if (!FLOW_BELOW.has(name)) return;
      for (const item of inner.items) {
        const below = isPair(item) ? item.value : item;
        if (isCollection(below)) below.flow = true;
      }
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
