import { type Applied, applyEffects } from "../github/apply-effects.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import { ownStatuses } from "../github/surroundings-of.ts";
import { contextOf, isOurContext, POLICY_CONTEXT } from "../model/context.ts";
import { known } from "../model/fact.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { isPass } from "../plan/check-run-effects.ts";
import { planRefusal } from "../plan/plan-refusal.ts";
import { stageOfBranch } from "../verdict/select-stage.ts";
import { loadAtTip } from "./load-at-tip.ts";
import type { Promoting } from "./promote.ts";

/** A commit that a pull request asked to promote. */
export interface LeftBehind {
  readonly head: string;
  /** Of ours, on the commit. */
  readonly there: Pick<Surroundings, "statuses" | "checkRuns">;
}

/** The head of a pull request that was closed, or turned to another branch; `null` where it was neither. */
export function leftBehind({ pull, head, checkRuns, conversation }: OpenedPull): LeftBehind | null {
  // What had passed when it was merged had passed.
  if (pull.isMerged) return null;
  const { fact } = conversation;
  const isTurned = fact.state === "known" && fact.value.baseChangedAt !== null;
  if (pull.isOpen && !isTurned) return null;
  const statuses = head?.oid === pull.head ? ownStatuses(head.status?.contexts ?? []) : [];
  return { head: pull.head, there: { statuses, checkRuns } };
}

const WHY = "no open pull request asks for it any more";

/**
 * Takes back passes on a commit that no open pull request needs. Nobody would see there what takes a pass
 * away, so that whoever brought the commit back could merge before it is judged again.
 *
 * What is said is said anew and not in place of the pass: audits look at what stood when it was merged.
 */
export async function takeBack(
  { head, there }: LeftBehind,
  opened: OpenedPull,
  promoting: Promoting,
): Promise<readonly Applied[]> {
  const { voice, reportUrl: url, wants } = promoting;
  const idle = passesIn(there, voice).filter((name) => !isAskedFor(name, head, opened, promoting));
  if (wants.dryRun || idle.length === 0) return [];
  const nothing = { statuses: [], checkRuns: known([]) };
  const said = { title: "Not asked for", why: WHY, url, there: nothing };
  return applyEffects(planRefusal({ voice, sha: head, names: idle, ...said }), promoting);
}

function passesIn(
  { statuses, checkRuns }: LeftBehind["there"],
  voice: Promoting["voice"],
): readonly string[] {
  const runs = checkRuns.state === "known" ? checkRuns.value : [];
  const names =
    voice === "status"
      ? statuses.filter(({ state }) => state === "success").map(({ context }) => context)
      : runs.filter(isPass).map(({ name }) => name);
  return names.filter(isOurContext);
}

/** Where nobody knows who else does, nobody else does: whoever asks is judged again. */
function isAskedFor(
  name: string,
  head: string,
  { openPulls, policy, pull }: OpenedPull,
  { packs }: Promoting,
): boolean {
  const listed = openPulls.state === "known" ? openPulls.value : [];
  const others = listed.filter(({ headRefOid }) => headRefOid === head);
  const bases = others.map(({ baseRefName }) => baseRefName);
  // Among many those alone are listed that promote something.
  if (pull.isOpen && pull.head === head) bases.push(pull.baseBranch);
  if (name === POLICY_CONTEXT) return bases.includes(policy.ref);
  const loaded = loadAtTip(policy, packs, pull.repository);
  if (loaded.state === "invalid") return false;
  const stages = bases.flatMap((base) => stageOfBranch(loaded.policy, base) ?? []);
  return stages.some(({ id }) => contextOf(id) === name);
}
