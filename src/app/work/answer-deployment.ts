import { answerGate } from "../../github/deployment-gate.ts";
import { GitHubFailure } from "../../github/failure.ts";
import { type AskedDeployment, judgeDeployment } from "../../promotion/judge-deployment.ts";
import { entryOf } from "./entry-of.ts";
import type { Held, Looked } from "./look.ts";
import { type Judging, promotingIn } from "./promoting-in.ts";

/** What cannot be judged is tried so often; then the answer is no, so that nothing waits for ever. */
const TRIES = 3;

/** Lets a deployment go on, or ends it. */
export async function answerDeployment(
  asked: AskedDeployment,
  held: Held,
  judging: Judging,
): Promise<Looked> {
  const { lease } = held;
  const { installation, now } = judging;
  const deploying = promotingIn(held, judging);
  const judged = await judgeDeployment(asked, deploying);
  if (judged.state === "over") return { state: "settled", next: null };
  const { answer, head, stage, isSure } = judged;
  if (!isSure && lease.attempts < TRIES) throw new GitHubFailure("unreadable", answer.comment);
  const { pausedUntil } = installation.traffic;
  if (!isSure && pausedUntil > now()) return { state: "postponed", until: pausedUntil };
  const became = await answerGate(asked, answer, deploying);
  if (became === "late") return { state: "settled", next: null };
  const detail = { comment: answer.comment };
  const about = { at: now(), kind: "deployment", stage, head, outcome: answer.state, detail };
  return { state: "settled", next: null, history: [entryOf(lease, about)] };
}
