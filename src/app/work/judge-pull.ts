import type { Applied } from "../../github/apply-effects.ts";
import { ConversationLocked, type GitHubFailure } from "../../github/failure.ts";
import type { PullState } from "../../github/pull/pull-state.ts";
import { POLICY_CONTEXT } from "../../model/context.ts";
import type { FactRequest } from "../../model/fact.ts";
import type { Verdict } from "../../model/verdict.ts";
import { openPromotion } from "../../promotion/open-promotion.ts";
import { isSure, type Promoted, type Promoting } from "../../promotion/promote.ts";
import { attempt } from "../../promotion/promote-all.ts";
import { promotePolicy } from "../../promotion/promote-policy.ts";
import { revoke, whyUnjudged } from "../../promotion/refuse-unjudged.ts";
import type { Lease, Mark } from "../../store/work.ts";
import { LeaseLost } from "../clients/leased-client.ts";
import { PutOff } from "../traffic/traffic.ts";
import { watchKeysOf } from "../watch-key.ts";
import { mayBeAbsence, readAbsence } from "./absence.ts";
import { backOff } from "./back-off.ts";
import { entryOf } from "./entry-of.ts";
import type { Held, Looked } from "./look.ts";
import { type Judging, promotingIn } from "./promoting-in.ts";
import { memoText, type PullMemo, readMemo, remembering } from "./pull-memo.ts";
import { repositoryName } from "./repository-name.ts";
import { takeBackOld } from "./take-back-old.ts";

/** Commands in comments older than this got their answer, or nobody is waiting for one. */
const AWAITS_ANSWER = 30 * 60_000;
/** Something is still moving, or could not be written: look again soon. */
const SOON = 60_000;

const NO_PROMOTION: PullMemo = { passes: false };

type SettledLook = Extract<Looked, { readonly state: "settled" }>;

/** Judges a pull request and has GitHub say so, as long as the lease is held. */
export async function judgePull(number: number, held: Held, judging: Judging): Promise<Looked> {
  const { lease, hold } = held;
  const { now } = judging;
  const { traffic } = judging.installation;
  const memo = readMemo(lease.memo ?? "");
  if (traffic.reservedUntil > now() && memo?.passes === false && memo.green === undefined) {
    return { state: "postponed", until: traffic.reservedUntil };
  }
  const requests: FactRequest[] = [];
  const promoting = promotingIn(held, judging);
  const opening = openPromotion(number, promoting);
  const elsewhere = await opening.then(({ pull }) => movedTo(pull, lease)).catch(() => null);
  if (elsewhere !== null) {
    await judging.store.mark(elsewhere, now());
    return { state: "settled", next: null, ...remembering(NO_PROMOTION, []) };
  }
  const { promoted, failure } = await attempt(number, promoting, {
    awaited: ({ createdAt }) => createdAt > now() - AWAITS_ANSWER,
    opening,
    asked: (some) => requests.push(...some),
  });
  // What was done without the lease is not ours to settle.
  await hold();
  if (traffic.pausedUntil > now()) return { state: "postponed", until: traffic.pausedUntil };
  if (failure === null) {
    const unsaid = firstFailure(promoted.applied);
    const absence =
      unsaid !== null && mayBeAbsence(unsaid) ? await readAbsence(lease, judging) : null;
    if (absence !== null) return absence;
    await takeBackOld(memo, await opening, promoting);
    return withPolicy(promoted, settled(promoted, requests, lease, now()), promoting);
  }
  // Whoever marks it next will find it, should it come back.
  if (failure.status === 404) return { state: "settled", next: null };
  throw failure;
}

/**
 * The mark under the name that its repository has by now: under both it would be judged by two at once.
 * Where another account has it, that one's installation is told.
 */
function movedTo({ repository }: PullState, lease: Lease): readonly Mark[] | null {
  if (repository === lease.repository) return null;
  const { installation, subject, lane, markedAt: readyAt } = lease;
  const isOurs = repositoryName(repository).owner === repositoryName(lease.repository).owner;
  return isOurs ? [{ installation, repository, subject, lane, readyAt }] : [];
}

