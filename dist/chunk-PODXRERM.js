import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  changesMatch
} from "./chunk-HAXGSIID.js";
import {
  holds
} from "./chunk-HU7C56Q2.js";

// src/verdict/select-gates.ts
function gatesOfStage(policy, stage) {
  const position = policy.stages.findIndex(({ id }) => id === stage.id);
  const stages = stage.cumulative ? policy.stages.slice(0, position + 1) : [stage];
  if (stages.some(({ gates }) => gates === null)) return policy.gates;
  const ids = new Set(stages.flatMap(({ gates }) => gates ?? []));
  return policy.gates.filter(({ id }) => ids.has(id));
}
function applies(gate, service, changes) {
  if (service.gates !== null && !service.gates.includes(gate.id)) return false;
  if (!holds(gate.when, service.fields)) return false;
  return gate.changed === null || changesMatch(gate.changed, service, changes);
}

export {
  gatesOfStage,
  applies
};
