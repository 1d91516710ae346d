import { type Applied, applyEffects } from "../github/apply-effects.ts";
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
  /** Which of our names are about what could not be judged; those of stages unless given. */
  readonly isName?: (name: string) => boolean;
}

/**
 * What cannot be judged does not pass: every name of ours that the branch requires or the commit
 * carries fails, where it does not block already.
 */
export async function refuseUnjudged(
  { head, base, there, otherwise, isName = isStageContext }: Unjudged,
  why: string,
  promoting: Promoting,
): Promise<readonly Applied[]> {
  if (promoting.wants.dryRun) return [];
  const required = await readRequiredContexts(base, promoting);
  const names = new Set([...required, ...namesOn(there)].filter(isName));
  if (names.size === 0 && otherwise !== null) names.add(otherwise);
  const effects = planRefusal({
    ...{ voice: promoting.voice, sha: head, names: [...names], there },
    ...{ title: "Could not evaluate", why, url: promoting.reportUrl },
  });
  return applyEffects(effects, promoting);
}

/** Why it could not be judged, and why not even that could be said on the commit, where it could not. */
export function withUnsaid(failure: GitHubFailure, applied: readonly Applied[]): GitHubFailure {
  const unsaid = applied.find((one) => one.failure !== null);
  if (unsaid === undefined || unsaid.failure === null) return failure;
  const permission = unsaid.effect.kind === "set-status" ? "statuses: write" : "checks: write";
  const { reason, message } = unsaid.failure;
  const why = reason === "forbidden" ? `the token lacks \`${permission}\`` : message;
  const both = `${failure.message}; nor could the commit be marked as failed, since ${why}`;
  return new GitHubFailure(failure.reason, both, failure.status);
}

function namesOn({ statuses, checkRuns }: Unjudged["there"]): readonly string[] {
  const runs = checkRuns.state === "known" ? checkRuns.value : [];
  return [...statuses.map(({ context }) => context), ...runs.map(({ name }) => name)];
}

/**
 * The same of a pull request, on which a pass may stand that would be gone by now. A stranger's says
 * nothing of a commit that others ask to promote as well.
 *
 * @returns what went wrong, all in all.
 */
export async function revoke(
  number: number,
  failure: GitHubFailure,
  promoting: Promoting,
  isName = isStageContext,
): Promise<GitHubFailure> {
  try {
    const seen = await readHead(number, promoting);
    if (!seen.isOpen || (seen.isShared && (await isStranger(seen.author, promoting)))) {
      return failure;
    }
    const { head, baseBranch: base } = seen;
    const there = { statuses: ownStatuses(seen.statuses), checkRuns: seen.checkRuns };
    const unjudged = { head, base, there, otherwise: null, isName };
    return withUnsaid(failure, await refuseUnjudged(unjudged, failure.message, promoting));
  } catch {
    // The run fails with what went wrong first; what is told twice is told no better.
    return failure;
  }
}

async function isStranger(login: string, promoting: Promoting): Promise<boolean> {
  const access = mayWrite(login, await readAccount({ kind: "account", login }, promoting));
  return access.state === "known" && !access.value;
}
