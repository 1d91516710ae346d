import { isAncestor } from "../github/ancestry.ts";
import type { GateAnswer } from "../github/deployment-gate.ts";
import { readWaitingRun } from "../github/deployment-gate.ts";
import { failureOf } from "../github/failure.ts";
import { openRepository } from "../github/open-repository.ts";
import { type MergedPull, readBefore, readMerged } from "../github/read-merged.ts";
import type { Policy, Stage } from "../model/policy.ts";
import { stateOf } from "../plan/told-verdict.ts";
import { type DeploymentWord, renderGateAnswer } from "../render/gate-answer.ts";
import { stageOfBranch, stageOfEnvironment } from "../verdict/select-stage.ts";
import { judgePromotion } from "./judge-promotion.ts";
import { loadAtTip } from "./load-at-tip.ts";
import { openPromotion } from "./open-promotion.ts";
import type { Promoting } from "./promote.ts";
import { whyUnjudged } from "./refuse-unjudged.ts";

/** A deployment that waits for our word. */
export interface AskedDeployment {
  /** Id of the workflow run. */
  readonly run: number;
  readonly environment: string;
}

export type JudgedDeployment =
  /** Nobody waits for a word any more. */
  | { readonly state: "over" }
  | {
      readonly state: "judged";
      readonly answer: GateAnswer;
      /** The commit that would be deployed. */
      readonly head: string;
      /** `null` where the environment is no stage's, or nobody could tell. */
      readonly stage: string | null;
      /** Whether it could be judged: what could not may be worth another try. */
      readonly isSure: boolean;
    };

export type Deploying = Pick<
  Promoting,
  "client" | "organizationClient" | "name" | "voice" | "packs" | "now" | "policyBranch"
>;

/**
 * Whether a commit may be deployed: only where a pull request brought it to the stage's branch, where
 * it still is, and that pull request would pass now. What was once said of it counts for nothing.
 *
 * @throws {GitHubFailure} where GitHub does not tell what would be deployed.
 */
export async function judgeDeployment(
  { run, environment }: AskedDeployment,
  deploying: Deploying,
): Promise<JudgedDeployment> {
  const waiting = await readWaitingRun(run, deploying);
  if (waiting === null) return { state: "over" };
  const { head } = waiting;
  let repository = "";
  const told = (words: readonly DeploymentWord[], stage: string | null): JudgedDeployment => ({
    state: "judged",
    answer: renderGateAnswer(words, { environment, stage, head, repository }),
    ...{ head, stage },
    isSure: words.every(isSureOf),
  });
  let stage: Stage | null = null;
  try {
    const opened = await openRepository(deploying);
    repository = opened.url;
    const loaded = loadAtTip(opened.policy, deploying.packs, opened.repository);
    if (loaded.state === "invalid") {
      const [problem] = loaded.problems;
      return told([{ is: "no-policy", why: problem?.message ?? "" }], null);
    }
    stage = stageOfEnvironment(loaded.policy, environment);
    if (stage === null) return told([{ is: "no-stage" }], null);
    return told(await wordsOn(head, { policy: loaded.policy, stage }, deploying), stage.id);
  } catch (error) {
    return told([{ is: "unjudged", why: whyUnjudged(error).message }], stage?.id ?? null);
  }
}

interface About {
  readonly policy: Policy;
  readonly stage: Stage;
}

async function wordsOn(
  head: string,
  { policy, stage }: About,
  deploying: Deploying,
): Promise<readonly DeploymentWord[]> {
  const brought = (await readMerged([head], deploying)).get(head) ?? [];
  const here = brought.filter(
    ({ baseBranch }) => stageOfBranch(policy, baseBranch)?.id === stage.id,
  );
  if (here.length === 0) return [{ is: "not-brought" }];
  // What is in the middle of one was never judged, nor could it be: sign-offs are for its head.
  const whole = here.filter((pull) => pull.mergeCommit === head || pull.head === head);
  if (whole.length === 0) return here.slice(0, 1).map(({ number }) => ({ is: "part", number }));
  const words: DeploymentWord[] = [];
  for (const pull of whole) words.push(await wordOn(pull, head, { policy, stage }, deploying));
  return words;
}

async function wordOn(
  pull: MergedPull,
  head: string,
  { stage }: About,
  deploying: Deploying,
): Promise<DeploymentWord> {
  const { number, baseBranch, tip } = pull;
  if (tip === null || !(await isReachable(head, tip, deploying))) {
    return { is: "gone", number, branch: baseBranch };
  }
  const landed = { landing: head, base: await readBefore(pull, deploying) };
  const seen = await openPromotion(number, { ...deploying, ...landed });
  const outcome = await judgePromotion({ ...deploying, opened: seen, now: deploying.now() });
  // The policy has changed in between: by the one that holds now, nobody knows.
  if (outcome.state === "no-promotion" || outcome.verdict.stage !== stage.id) {
    return { is: "unjudged", number, why: "the policy changed meanwhile" };
  }
  const { verdict } = outcome;
  const policy = outcome.state === "judged" ? outcome.policy : null;
  return { is: "judged", number, passes: stateOf(verdict, policy) === "success", verdict };
}

async function isReachable(head: string, tip: string, deploying: Deploying): Promise<boolean> {
  try {
    return await isAncestor(head, tip, deploying);
  } catch (error) {
    const failure = failureOf(error);
    // GitHub knows no way from one to the other.
    if (failure.status === 404) return false;
    throw failure;
  }
}

/** What GitHub did not answer it may answer the next time. */
function isSureOf(word: DeploymentWord): boolean {
  if (word.is !== "judged" || word.passes) return word.is !== "unjudged";
  return !word.verdict.gates.some(({ rules }) =>
    rules.some(({ outcome }) => outcome === "errored"),
  );
}
