import type { Effect } from "../model/effect.ts";
import { planComment } from "./plan-comment.ts";
import type { PlanInput } from "./plan-input.ts";
import { planStatus } from "./plan-status.ts";

/**
 * All that is to change on GitHub. To apply it, take the parts one after the other: the status
 * first, which may take a pass away, and the comment last, which names the issues opened before it.
 */
export function plan(input: PlanInput): readonly Effect[] {
  return [...planStatus(input), ...planComment(input)];
}