/** What asks to merge where the policy stands may change it, whether it promotes something or not. */
async function withPolicy(
  { pull }: Promoted,
  looked: SettledLook,
  promoting: Promoting,
): Promise<SettledLook> {
  if (!pull.isOpen || pull.baseBranch !== pull.defaultBranch.name) return looked;
  const { check, applied } = await promotePolicy(pull.number, promoting).catch(async (error) => {
    if (error instanceof LeaseLost) throw error;
    const isName = (name: string) => name === POLICY_CONTEXT;
    throw await revoke(pull.number, whyUnjudged(error), promoting, isName);
  });
  const failure = firstFailure(applied);
  const memo = readMemo(looked.memo ?? "");
  const followed =
    check === null || memo === null
      ? looked
      : { ...looked, memo: memoText({ ...memo, policy: true, green: pull.head }) };
  if (failure === null) return followed;
  return {
    ...followed,
    next: Math.min(looked.next ?? Number.MAX_SAFE_INTEGER, promoting.now() + SOON),
    unsaid: failure.message,
  };
}

function settled(
  { pull, outcome, applied }: Promoted,
  requests: readonly FactRequest[],
  lease: Lease,
  now: number,
): SettledLook {
  const { head } = pull;
  switch (outcome.state) {
    case "closed":
    case "no-promotion": {
      const failure = firstFailure(applied);
      return {
        state: "settled",
        next: failure === null ? null : now + SOON,
        ...remembering(NO_PROMOTION, []),
        ...(failure !== null && { unsaid: failure.message }),
      };
    }
    case "moving":
      return { state: "settled", next: now + SOON };
    case "unchanged": {
      const passes = isPass(outcome.verdict);
      const isGreen = passes || readMemo(lease.memo ?? "")?.green === head;
      const memo = { passes, ...(isGreen && { green: head }) };
      return {
        ...{ state: "settled", next: outcome.verdict.validUntil },
        ...remembering(memo, watchKeysOf(requests, head)),
      };
    }
    case "invalid":
    case "judged": {
      const { verdict } = outcome;
      const failure = firstFailure(applied);
      const isSaid = firstFailure(applied.filter(isVerdict)) === null;
      const isOpen = failure !== null || !isSure(outcome);
      const tries = isOpen ? (readMemo(lease.memo ?? "")?.tries ?? 0) + 1 : 0;
      // What was said before may be a pass, which stands as long as this could not be written.
      const isUrgent = !isSaid || !isSure(outcome);
      const wait = isUrgent ? backOff(tries) : Math.max(SOON, backOff(tries));
      const passes = isPass(verdict) || !isSaid;
      const isGreen = passes || verdict.mode === "advisory";
      const memo = {
        ...{ passes, ...(isGreen && { green: head }) },
        ...(tries > 0 && { tries }),
      };
      const times = [verdict.validUntil, isOpen ? now + wait : null].filter((at) => at !== null);
      return {
        state: "settled",
        next: times.length === 0 ? null : Math.max(now, Math.min(...times)),
        ...remembering(memo, watchKeysOf(requests, head)),
        ...(applied.length > 0 && { history: [entryOf(lease, judged(verdict, head, now))] }),
        ...(failure !== null && !(failure instanceof PutOff) && { unsaid: failure.message }),
      };
    }
  }
}

/**
 * The first, with those last that were only put off. Nothing is to be tried again for a locked
 * conversation: who opens it has GitHub tell us.
 */
function firstFailure(applied: readonly Applied[]): GitHubFailure | null {
  const failures = applied
    .flatMap(({ failure }) => failure ?? [])
    .filter((failure) => !(failure instanceof ConversationLocked));
  return failures.find((failure) => !(failure instanceof PutOff)) ?? failures[0] ?? null;
}

function isPass({ decision }: Pick<Verdict, "decision">): boolean {
  return decision !== "no-go" && decision !== "undetermined";
}

function isVerdict({ effect: { kind } }: Applied): boolean {
  return kind.endsWith("-check-run");
}

function judged({ stage, decision, policy, gates }: Verdict, head: string, at: number) {
  const outcomes = gates.map(({ id, outcome }) => ({ id, outcome }));
  const detail = { policy: policy.sha, gates: outcomes };
  return { kind: "verdict", stage, head, at, outcome: decision, detail };
}
