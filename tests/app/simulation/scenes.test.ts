import { afterEach, beforeEach, expect, test } from "vitest";
import { APP, DEADLINE_OVER, STAGE_BRANCH } from "./hosted-state.ts";
import { ALL_COME, Simulation } from "./simulation.ts";

const MINUTE = 60_000;

let simulation: Simulation;

beforeEach(async () => {
  simulation = await Simulation.open(1);
  simulation.start();
  await pass(MINUTE);
});

afterEach(() => simulation.end());

function pass(milliseconds: number): Promise<void> {
  const { clockwork } = simulation;
  return clockwork.run(clockwork.now + milliseconds);
}

function open(): void {
  const { hosted } = simulation;
  hosted.openPull(1, hosted.commit({}), STAGE_BRANCH);
}

/** Of our check runs, oldest first. */
function conclusions(): readonly string[] {
  return simulation.hosted.state.runs
    .filter(({ app }) => app === APP)
    .map(({ conclusion }) => conclusion);
}

test("T6: a hundred events of one pull request are answered by at most three looks", async () => {
  open();
  await pass(MINUTE);
  const before = simulation.claims.looks.length;
  for (let count = 0; count < 100; count += 1) simulation.hosted.say(1, "ana", `Comment ${count}`);
  await pass(MINUTE);
  const looks = simulation.claims.looks.slice(before).filter(({ subject }) => subject === "pull/1");
  expect(looks.length).toBeGreaterThan(0);
  expect(looks.length).toBeLessThanOrEqual(3);
});

test("T8: what no event told of for an hour the next sweep finds", async () => {
  simulation.deliveryFaults = { ...ALL_COME, never: 1 };
  open();
  simulation.hosted.review(1, "APPROVED");
  await pass(60 * MINUTE);
  expect(conclusions()).toEqual([]);
  await Promise.all([simulation.alive[0]?.sweep(), pass(MINUTE)]);
  expect(conclusions()).toEqual(["success"]);
});

test("a day that ends takes a pass back without any event", async () => {
  const { clockwork, hosted } = simulation;
  hosted.setPolicy(2);
  open();
  hosted.review(1, "APPROVED");
  await pass(MINUTE);
  expect(conclusions().at(-1)).toBe("success");
  await clockwork.run(DEADLINE_OVER + MINUTE);
  expect(conclusions().at(-1)).toBe("failure");
});
