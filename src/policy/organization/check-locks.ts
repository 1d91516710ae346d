import { lockGates } from "./lock-gates.ts";
import { lockKeys } from "./lock-keys.ts";
import { guardedGates, type LockQuestion } from "./lock-question.ts";
import { lockServices } from "./lock-services.ts";
import { lockStages } from "./lock-stages.ts";

/**
 * Holds the merged policy against what the organization locked. What counts is not what the
 * repository's file says but what became of the organization's policy through it, so that there is
 * one check for the file and for the packs it extends, and none for restating what holds anyway.
 *
 * `locked: true` on a gate, or on a rule of it, guards the gate. To what is guarded a repository
 * may add rules, raise `severity` to `block`, shorten `max_age` and bring `enforce_from` forward.
 * These ways around it are closed as well:
 *
 * - `enabled: false` on the gate or its rules;
 * - its `title`, `heading`, `require`, `depends_on`, `when` or `changed`, also where only one rule
 *   is locked: they decide what the rule sees and whether it counts;
 * - an easy rule added under `require: any` or `at_least`;
 * - a pack the repository extends that states the same gate;
 * - `mode: advisory`, or an `enforce_from` that is new or later;
 * - a stage of the organization that loses the gate (`gates`, `cumulative: false`), a branch, or
 *   is narrowed by `paths`; where the organization states no stages, any stage that lacks the gate
 *   or is narrowed;
 * - `services.override` with `gates` that leave it out, and `ungoverned` paths the organization
 *   does not list: a change of such paths alone is judged by no gate;
 * - `fields`, of the repository or of a service, that the organization states and that `when` of
 *   what is guarded asks for;
 * - roles the organization states: whoever holds them approves waivers and signs off;
 * - `waivers` and `break_glass` where the organization states them, except fewer `max_days`.
 *
 * `lock: [key]` goes further: the key is as the organization has it, or as it is without being
 * set. `mode` and `enforce_from` decide together and are locked together.
 *
 * What stays open, because the organization left it to the repository, is told in notes
 * (`lock-notes.ts`). The evidence is the repository's in any case.
 */
export function checkLocks(question: LockQuestion): void {
  const gates = guardedGates(question.baseline);
  lockKeys(question, gates.length > 0);
  if (gates.length === 0) return;
  lockGates(question, gates);
  lockStages(question, gates);
  lockServices(question, gates);
}
