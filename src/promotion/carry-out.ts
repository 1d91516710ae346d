import { type Applied, applyEffects } from "../github/apply-effects.ts";
import type { GitHubClient, RepositoryName } from "../github/client.ts";
import { readOwnComments, readOwnIssues } from "../github/read-again.ts";
import type { AnswerEffect, Effect } from "../model/effect.ts";
import type { Surroundings } from "../model/surroundings.ts";
import type { PlanInput } from "../plan/plan-input.ts";
import { planVerdict } from "../plan/plan-verdict.ts";
import { STEPS } from "../plan/steps.ts";

export interface Wanted {
  readonly comment: boolean;
  readonly issues: boolean;
  /** Plan, and change nothing. */
  readonly dryRun: boolean;
}

/** Has one run at a time do something in the repository, in whatever process it is. */
export type Alone = <Result>(work: () => Promise<Result>) => Promise<Result>;

export interface CarryingOut {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly wants: Wanted;
  /** To whoever wrote commands. */
  readonly answers: readonly AnswerEffect[];
  /** Where others may open the same issues at once. */
  readonly alone?: Alone;
  /** Whether what was judged is still what stands there. */
  isStill(): Promise<boolean>;
}

/**
 * Applies what is planned, step by step. What a step created is looked for again before the next:
 * so that the comment names the issues, and of two runs that created the same thing one takes its
 * own back.
 *
 * @returns what was done, or `moved` where something else stands there by now; then nothing was.
 */
export async function carryOut(
  input: PlanInput,
  carrying: CarryingOut,
): Promise<readonly Applied[] | "moved"> {
  const wanted = (effects: readonly Effect[]) =>
    effects.filter((effect) => isWanted(effect, carrying.wants));
  const answers = wanted(carrying.answers);
  const planned = new Map(STEPS.map((step) => [step, wanted(step(input))]));
  const all = [...[...planned.values()].flat(), ...answers];
  if (all.length === 0) return [];
  if (carrying.wants.dryRun) return all.map((effect) => ({ effect, failure: null }));
  try {
    if (!(await carrying.isStill())) return "moved";
  } catch (error) {
    // It was so a moment ago: a pass that is gone may not stand because nobody can look again.
    await applyEffects(wanted(planVerdict(input)).filter(blocks), carrying);
    throw error;
  }
  const applied: Applied[] = [];
  let { surroundings } = input;
  for (const step of STEPS) {
    // To write a verdict and a comment out takes as long as to judge: not twice for nothing.
    const before = surroundings === input.surroundings ? planned.get(step) : undefined;
    const effects = before ?? wanted(step({ ...input, surroundings }));
    const { alone } = carrying;
    const done =
      alone !== undefined && effects.some(isOfShared)
        ? await alone(async () => {
            // Another may have opened or changed them since they were listed.
            surroundings = { ...surroundings, issues: await readOwnIssues(carrying) };
            return applyEffects(wanted(step({ ...input, surroundings })), carrying);
          })
        : await applyEffects(effects, carrying);
    applied.push(...done);
    surroundings = await lookAgain(surroundings, done, carrying);
    if (!done.some(isCreation)) continue;
    const again = wanted(step({ ...input, surroundings })).filter((effect) =>
      takesBack(effect, done),
    );
    applied.push(...(await applyEffects(again, carrying)));
  }
  applied.push(...(await applyEffects(answers, carrying)));
  return applied;
}

function blocks(effect: Effect): boolean {
  if (effect.kind === "set-status") return effect.state !== "success";
  return "said" in effect && effect.said.conclusion !== "success";
}

function isWanted({ kind }: Effect, { comment, issues }: Wanted): boolean {
  if (kind === "reply" || kind.endsWith("-comment")) return comment;
  return issues || !kind.endsWith("-issue");
}

async function lookAgain(
  surroundings: Surroundings,
  done: readonly Applied[],
  carrying: CarryingOut,
): Promise<Surroundings> {
  const happened = (kind: Effect["kind"]) =>
    done.some(({ effect, failure }) => failure === null && effect.kind === kind);
  if (happened("create-issue")) {
    return { ...surroundings, issues: await readOwnIssues(carrying) };
  }
  if (happened("create-comment") && surroundings.pull !== null) {
    const comments = await readOwnComments(surroundings.pull.number, carrying);
    return { ...surroundings, comments };
  }
  return surroundings;
}

/** One issue is about all promotions that lack the same: each adds itself to what the others wrote. */
function isOfShared({ kind }: Effect): boolean {
  return kind === "create-issue" || kind === "update-issue";
}

function isCreation({ effect, failure }: Applied): boolean {
  return failure === null && (effect.kind === "create-issue" || effect.kind === "create-comment");
}

/**
 * What undoes our own of several that came to be at once. Those of others are theirs to take back,
 * or the next run's: else each run would close all of them, and say so on all.
 */
function takesBack(effect: Effect, done: readonly Applied[]): boolean {
  if (effect.kind === "delete-comment") return done.some(({ comment }) => comment === effect.id);
  if (effect.kind === "close-issue") return done.some(({ opened }) => opened === effect.number);
  return false;
}
