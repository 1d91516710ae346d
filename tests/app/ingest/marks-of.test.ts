import { expect, test } from "vitest";
import { journalled } from "../../../src/app/ingest/marks-of.ts";

const SHA = "a".repeat(40);
const NOW = 1_800_000_000_000;

test.each([
  { event: "check_run", payload: { check_run: { name: "build", head_sha: SHA } }, lane: "prompt" },
  { event: "status", payload: { context: "build", sha: SHA }, lane: "prompt" },
  { event: "issues", payload: { issue: { number: 7 } }, lane: "prompt" },
  { event: "pull_request", payload: { pull_request: { number: 7 } }, lane: "prompt" },
  { event: "member", payload: {}, lane: "background" },
  { event: "team", payload: {}, lane: "background" },
])(
  "of what $event touches the mark is $lane: what touches all waits where the budget is low",
  ({ event, payload, lane }) => {
    const { marks } = journalled(
      {
        ...{ guid: "1", event, receivedAt: NOW, size: 1 },
        payload: { ...payload, installation: { id: 5 }, repository: { full_name: "acme/shop" } },
      },
      { app: 1, debounce: 0 },
    );
    expect(marks.length).toBeGreaterThan(0);
    expect(new Set(marks.map((mark) => mark.lane))).toEqual(new Set([lane]));
  },
);
