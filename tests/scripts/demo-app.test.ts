import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runDemo, untold } from "./run-demo.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-app-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the app's story goes from blocked to merged, over a kill and a loss, and leaves nothing", async () => {
  const { said, ended } = runDemo(folder, ["--app"]);
  const code = await ended;
  const scenes = [
    "signed in  stage-gates",
    "Created the ruleset `stage-gates / production`",
    "`pull_request`, answered 202",
    "failure  stage-gates / production",
    "READINESS.md:25",
    "Blocked: 9 of 12 gates fail",
    "#233 open: Runbook missing or incomplete",
    'check "stage-gates / production" is failing',
    "1 of 12 gates is pending: launch",
    "#233 closed: Runbook missing or incomplete",
    "action required  stage-gates / policy",
    "#231 is blocked and would pass",
    "success  stage-gates / policy",
    "Not taken. The `waive launch` of `@mei` changes nothing",
    "Ready on a waiver: 11 gates pass, 1 on conditions",
    "`kill -9`",
    "1 of 12 gates is pending: launch",
    "`pull_request_review`: failed to connect to host",
    'check "stage-gates / production" is failing',
    "Ready: 12 gates pass",
    "Pull Request successfully merged",
    "npm start",
  ];
  expect({ untold: untold(said.text, scenes), code }, said.text).toEqual({
    untold: undefined,
    code: 0,
  });
  expect(readdirSync(folder)).toEqual([]);
  const address = /started {4}(\S+)/.exec(said.text)?.[1] ?? "";
  await expect(fetch(`${address}/healthz`)).rejects.toThrow("fetch failed");
});
