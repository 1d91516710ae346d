import { setTimeout as wait } from "node:timers/promises";
import type { Answered } from "./bring-at-once.ts";
import { type About, bring, type Delivery, deliveryOf, OTHERS, TOUCHING } from "./deliveries.ts";
import { type Started, start } from "./started.ts";

/** GitHub's limits are each installation's: one would have used its own up within seconds. */
const ORGANIZATIONS = 50;
const PULLS = 4;
const DEBOUNCE = 1_000;
/** One in so many may change a verdict. */
const TOUCHES = 10;

export interface Steady {
  readonly seconds: number;
  readonly pulls: number;
  /** Deliveries that were sent in a second, as far as they could be. */
  readonly rate: number;
  readonly refused: number;
  /** Of the answers to the deliveries, from when this process set about to send one; milliseconds. */
  readonly p99: number;
  /** Bytes, after a third of the time and at its end. */
  readonly memory: readonly [number, number];
  /** From a push until its head had a check run, beyond the debounce, in milliseconds. */
  readonly lag: { readonly median: number; readonly p99: number };
  /** CPU of the service for one delivery, evaluations included, in milliseconds. */
  readonly cpu: number;
}

/** So many deliveries a second for so long, of which each tenth is about a push. */
export async function measureSteady(seconds: number, rate: number): Promise<Steady> {
  const started = await start(
    { organizations: ORGANIZATIONS, pulls: PULLS, latency: 0 },
    { debounce: DEBOUNCE },
  );
  try {
    const abouts = Array.from({ length: ORGANIZATIONS * PULLS }, (_, index): About => {
      const installation = (index % ORGANIZATIONS) + 1;
      const number = Math.floor(index / ORGANIZATIONS) + 1;
      return { repository: `org-${installation}/shop`, installation, number, head: "0".repeat(40) };
    });
    const before = await started.tell();
    const begun = Date.now();
    const sent: Promise<Answered>[] = [];
    let early = before.rss;
    for (let second = 0; second < seconds; second += 1) {
      sent.push(...(await sendSecond(started, abouts, { rate, second })));
      if (second === Math.floor(seconds / 3)) early = (await started.tell()).rss;
      await wait(Math.max(0, begun + (second + 1) * 1_000 - Date.now()));
    }
    const answers = await Promise.all(sent);
    const times = answers.map(({ time }) => time).sort((a, b) => a - b);
    const taken = (Date.now() - begun) / 1_000;
    const { rss, cpu } = await started.tell();
    await wait(DEBOUNCE + 3_000);
    const seen = await started.look();
    if (seen.unknown.length > 0) throw new Error(`nobody wrote down ${seen.unknown[0]}`);
    const lags = seen.settled.map((time) => time - DEBOUNCE).sort((a, b) => a - b);
    const at = (share: number) => lags[Math.floor(lags.length * share)] ?? Number.NaN;
    return {
      ...{ seconds, pulls: abouts.length, rate: answers.length / taken },
      refused: answers.filter(({ status }) => status !== 202).length,
      p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
      memory: [early, rss],
      lag: { median: at(0.5), p99: at(0.99) },
      cpu: (cpu - before.cpu) / answers.length,
    };
  } finally {
    await started.stop();
  }
}

/** Spread over the second in twenty parts. */
async function sendSecond(
  started: Started,
  abouts: readonly About[],
  { rate, second }: { readonly rate: number; readonly second: number },
): Promise<readonly Promise<Answered>[]> {
  const sent: Promise<Answered>[] = [];
  const parts = 20;
  const begun = Date.now();
  for (let part = 0; part < parts; part += 1) {
    const first = second * rate + (part * rate) / parts;
    const indexes = Array.from({ length: rate / parts }, (_, index) => first + index);
    const touching = indexes.filter((index) => index % TOUCHES === 0);
    const about = (index: number) => abouts[index % abouts.length] as About;
    await started.push(
      // Each pull request goes back and forth between ready and not.
      touching.map((index) => ({ ...aboutOf(index, abouts), ready: second % 2 === 0 })),
    );
    for (const index of indexes) {
      const isTouching = index % TOUCHES === 0;
      const name = isTouching
        ? (TOUCHING[index % TOUCHING.length] ?? "pull_request")
        : (OTHERS[index % OTHERS.length] ?? "star");
      const of = isTouching ? aboutOf(index, abouts) : about(index);
      sent.push(timed(deliveryOf(name, of), started.webhooks));
    }
    await wait(Math.max(0, begun + ((part + 1) * 1_000) / parts - Date.now()));
  }
  return sent;
}

async function timed(delivery: Delivery, to: string): Promise<Answered> {
  const begun = performance.now();
  const status = await bring(delivery, to);
  return { status, time: performance.now() - begun };
}

/** In turn, so that each of them is pushed to every few seconds. */
function aboutOf(index: number, abouts: readonly About[]): About {
  return abouts[(index / TOUCHES) % abouts.length] as About;
}
