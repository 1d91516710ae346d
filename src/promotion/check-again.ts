import { type Applied, applyEffects } from "../github/apply-effects.ts";
import { GitHubFailure } from "../github/failure.ts";
import { readHead } from "../github/read-head.ts";
import { isStageContext } from "../model/context.ts";
import { planRefusal } from "../plan/plan-refusal.ts";
import type { Promoting } from "./promote.ts";

/**
 * Takes back at once what passes on a pull request's head, before it is known whether it still would:
 * for when something was taken away that a pass may rest on, and judging will take its time. What
 * blocks stays as it is. The next verdict is written over it.
 *
 * @throws {GitHubFailure} where GitHub does not show the pull request, or its check runs.
 */
export async function checkAgain(
  number: number,
  promoting: Pick<Promoting, "client" | "name" | "voice" | "reportUrl">,
): Promise<readonly Applied[]> {
  const { voice, reportUrl } = promoting;
  const { isOpen, head, checkRuns } = await readHead(number, promoting);
  if (!isOpen) return [];
  if (checkRuns.state === "missing") throw new GitHubFailure(checkRuns.reason, checkRuns.detail);
  const names = checkRuns.value.map(({ name }) => name).filter(isStageContext);
  const effects = planRefusal({
    ...{ voice, sha: head, names, there: { statuses: [], checkRuns } },
    ...{ title: "Checking again", url: reportUrl },
    why: "something has changed that a pass may rest on",
  });
  return applyEffects(effects, promoting);
}
