import { beforeEach, describe, expect, test } from "vitest";
import { Traffic } from "../../../src/app/traffic/traffic.ts";
import { GitHubFailure } from "../../../src/github/failure.ts";

const COMMENT = { method: "POST", url: "/repos/{owner}/{repo}/issues/{issue_number}/comments" };
const EDIT = { method: "PATCH", url: "/repos/{owner}/{repo}/issues/comments/{comment_id}" };
const ISSUE = { method: "POST", url: "/repos/{owner}/{repo}/issues" };
const CHECK_RUN = { method: "POST", url: "/repos/{owner}/{repo}/check-runs" };

let now: number;
let slept: number;
let traffic: Traffic;

beforeEach(() => {
  [now, slept] = [0, 0];
  traffic = new Traffic(
    {
      now: () => now,
      async sleep(milliseconds) {
        slept += milliseconds;
        now += milliseconds;
      },
    },
    () => now,
  );
});

async function write(what: typeof COMMENT, times: number): Promise<number> {
  let written = 0;
  for (let count = 0; count < times; count += 1) {
    try {
      await traffic.through(what, async () => undefined);
      written += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(GitHubFailure);
      expect(error).toMatchObject({ reason: "rate-limited" });
    }
  }
  return written;
}

describe("comments and issues beyond what GitHub takes in a minute", () => {
  test.each([
    { what: COMMENT, times: 200, written: 56 },
    { what: ISSUE, times: 200, written: 56 },
    // These make nothing new, and cost as much.
    { what: EDIT, times: 200, written: 56 },
  ])("are put off at once: $what.method $what.url", async ({ what, times, written }) => {
    expect(await write(what, times)).toBe(written);
    expect(slept).toBe(0);
  });

  test("can be written a minute later", async () => {
    await write(COMMENT, 100);
    now += 60_000;
    expect(await write(COMMENT, 100)).toBe(56);
  });
});

test("what is nearly used up stays so, though another budget is whole again before", () => {
  for (const reset of [3_600, 300]) {
    const left = { "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "40" };
    traffic.hear({ status: 200, headers: { ...left, "x-ratelimit-reset": String(reset) } });
  }
  expect(traffic).toMatchObject({ scarceUntil: 3_600_000, reservedUntil: 3_600_000 });
});

describe("check runs", () => {
  test("wait for no comment, however many of them there are", async () => {
    await write(EDIT, 200);
    expect(await write(CHECK_RUN, 112)).toBe(112);
    expect(slept).toBe(0);
  });

  test("wait for room, and are never put off", async () => {
    expect(await write(CHECK_RUN, 200)).toBe(200);
    expect(slept).toBeGreaterThan(0);
  });

  test("have comments put off once they have taken a third", async () => {
    await write(CHECK_RUN, 56);
    expect(await write(COMMENT, 1)).toBe(0);
  });
});
