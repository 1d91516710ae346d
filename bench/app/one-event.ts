import { setTimeout as wait } from "node:timers/promises";
import { median } from "../whole-process.ts";
import { bring, deliveryOf } from "./deliveries.ts";
import { start } from "./started.ts";

const DEBOUNCE = 300;
const ROUNDS = 12;
/** Not many ask to promote at once, however many ask to merge into the default branch. */
export const PROMOTIONS = 10;

export interface OneEvent {
  /** Open pull requests, of which {@link PROMOTIONS} at most are promotions. */
  readonly pulls: number;
  /** From the webhook to the finished check run beyond the debounce, median, in milliseconds. */
  readonly time: number;
  /** Calls that only read, and that write, where nothing has changed. */
  readonly reads: number;
  readonly writes: number;
}

/** One event at a time, beside so many open pull requests: first about a push, then about nothing new. */
export async function measureOneEvent(pulls: number): Promise<OneEvent> {
  const promotions = Math.min(pulls, PROMOTIONS);
  const started = await start(
    { organizations: 1, pulls: promotions, others: pulls - promotions, latency: 0 },
    { debounce: DEBOUNCE },
  );
  const about = { repository: "org-1/shop", installation: 1, number: 1, head: "" };
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await started.look(true);
      await started.push([{ ...about, ready: round % 2 === 0 }]);
      await bring(deliveryOf("pull_request", about), started.webhooks);
      await wait(DEBOUNCE + 700);
      const [settled] = (await started.look()).settled;
      // The first ones warm the compiler.
      if (settled !== undefined && round > 1) times.push(settled - DEBOUNCE);
    }
    await started.look(true);
    await bring(deliveryOf("pull_request", about), started.webhooks);
    await wait(DEBOUNCE + 1_500);
    const { reads, writes } = await started.look();
    const written = Object.values(writes).reduce((sum, count) => sum + count, 0);
    return { pulls, time: median(times), reads, writes: written };
  } finally {
    await started.stop();
  }
}
