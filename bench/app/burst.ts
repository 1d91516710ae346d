import { setTimeout as wait } from "node:timers/promises";
import { type Answered, bringAtOnce } from "./bring-at-once.ts";
import { bring, deliveryOf, TOUCHING } from "./deliveries.ts";
import type { Pushed, Seen, SeenPull } from "./github/orders.ts";
import { type Started, start } from "./started.ts";

export const BURST = 500;
export const DEBOUNCE = 1_000;
const LONGEST = 30_000;
const REPOSITORY = "org-1/shop";

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

/**
 * So many deliveries at once, about pull requests that nobody has looked at yet. One in three is pushed
 * to once more while they come, and half of all are complete in the end.
 */
export async function measureBurst(pulls: number, latency: number): Promise<Burst> {
  const started = await start({ organizations: 2, pulls, latency }, { debounce: DEBOUNCE });
  try {
    await warmUp(started);
    await started.look(true);
    const numbers = Array.from({ length: pulls }, (_, index) => index + 1);
    const halves = [halfOf(started, numbers), halfOf(started, numbers)];
    const { cpu: before } = await started.tell();
    const begun = Date.now();
    const sent: Promise<Answered>[] = [];
    for (const [turn, send] of halves.entries()) {
      await pushAll(started, turn === 0 ? numbers : numbers.filter(isPushedAgain));
      sent.push(...send());
    }
    const answers = await Promise.all(sent);
    const { cpu: taken } = await started.tell();
    const seen = await settle(started, pulls);
    const { cpu } = await started.tell();
    const times = answers.map(({ time }) => time).sort((a, b) => a - b);
    return {
      ...{ pulls, latency },
      accepted: answers.filter(({ status }) => status === 202).length,
      p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
      evaluations: Math.max(0, ...Object.values(seen.evaluations)),
      cpu: cpu - before,
      taking: (taken - before) / BURST,
      calls: seen.reads + Object.values(seen.writes).reduce((sum, count) => sum + count, 0),
      right: seen.pulls.filter(isRight).length,
      settled: Math.max(...seen.pulls.map(({ writtenAt }) => writtenAt ?? Number.NaN)) - begun,
      comments: seen.pulls.filter(({ comments }) => comments === 1).length,
    };
  } finally {
    await started.stop();
  }
}

/** So that not the compiler and the first token are measured; by another installation's pull requests. */
async function warmUp(started: Started): Promise<void> {
  const about = { repository: "org-2/shop", installation: 2, number: 1, head: "0".repeat(40) };
  for (let turn = 0; turn < 20; turn += 1)
    await bring(deliveryOf("issue_comment", about), started.webhooks);
  await wait(DEBOUNCE + 300);
}

function isPushedAgain(number: number): boolean {
  return number % 3 === 0 || number === 1;
}

async function pushAll(started: Started, numbers: readonly number[]): Promise<void> {
  const pulls = numbers.map((number): Pushed => {
    return { repository: REPOSITORY, number, ready: number % 2 === 0 };
  });
  await started.push(pulls);
}

/** Of the deliveries, about each of the pull requests in turn. */
function halfOf({ webhooks }: Started, numbers: readonly number[]) {
  const deliveries = Array.from({ length: BURST / 2 }, (_, index) => {
    const event = TOUCHING[Math.floor(index / numbers.length) % TOUCHING.length] ?? "pull_request";
    const number = numbers[index % numbers.length] ?? 1;
    return deliveryOf(event, { repository: REPOSITORY, installation: 1, number, head: "" });
  });
  return bringAtOnce(deliveries, webhooks);
}

/** Until all is as it should be and stays so, or for as long as anybody would wait. */
async function settle(started: Started, pulls: number) {
  const begun = Date.now();
  for (;;) {
    await wait(100);
    const seen = ofBurst(await started.look());
    const isDone = seen.pulls.filter(isRight).length === pulls && (await started.tell()).isIdle;
    if (isDone || Date.now() - begun > LONGEST) {
      if (seen.unknown.length > 0)
        throw new Error(`nobody wrote down ${[...new Set(seen.unknown)].join("; ")}`);
      return seen;
    }
  }
}

function ofBurst(seen: Seen): Seen {
  return { ...seen, pulls: seen.pulls.filter(({ repository }) => repository === REPOSITORY) };
}

function isRight({ runs, conclusion, ready }: SeenPull): boolean {
  return runs === 1 && conclusion === (ready ? "success" : "failure");
}
