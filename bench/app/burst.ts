import { setTimeout as wait } from "node:timers/promises";
import { type About, type Answered, bring, deliveryOf, TOUCHING } from "./deliveries.ts";
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
    const { cpu: before } = await started.tell();
    const begun = Date.now();
    const numbers = Array.from({ length: pulls }, (_, index) => index + 1);
    const first = await pushAll(started, numbers);
    const half = first.length === 0 ? [] : sendTo(started, first, BURST / 2);
    const again = await pushAll(
      started,
      numbers.filter((number) => number % 3 === 0 || pulls === 1),
    );
    const heads = new Map([...first, ...again].map((about) => [about.number, about]));
    const answers = await Promise.all([
      ...half,
      ...sendTo(started, [...heads.values()], BURST / 2),
    ]);
    const seen = await settle(started, pulls);
    const { cpu } = await started.tell();
    const times = answers.map(({ time }) => time).sort((a, b) => a - b);
    return {
      ...{ pulls, latency },
      accepted: answers.filter(({ status }) => status === 202).length,
      p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
      evaluations: Math.max(0, ...Object.values(seen.evaluations)),
      cpu: cpu - before,
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

async function pushAll(started: Started, numbers: readonly number[]): Promise<readonly About[]> {
  const pulls = numbers.map((number): Pushed => {
    return { repository: REPOSITORY, number, ready: number % 2 === 0 };
  });
  const heads = await started.push(pulls);
  return pulls.map(({ repository, number }, index) => {
    return { repository, installation: 1, number, head: heads[index] ?? "" };
  });
}

function sendTo(
  { webhooks }: Started,
  abouts: readonly About[],
  count: number,
): readonly Promise<Answered>[] {
  const deliveries = Array.from({ length: count }, (_, index) => {
    const event = TOUCHING[Math.floor(index / abouts.length) % TOUCHING.length] ?? "pull_request";
    const about = abouts[index % abouts.length];
    if (about === undefined) throw new Error("there is nothing to tell of");
    return deliveryOf(event, about);
  });
  return deliveries.map((delivery) => bring(delivery, webhooks));
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
