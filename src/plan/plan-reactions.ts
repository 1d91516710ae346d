import type { AnswerEffect } from "../model/effect.ts";
import type { PlanInput } from "./plan-input.ts";

/**
 * Marks comments whose waivers were taken back. The mark is what keeps them void: the command that
 * took them back may be deleted, ours stays.
 */
export function planReactions({ verdict }: PlanInput): readonly AnswerEffect[] {
  return verdict.takenBack.map((comment) => ({ kind: "react", comment, content: "-1" }));
}
