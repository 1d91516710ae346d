import { describe, expect, test } from "vitest";
import { AppMetrics } from "../../../src/app/metrics/app-metrics.ts";
import { keptFor } from "../../../src/app/metrics/kept-for.ts";
import { readAppTemplate } from "../../../src/app/setup/app-manifest.ts";
import type { Counts } from "../../../src/store/store-state.ts";
import type { Lease } from "../../../src/store/work.ts";

const NOW = 1_800_000_000_000;
const COUNTS: Counts = {
  ...{ ready: 4, running: 2, waiting: 7, failing: 1 },
  ...{ oldestReadyAt: NOW - 2_500, pausedInstallations: 1 },
};

/** The lines of our own metrics that are not zero, without their buckets. */
async function told(metrics: AppMetrics): Promise<readonly string[]> {
  const lines = (await metrics.text()).split("\n");
  return lines.filter((line) => /^stage_gates_(?!.*_bucket)/.test(line) && !line.endsWith(" 0"));
}

function metrics(counts: Counts | null = null): AppMetrics {
  return new AppMetrics(
    async () => counts,
    () => NOW,
  );
}

const lease = (subject: string): Lease => ({
  ...{ installation: 5, repository: "acme/secret-shop", subject, token: "t", generation: 1 },
  ...{ attempts: 1, markedAt: NOW, lane: "prompt", error: null, memo: null },
});

describe("metrics", () => {
  test("tell of the work list", async () => {
    expect(await told(metrics(COUNTS))).toEqual([
      "stage_gates_store_up 1",
      'stage_gates_work{state="ready"} 4',
      'stage_gates_work{state="running"} 2',
      'stage_gates_work{state="waiting"} 7',
      'stage_gates_work{state="failing"} 1',
      'stage_gates_work{state="paused"} 1',
      "stage_gates_work_oldest_seconds 2.5",
    ]);
  });

  test("are there while the store is not", async () => {
    const text = await metrics(null).text();
    expect(text).toContain("\nstage_gates_store_up 0\n");
    expect(text).toContain("\nprocess_resident_memory_bytes ");
  });

  test("count deliveries by events that mean something, not by names that anybody can send", async () => {
    const counted = metrics();
    counted.delivered("pull_request", 202);
    counted.delivered("pull_request", 202);
    for (const event of ["made_up", "constructor", null]) counted.delivered(event, 401);
    expect(await told(counted)).toEqual([
      'stage_gates_deliveries_total{event="pull_request",status="202"} 2',
      'stage_gates_deliveries_total{event="other",status="401"} 3',
    ]);
  });

  test("count what the app is told of by its name", async () => {
    const counted = metrics();
    const { events } = readAppTemplate();
    for (const { name } of events) counted.delivered(name, 202);
    const lines = await told(counted);
    expect(lines).toHaveLength(events.length);
    expect(lines.filter((line) => line.includes('"other"'))).toEqual([]);
  });

  test("count looks by kind of subject, and name no repository", async () => {
    const counted = metrics();
    counted.looked({ lease: lease("pull/12"), how: "done", error: null, unsaid: null, lag: 1_500 });
    counted.looked({
      lease: lease("pull/13"),
      how: "failed",
      error: "x",
      unsaid: null,
      lag: 9_000,
    });
    counted.looked({
      lease: lease("of/a newer version"),
      how: "done",
      error: null,
      unsaid: null,
      lag: -5,
    });
    expect(await told(counted)).toEqual([
      'stage_gates_looks_total{subject="pull",outcome="done"} 1',
      'stage_gates_looks_total{subject="pull",outcome="failed"} 1',
      'stage_gates_looks_total{subject="unknown",outcome="done"} 1',
      'stage_gates_lag_seconds_sum{subject="pull"} 1.5',
      'stage_gates_lag_seconds_count{subject="pull"} 1',
      'stage_gates_lag_seconds_count{subject="unknown"} 1',
    ]);
    expect(await counted.text()).not.toContain("acme");
  });

  test("tell how little of its budget any installation has left", async () => {
    const counted = metrics();
    const answer = (installation: number, remaining: string, resource = "core", reset = 60) =>
      counted.heard({
        ...{ installation, method: "GET", url: "/app", status: 200 },
        headers: {
          "x-ratelimit-limit": "5000",
          "x-ratelimit-remaining": remaining,
          "x-ratelimit-reset": String(NOW / 1_000 + reset),
          "x-ratelimit-resource": resource,
        },
      });
    answer(1, "100");
    answer(1, "4000");
    answer(2, "1000");
    answer(3, "5", "core", -1);
    answer(4, "5", "search");
    answer(5, "none");
    counted.heard({
      ...{ installation: 1, method: "POST", url: "/graphql" },
      status: 0,
      headers: {},
    });
    expect(await told(counted)).toEqual([
      'stage_gates_github_requests_total{kind="read",status="200"} 6',
      'stage_gates_github_requests_total{kind="graphql",status="0"} 1',
      'stage_gates_github_budget_remaining_ratio{resource="core"} 0.2',
    ]);
  });
});

test("what is kept for a while is asked for again after that", async () => {
  let [now, asked] = [0, 0];
  const ask = keptFor(
    5,
    async () => {
      asked += 1;
      return asked;
    },
    () => now,
  );
  expect([await ask(), await ask()]).toEqual([1, 1]);
  now = 4;
  expect(await ask()).toBe(1);
  now = 5;
  expect(await ask()).toBe(2);
});
