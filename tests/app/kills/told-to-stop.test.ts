import { afterAll, beforeAll, expect, test } from "vitest";
import type { Fault } from "../../../sandbox/server/faults.ts";
import { KeptRunning } from "./kept-running.ts";

let kept: KeptRunning;

beforeAll(async () => {
  kept = await KeptRunning.start();
});

afterAll(() => kept.stop());

/** Has it stopped at the moment in which it says its first verdict, of which that becomes. */
async function stoppedWhile(name: string, becomes: readonly Fault[]): Promise<void> {
  const { faults } = kept.sandbox.server;
  const { child, ended } = kept.running;
  const stop: Fault = {
    kind: "meanwhile",
    act: () => child.kill("SIGTERM"),
  };
  for (const fault of [stop, ...becomes]) {
    faults.plan({
      fault,
      matches: ({ method, url }) => method === "POST" && /\/check-runs$/.test(url ?? ""),
    });
  }
  await kept.promotion(await kept.repository(name));
  // It gives up by itself, with another code, before whoever stops it kills it.
  expect(await ended).toBe(0);
}

const told = () => kept.running.lines().map(({ message }) => message);
const shown = () => kept.promotions.map((one) => kept.shows(one));
const ONCE = { runs: ["failure"], comments: 1, issues: 1 };

test("T32: told to stop while it works, it ends that", async () => {
  await stoppedWhile("acme/ends", []);
  expect(told()).not.toContain("given back, unfinished");
  expect(shown()).toEqual([ONCE]);
});

test("T32: told to stop while GitHub is silent, it lets go, and the next one goes on at once", async () => {
  await kept.again();
  await stoppedWhile("acme/lets-go", [{ kind: "hang" }]);
  expect(told()).toContain("given back, unfinished");
  await kept.again();
  // A try whose lease ran out would count.
  const looks = kept.running.lines().filter(({ subject }) => subject === "pull/1");
  expect(looks.map(({ attempts }) => attempts)).not.toContain(2);
  expect(shown()).toEqual([ONCE, ONCE]);
});
