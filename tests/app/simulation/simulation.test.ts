/**
 * The service in a world of its own: the worker, the judgement and what it writes, fan-out, sweeps,
 * what deliveries are taken for and the store are those of `src/`. What is made for this is a small
 * GitHub (`hosted*.ts`), the time, and the ways between them, on which all goes wrong that can:
 *
 * - requests fail before or after they took effect, take long, are answered in part, from a moment
 *   gone by, or with a limit
 * - deliveries are lost, doubled, late, overtaken, or never made
 * - calls of the store fail before or after they took effect; all of it is taken away
 * - processes die between any two steps, stand still for minutes, are stopped and started again, and
 *   have clocks that are an hour off
 *
 * What is promised is written down in `claims.ts` and, once more and in other words than the
 * judgement's, in `expected.ts`. Not in here are HTTP and Octokit with their retries and time-outs,
 * PostgreSQL, merge groups, and the memory that is used (B2 is held of the work list alone).
 *
 * It can fail. These, done to `src/` by hand, broke promises within the first 120 stories:
 *
 * - `leased-client.ts` writes without asking for the lease: S2
 * - `lease.ts` settles also what was marked since: L1
 * - `lease.ts` takes any lease for the one that is held: S2
 * - `carry-out.ts` writes without looking at the head again: S3
 */
import { describe, expect, test } from "vitest";
import { tellStory } from "./story.ts";

/** `SIMULATION_SEED=<number>` tells one story again. */
const only = process.env.SIMULATION_SEED;
const STORIES = 2_000;
const AT_ONCE = 100;

const chapters =
  only === undefined
    ? Array.from({ length: STORIES / AT_ONCE }, (_, index) => index * AT_ONCE + 1)
    : [Number(only)];

describe("whatever goes wrong", () => {
  test.each(chapters)("no promise is broken, from seed %i on", async (first) => {
    const last = only === undefined ? first + AT_ONCE - 1 : first;
    for (let seed = first; seed <= last; seed += 1) {
      const broken = await tellStory(seed);
      expect(broken, `SIMULATION_SEED=${seed} npm test -- tests/app/simulation`).toEqual([]);
    }
  });
});
