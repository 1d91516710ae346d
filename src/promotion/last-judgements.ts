import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import type { OpenedPull } from "../github/open-pull.ts";
import { type FactRequest, factKey } from "../model/fact.ts";
import type { Verdict } from "../model/verdict.ts";
import { LatelyUsed } from "./lately-used.ts";

/** Of as many pull requests. */
const MOST = 1_000;
/** As often as sweeps come: what is planned for issues depends on the day as well. */
const LONGEST = 10 * 60_000;

/** A judgement after which there was nothing to write. */
export interface LastJudgement {
  /** What it asked to know. */
  readonly requests: readonly FactRequest[];
  readonly verdict: Pick<Verdict, "stage" | "decision" | "validUntil">;
}

interface Kept extends LastJudgement {
  /** Of all that GitHub showed, ours among it. */
  readonly digest: string;
  readonly at: number;
}

/**
 * What was judged last, and needed nothing to be written. A judgement is a function of what GitHub
 * shows and of the time, and so is what is to be written: where GitHub shows the same again there is
 * nothing to judge before `validUntil`. Belongs to whoever judges always in the same way.
 */
export class LastJudgements {
  readonly #kept = new LatelyUsed<Kept>(MOST);

  /** The last one, where it would be the same now. Reads what it had asked for; the source keeps it. */
  async findAgain(opened: OpenedPull, now: number): Promise<LastJudgement | null> {
    const key = keyOf(opened);
    const kept = this.#kept.get(key);
    if (kept === undefined) return null;
    const { validUntil } = kept.verdict;
    const isOver = validUntil !== null && now >= validUntil;
    const isRecent = now >= kept.at && now < kept.at + LONGEST;
    const isSame = !isOver && isRecent && (await digestOf(opened, kept.requests)) === kept.digest;
    if (isSame) return kept;
    this.#kept.delete(key);
    return null;
  }

  /** @param now when it was judged */
  async note(opened: OpenedPull, judged: LastJudgement, now: number): Promise<void> {
    const requests = [...new Map(judged.requests.map((one) => [factKey(one), one])).values()];
    const { stage, decision, validUntil } = judged.verdict;
    const digest = await digestOf(opened, requests);
    const verdict = { stage, decision, validUntil };
    this.#kept.set(keyOf(opened), { requests, digest, at: now, verdict });
  }
}

function keyOf({ pull: { repository, number } }: OpenedPull): string {
  return `${repository}#${number}`;
}

/**
 * Of everything that was shown, whatever it is: nobody has to remember what counts. Only of others
 * that are open the head is left out, as long as it is another: they are pushed to all the time.
 */
async function digestOf(opened: OpenedPull, requests: readonly FactRequest[]): Promise<string> {
  const { source, openPulls, ...shown } = opened;
  const others =
    openPulls.state === "missing"
      ? openPulls
      : openPulls.value.map((one) => {
          const { number, baseRefName, headRefOid } = one;
          return headRefOid === opened.pull.head ? one : { number, baseRefName };
        });
  const facts = await source.read(requests);
  return createHash("sha256")
    .update(serialize([shown, others, facts]))
    .digest("base64");
}
