import type { Applied } from "../github/apply-effects.ts";
import type { GitHubClient, RepositoryName } from "../github/client.ts";
import type { OpenedPull } from "../github/open-pull.ts";
import type { ListedPull } from "../github/pull/open-pulls.ts";
import type { PullState } from "../github/pull/pull-state.ts";
import { isStillThere } from "../github/read-again.ts";
import type { FactRequest } from "../model/fact.ts";
import type { FactSource, PackTemplates } from "../model/ports.ts";
import type { Voice } from "../model/voice.ts";
import { type Awaited, answersTo } from "./answers-to.ts";
import { type Alone, carryOut, type Wanted } from "./carry-out.ts";
import type { Expectation } from "./expectation.ts";
import { type JudgedPromotion, judgePromotion } from "./judge-promotion.ts";
import { judgeSharers } from "./judge-sharers.ts";
import type { LastJudgement, LastJudgements } from "./last-judgements.ts";
import { openPromotion } from "./open-promotion.ts";
import { planInputOf } from "./plan-input-of.ts";
import { stagesWithoutPolicy } from "./stages-without-policy.ts";
import { leftBehind, takeBack } from "./take-back.ts";

export interface Promoting {
  readonly client: GitHubClient;
  /** Sees the organization's teams and its policy; `null` where `client` is all there is. */
  readonly organizationClient: GitHubClient | null;
  readonly name: RepositoryName;
  /** How the verdict is said: never in both ways, since then both would have to pass. */
  readonly voice: Voice;
  readonly packs: PackTemplates;
  /** Milliseconds since 1970, by GitHub's clock. Asked after GitHub has answered. */
  now(): number;
  /** Branch of the policy; `null` for the default branch. */
  readonly policyBranch: string | null;
  /** Where the whole report is. */
  readonly reportUrl: string | null;
  readonly wants: Wanted;
  /** Left out where nobody else opens issues at the same time, or where two are taken for possible. */
  readonly alone?: Alone;
  /** Of whoever judges again and again. */
  readonly expectation?: Expectation;
  /** Of the same. */
  readonly last?: LastJudgements;
}

/** Why it is judged now, and what is known of it already. */
export interface Occasion {
  /** Which comments were just written, so that their commands are to be answered. */
  readonly awaited?: Awaited | null;
  /** The first look at it, where that is under way. */
  readonly opening?: Promise<OpenedPull> | null;
  /** Told of what the judgement asks to know, which is what the verdict rests on. */
  asked?(requests: readonly FactRequest[]): void;
}

/** What became of one pull request. */
export interface Promoted {
  readonly pull: PullState;
  readonly outcome:
    | { readonly state: "closed" }
    /** It moved while it was judged, again and again: another run has it by now. */
    | { readonly state: "moving" }
    /** GitHub shows just what it showed when it was judged last, and nothing was to be written. */
    | { readonly state: "unchanged"; readonly verdict: LastJudgement["verdict"] }
    | JudgedPromotion;
  readonly applied: readonly Applied[];
}

/** Whether all was known that it rests on: what GitHub did not answer it may answer the next time. */
export function isSure(outcome: Promoted["outcome"]): boolean {
  if (outcome.state === "invalid") {
    return !outcome.verdict.problems.some(({ code }) => code === "file-unreadable");
  }
  if (outcome.state !== "judged") return true;
  const { gates } = outcome.verdict;
  return !gates.some(({ rules }) => rules.some((rule) => rule.outcome === "errored"));
}

/** A pull request that moves while it is judged is judged anew, so often. */
const MOST_TRIES = 3;

/**
 * Judges a pull request and makes GitHub say so: reads, judges, plans, and writes what differs. A
 * verdict is only ever written to the commit that it is about.
 *
 * @throws {GitHubFailure} where GitHub does not show the pull request.
 */
