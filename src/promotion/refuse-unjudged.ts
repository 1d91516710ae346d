import { applyEffects } from "../github/apply-effects.ts";
import { GitHubFailure, githubFailure } from "../github/failure.ts";
import { readAccount } from "../github/read/people.ts";
import { readHead } from "../github/read-head.ts";
import { readRequiredContexts } from "../github/required-contexts.ts";
import { ownStatuses } from "../github/surroundings-of.ts";
import { isStageContext } from "../model/context.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { planRefusal } from "../plan/plan-refusal.ts";
import { mayWrite } from "./can-write.ts";
import type { Promoting } from "./promote.ts";

/** Also a mistake of ours keeps nobody else's promotion from being judged. */
export function whyUnjudged(error: unknown): GitHubFailure {
  const what = error instanceof Error ? error.message : String(error);
  return githubFailure(error) ?? new GitHubFailure("unreadable", `stage-gates failed: ${what}`);
}

/** A commit that nobody could judge, and the branch it would go to. */
export interface Unjudged {
  readonly head: string;
  readonly base: string;
  /** Of ours, on the commit. */
  readonly there: Pick<Surroundings, "statuses" | "checkRuns">;
  /** The name to fail under where none is known. */
  readonly otherwise: string | null;
}

/**
 * What cannot be judged does not pass: every name of ours that the branch requires or the commit
 * carries fails, where it does not block already.
 */
export async function refuseUnjudged(
  { head, base, there, otherwise }: Unjudged,
  why: string,
  promoting: Promoting,
): Promise<void> {
  if (promoting.wants.dryRun) return;
  const required = await readRequiredContexts(base, promoting);
  const names = new Set([...required, ...namesOn(there)].filter(isStageContext));
  if (names.size === 0 && otherwise !== null) names.add(otherwise);
  const effects = planRefusal({
    ...{ voice: promoting.voice, sha: head, names: [...names], there },
    ...{ title: "Could not evaluate", why, url: promoting.reportUrl },
  });
  await applyEffects(effects, promoting);
}

function namesOn({ statuses, checkRuns }: Unjudged["there"]): readonly string[] {
  const runs = checkRuns.state === "known" ? checkRuns.value : [];
  return [...statuses.map(({ context }) => context), ...runs.map(({ name }) => name)];
}

/**
 * The same of a pull request, on which a pass may stand that would be gone by now. A stranger's says
 * nothing of a commit that others ask to promote as well.
 */
export async function revoke(
  number: number,
  { message }: GitHubFailure,
  promoting: Promoting,
): Promise<void> {
  try {
    const seen = await readHead(number, promoting);
    if (!seen.isOpen || (seen.isShared && (await isStranger(seen.author, promoting)))) return;
    const { head, baseBranch: base } = seen;
    const there = { statuses: ownStatuses(seen.statuses), checkRuns: seen.checkRuns };
    await refuseUnjudged({ head, base, there, otherwise: null }, message, promoting);
  } catch {
    // The run fails with what went wrong first; what is told twice is told no better.
  }
}

async function isStranger(login: string, promoting: Promoting): Promise<boolean> {
  const access = mayWrite(login, await readAccount({ kind: "account", login }, promoting));
  return access.state === "known" && !access.value;
}
