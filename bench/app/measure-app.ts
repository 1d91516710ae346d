import { BURST, type Burst, DEBOUNCE, measureBurst } from "./burst.ts";

export interface Row {
  readonly name: string;
  readonly figure: string;
  /** The figure over its limit, and what that should be at most. */
  readonly ratio: readonly [number, number];
}

/**
 * What others do with the same burst, measured on loopback in November 2026: policy-bot of 2024-10 took
 * 110 of 500 webhooks and lost the others with 503, evaluated one pull request 110 times with 880 calls,
 * and gets through about 22 evaluations in a second at 50 ms; mergeable of 2024-06 takes 8 calls and up
 * to 2 s for one event, and 20 s for 20 at once.
 */
export const OTHERS = `
policy-bot (2024-10):   8 calls for an event; of 500 webhooks 110 taken, 390 answered 503 and lost;
                        one pull request evaluated 110 times (880 calls); about 22 evaluations/s at 50 ms
mergeable (2024-06):    8 to 9 calls and 1.2 to 2.0 s for an event; 20 at once answered after 9.1 s and
                        done after 20 s: 160 calls, 20 check runs on one commit`;

/** The service under load, each figure with its store, GitHub's latency and the pull requests. */
export async function* measureApp(): AsyncGenerator<Row> {
  for (const pulls of [1, 100]) {
    for (const latency of [0, 50, 200]) yield* rowsOf(await measureBurst(pulls, latency));
  }
}

const ANSWERED = 250;
const EVALUATIONS = 3;
const SETTLED = 2_500;

function* rowsOf(burst: Burst): Generator<Row> {
  const { pulls, latency, accepted, p99, evaluations, calls, right, settled, comments } = burst;
  const name = `${BURST} webhooks, ${pulls} ${pulls === 1 ? "pull request" : "pulls"}`;
  const setting = `SQLite, API ${latency} ms`;
  yield {
    name,
    figure: `${setting}: ${accepted} taken, p99 ${p99.toFixed(0)} ms, limit ${ANSWERED} ms`,
    ratio: [accepted === BURST ? p99 / ANSWERED : Number.POSITIVE_INFINITY, 1],
  };
  yield {
    name: "  evaluations of one",
    figure: `at most ${evaluations}, limit ${EVALUATIONS}; ${calls} calls in all`,
    ratio: [evaluations / EVALUATIONS, 1],
  };
  const debounced = `${DEBOUNCE} ms of it debounce`;
  yield {
    name: "  check runs right",
    figure: `${right} of ${pulls} after ${(settled / 1000).toFixed(2)} s, ${debounced}; ${comments} comments by then`,
    ratio: [right === pulls ? settled / SETTLED : Number.POSITIVE_INFINITY, 1],
  };
}
