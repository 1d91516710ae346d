import { setTimeout as wait } from "node:timers/promises";
import { type Answered, bringAtOnce } from "./bring-at-once.ts";
import { deliveryOf, TOUCHING } from "./deliveries.ts";
import type { Pushed, Seen, SeenPull } from "./github/orders.ts";
import { type Started, start } from "./started.ts";

export const BURST = 500;
export const DEBOUNCE = 1_000;
const LONGEST = 30_000;

export interface Burst {
  readonly pulls: number;
  readonly latency: number;
  readonly accepted: number;
  /** Of the answers to the deliveries, in milliseconds. */
  readonly p99: number;
  /** Of one pull request at most. */
  readonly evaluations: number;
  readonly calls: number;
  /** Pull requests whose head has the one check run that it should have. */
  readonly right: number;
  /** From the first delivery until the last of them had it, in milliseconds. */
  readonly settled: number;
  readonly comments: number;
  /** Of the service, in milliseconds. */
  readonly cpu: number;
  /** Of that for taking one delivery. */
  readonly taking: number;
}

/** Whom the first burst is about, which finds a process that has judged nothing yet, and the second. */
const SHOPS = [
  { installation: 2, repository: "org-2/shop" },
  { installation: 1, repository: "org-1/shop" },
] as const;

type Shop = (typeof SHOPS)[number];

/** One burst after another on the same service: by a process that was just started, and by one that runs. */
export async function measureBursts(
  pulls: number,
  latency: number,
): Promise<{ readonly first: Burst; readonly next: Burst }> {
  const started = await start({ organizations: 2, pulls, latency }, { debounce: DEBOUNCE });
  try {
    const [one, other] = SHOPS;
    const first = await burst(started, one, { pulls, latency });
    return { first, next: await burst(started, other, { pulls, latency }) };
  } finally {
    await started.stop();
  }
}

/**
 * So many deliveries at once, about pull requests that nobody has looked at yet. One in three is pushed
 * to once more while they come, and half of all are complete in the end.
 */
async function burst(
  started: Started,
  shop: Shop,
  { pulls, latency }: Pick<Burst, "pulls" | "latency">,
): Promise<Burst> {
  await started.look(true);
  const numbers = Array.from({ length: pulls }, (_, index) => index + 1);
  const halves = [halfOf(started, shop, numbers), halfOf(started, shop, numbers)];
  const { cpu: before } = await started.tell();
  const begun = Date.now();
  const sent: Promise<Answered>[] = [];
  for (const [turn, send] of halves.entries()) {
    await pushAll(started, shop, turn === 0 ? numbers : numbers.filter(isPushedAgain));
    sent.push(...send());
  }
  const answers = await Promise.all(sent);
  const { cpu: taken } = await started.tell();
  const seen = await settle(started, shop, pulls);
  const { cpu } = await started.tell();
  const times = answers.map(({ time }) => time).sort((a, b) => a - b);
  return {
    ...{ pulls, latency },
    accepted: answers.filter(({ status }) => status === 202).length,
    p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
    evaluations: Math.max(0, ...seen.evaluations),
    cpu: cpu - before,
    taking: (taken - before) / BURST,
    calls: seen.reads + Object.values(seen.writes).reduce((sum, count) => sum + count, 0),
    right: seen.pulls.filter(isRight).length,
    settled: Math.max(...seen.pulls.map(({ writtenAt }) => writtenAt ?? Number.NaN)) - begun,
    comments: seen.pulls.filter(({ comments }) => comments === 1).length,
  };
}

function isPushedAgain(number: number): boolean {
  return number % 3 === 0 || number === 1;
}

async function pushAll(
  started: Started,
  { repository }: Shop,
  numbers: readonly number[],
): Promise<void> {
  const pulls = numbers.map((number): Pushed => ({ repository, number, ready: number % 2 === 0 }));
  await started.push(pulls);
}

/** Of the deliveries, about each of the pull requests in turn. */
function halfOf({ webhooks }: Started, shop: Shop, numbers: readonly number[]) {
  const deliveries = Array.from({ length: BURST / 2 }, (_, index) => {
    const event = TOUCHING[Math.floor(index / numbers.length) % TOUCHING.length] ?? "pull_request";
    const number = numbers[index % numbers.length] ?? 1;
    return deliveryOf(event, { ...shop, number, head: "" });
  });
  return bringAtOnce(deliveries, webhooks);
}

/** Until all is as it should be and stays so, or for as long as anybody would wait. */
async function settle(started: Started, shop: Shop, pulls: number) {
  const begun = Date.now();
  for (;;) {
    await wait(100);
    const seen = seenOf(shop, await started.look());
    const isDone = seen.pulls.filter(isRight).length === pulls && (await started.tell()).isIdle;
    if (isDone || Date.now() - begun > LONGEST) {
      if (seen.unknown.length > 0)
        throw new Error(`nobody wrote down ${[...new Set(seen.unknown)].join("; ")}`);
      return seen;
    }
  }
}

function seenOf({ repository }: Shop, seen: Seen) {
  const evaluations = Object.entries(seen.evaluations).flatMap(([pull, count]) =>
    pull.startsWith(`${repository}#`) ? [count] : [],
  );
  return { ...seen, evaluations, pulls: seen.pulls.filter((one) => one.repository === repository) };
}

function isRight({ runs, conclusion, ready }: SeenPull): boolean {
  return runs === 1 && conclusion === (ready ? "success" : "failure");
}
