import { holds } from "../model/condition.ts";
import type { ChangedPath } from "../model/fact.ts";
import type { Gate, Policy, Stage } from "../model/policy.ts";
import type { Service } from "../model/service.ts";
import { changesMatch } from "./select-services.ts";

/**
 * The gates of a stage in the order of the policy. A stage also requires the gates of those before
 * it, unless it says `cumulative: false`.
 */
export function gatesOfStage(
  policy: Pick<Policy, "gates" | "stages">,
  stage: Stage,
): readonly Gate[] {
  const position = policy.stages.findIndex(({ id }) => id === stage.id);
  const stages = stage.cumulative ? policy.stages.slice(0, position + 1) : [stage];
  if (stages.some(({ gates }) => gates === null)) return policy.gates;
  const ids = new Set(stages.flatMap(({ gates }) => gates ?? []));
  return policy.gates.filter(({ id }) => ids.has(id));
}

/** Whether a gate has anything to say of a service in this change. */
export function applies(
  gate: Gate,
  service: Service,
  changes: readonly ChangedPath[] | null,
): boolean {
  if (service.gates !== null && !service.gates.includes(gate.id)) return false;
  if (!holds(gate.when, service.fields)) return false;
  return gate.changed === null || changesMatch(gate.changed, service, changes);
}