export async function promote(
  number: number,
  promoting: Promoting,
  { awaited = null, opening = null, asked }: Occasion = {},
): Promise<Promoted> {
  for (let attempt = 1; ; attempt += 1) {
    const looking = (attempt === 1 && opening) || openPromotion(number, promoting);
    const requests: FactRequest[] = [];
    const seen = await looking;
    const opened = telling(seen, requests);
    const { pull } = opened;
    const left = leftBehind(opened);
    const takenBack = left === null ? [] : await takeBack(left, opened, promoting);
    if (!pull.isOpen) return { pull, outcome: { state: "closed" }, applied: takenBack };
    const now = promoting.now();
    const last = (await promoting.last?.findAgain(seen, now)) ?? null;
    if (last !== null) {
      asked?.(last.requests);
      return { pull, outcome: { state: "unchanged", verdict: last.verdict }, applied: takenBack };
    }
    await promoting.expectation?.read(pull, seen.source);
    const outcome = await judgePromotion({ ...promoting, opened, now: promoting.now() });
    if (outcome.state === "no-promotion") return { pull, outcome, applied: takenBack };
    promoting.expectation?.note(pull, requests);
    const told =
      outcome.state === "invalid"
        ? await refuse(opened, outcome, promoting)
        : await tell(opened, outcome, { ...promoting, awaited });
    asked?.(requests);
    if (told !== "moved") {
      if (told.applied.length === 0 && isWhole(seen, outcome)) {
        await promoting.last?.note(seen, { requests, verdict: outcome.verdict }, now);
      }
      return { pull, ...told, applied: [...takenBack, ...told.applied] };
    }
    if (attempt >= MOST_TRIES) return { pull, outcome: { state: "moving" }, applied: [] };
  }
}

/**
 * Whether all that it rests on was seen, and seen here: what cannot be read may come another time,
 * and others with the same head are judged by what is read of them.
 */
function isWhole(
  { pull, openPulls }: OpenedPull,
  outcome: Exclude<JudgedPromotion, { readonly state: "no-promotion" }>,
): boolean {
  if (outcome.state === "invalid" || openPulls.state === "missing") return false;
  const isOther = ({ headRefOid, number }: ListedPull) =>
    headRefOid === pull.head && number !== pull.number;
  return isSure(outcome) && !openPulls.value.some(isOther);
}

/** The same, with all that is asked for put down. */
function telling(opened: OpenedPull, requests: FactRequest[]): OpenedPull {
  const { source } = opened;
  const read: FactSource["read"] = (asked) => {
    requests.push(...asked);
    return source.read(asked);
  };
  return { ...opened, source: { read } };
}

type Told = Pick<Promoted, "outcome" | "applied"> | "moved";

async function tell(
  opened: OpenedPull,
  outcome: Extract<JudgedPromotion, { readonly state: "judged" }>,
  { awaited, ...promoting }: Promoting & { readonly awaited: Awaited | null },
): Promise<Told> {
  const sharers = await judgeSharers(opened, outcome, promoting);
  const about = { ...promoting, sharers, now: promoting.now() };
  const input = await planInputOf(opened, outcome, about);
  const { policy, verdict } = outcome;
  const { surroundings } = input;
  const applied = await carryOut(input, {
    ...promoting,
    answers:
      awaited === null ? [] : await answersTo(awaited, { opened, policy, verdict, surroundings }),
    isStill: () => isStillThere(opened.pull, promoting),
  });
  return applied === "moved" ? applied : { outcome, applied };
}

/** A policy with problems lets nothing pass, under whatever name is waited for. */
async function refuse(
  opened: OpenedPull,
  outcome: Extract<JudgedPromotion, { readonly state: "invalid" }>,
  promoting: Promoting,
): Promise<Told> {
  const applied: Applied[] = [];
  const [first, ...others] = await stagesWithoutPolicy(opened, promoting);
  for (const stage of [first, ...others]) {
    const said = { ...outcome, verdict: { ...outcome.verdict, stage } };
    const about = { ...promoting, sharers: [], now: promoting.now() };
    const input = await planInputOf(opened, said, about);
    // One comment says it for all names.
    const wants = { ...promoting.wants, comment: promoting.wants.comment && stage === first };
    const isStill = () => isStillThere(opened.pull, promoting);
    const done = await carryOut(input, { ...promoting, wants, answers: [], isStill });
    if (done === "moved") return done;
    applied.push(...done);
  }
  return { outcome: { ...outcome, verdict: { ...outcome.verdict, stage: first } }, applied };
}
