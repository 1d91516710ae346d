import type { FileVersion } from "../../model/fact.ts";
import type { Instant } from "../../time/date.ts";
import type { RolloutStage } from "./options.ts";
import { isSameStep, type Step, stepIn } from "./step.ts";

/**
 * Since when the base branch has had a step without interruption: the merge that brought it, or
 * `started_at` where that is later, since a typed date can only lengthen. A step that was left and
 * came back, as by a rollback, starts anew. `null` where the history does not tell.
 */
export function onBaseSince(
  history: readonly FileVersion[],
  step: Step,
  path: string,
  stages: readonly RolloutStage[],
): Instant | null {
  let since: Instant | null = null;
  for (const version of history) {
    const then = stepIn(version.content, path, stages);
    if (then === null || !isSameStep(then, step)) break;
    since = version.at;
  }
  return since === null ? null : Math.max(since, step.startedAt ?? since);
}
