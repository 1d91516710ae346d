import { BURST, type Burst, DEBOUNCE, measureBursts } from "./burst.ts";
import { measureOneEvent, PROMOTIONS } from "./one-event.ts";
import { measureSteady } from "./steady.ts";

export interface Row {
  readonly name: string;
  readonly figure: string;
  /** The figure over its limit, and what that should be at most. */
  readonly ratio: readonly [number, number];
}

/** What others do with events, measured on loopback in November 2026. */
export const OTHERS = `
policy-bot (2024-10):   8 calls for an event; of 500 webhooks 110 taken, 390 answered 503 and lost;
                        one pull request evaluated 110 times (880 calls); about 22 evaluations/s at 50 ms
mergeable (2024-06):    8 to 9 calls and 1.2 to 2.0 s for an event; 20 at once answered after 9.1 s and
                        done after 20 s: 160 calls, 20 check runs on one commit`;

/** The service under load, each figure with its store, GitHub's latency and the pull requests. */
export async function* measureApp({ isLong }: { readonly isLong: boolean }): AsyncGenerator<Row> {
  yield* rowsOfEvents();
  for (const pulls of [1, 100]) {
    for (const latency of [0, 50, 200]) yield* rowsOfBursts(await measureBursts(pulls, latency));
  }
  yield* rowsOfSteady(isLong ? 60 : 10);
  yield* rowsOfFlood(10, 1_000);
}

async function* rowsOfEvents(): AsyncGenerator<Row> {
  for (const open of [PROMOTIONS, 1_000, 5_000]) {
    const { pulls, time, reads, writes } = await measureOneEvent(open);
    yield {
      name: `one event, ${pulls} open`,
      figure: `SQLite, API 0 ms, ${PROMOTIONS} into production: check run ${time.toFixed(0)} ms after the debounce, limit 150 ms`,
      ratio: [time / 150, 1],
    };
    yield {
      name: "  nothing changed",
      figure: `${reads} reads, limit 2, and ${writes} writes`,
      ratio: [writes === 0 ? reads / 2 : Number.POSITIVE_INFINITY, 1],
    };
  }
}

async function* rowsOfSteady(seconds: number): AsyncGenerator<Row> {
  const { pulls, rate, refused, memory, lag, cpu } = await measureSteady(seconds, 500);
  const mb = memory.map((bytes) => (bytes / 1e6).toFixed(0));
  const [, end] = memory;
  yield {
    name: `${rate.toFixed(0)} webhooks/s for ${seconds} s`,
    figure: `SQLite, API 0 ms, ${pulls} pulls of 50 installations: ${refused} refused, ${mb.join(" then ")} MB, limit 300 MB`,
    ratio: [refused === 0 ? end / 300e6 : Number.POSITIVE_INFINITY, 1],
  };
  yield {
    name: "  lag beyond the debounce",
    figure: `median ${lag.median.toFixed(0)} ms, p99 ${lag.p99.toFixed(0)} ms, limit 2000 ms; ${cpu.toFixed(1)} ms of CPU for a webhook`,
    ratio: [lag.p99 / 2_000, 1],
  };
}

/** More than GitHub would ever send: what counts is that each is taken. */
async function* rowsOfFlood(seconds: number, rate: number): AsyncGenerator<Row> {
  const { pulls, refused, p99 } = await measureSteady(seconds, rate);
  yield {
    name: `${rate} webhooks/s for ${seconds} s`,
    figure: `SQLite, API 0 ms, ${pulls} pulls of 50 installations: ${refused} refused, p99 ${p99.toFixed(0)} ms, limit 1000 ms`,
    ratio: [refused === 0 ? p99 / 1_000 : Number.POSITIVE_INFINITY, 1],
  };
}

const ANSWERED = 250;
const EVALUATIONS = 3;
const SETTLED = 2_500;

/** What the first burst takes is told as well; a service is started once, and its limits are of one that runs. */
function* rowsOfBursts({
  first,
  next: burst,
}: {
  readonly first: Burst;
  readonly next: Burst;
}): Generator<Row> {
  const { pulls, latency, accepted, p99, evaluations, calls, right, settled, comments } = burst;
  const name = `${BURST} webhooks, ${pulls} ${pulls === 1 ? "pull request" : "pulls"}`;
  const setting = `SQLite, API ${latency} ms`;
  yield {
    name,
    figure: `${setting}: ${accepted} taken with ${burst.taking.toFixed(2)} ms of CPU each, p99 ${p99.toFixed(0)} ms, limit ${ANSWERED} ms (${first.p99.toFixed(0)} ms just started)`,
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
    figure: `${right} of ${pulls} after ${(settled / 1000).toFixed(2)} s, ${debounced}; ${comments} comments by then; ${burst.cpu.toFixed(0)} ms of CPU (${(first.settled / 1000).toFixed(2)} s just started)`,
    ratio: [right === pulls ? settled / SETTLED : Number.POSITIVE_INFINITY, 1],
  };
}
