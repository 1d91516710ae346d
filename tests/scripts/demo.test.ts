import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unfoldedText } from "../../scripts/demo/comment-text.ts";
import { runDemo, untold } from "./run-demo.ts";

/** What the demo leaves would be in here. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const demo = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runDemo(folder, args, env);

test("the story goes from blocked to merged, stays to be looked at, and leaves nothing", async () => {
  const { child, said, ended, saying } = demo(["--keep"]);
  await saying("until you press Ctrl-C");
  const scenes = [
    "Blocked: 9 fail, 3 pass",
    "Created the ruleset `stage-gates / production`",
    "failure  stage-gates / production",
    "#233 open: Runbook missing or incomplete",
    'check "stage-gates / production" is failing',
    'check "stage-gates / production" is expected',
    "#233 closed: Runbook missing or incomplete",
    "success  stage-gates / production",
    "Pull Request successfully merged",
  ];
  expect(untold(said.text, scenes)).toBeUndefined();
  const page = /http:\S+\/pull\/231/.exec(said.text)?.[0] ?? "";
  expect(await (await fetch(page)).text()).toContain("Merged");
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test("what stops it half-way is no success", async () => {
  const { child, ended, saying } = demo([]);
  await saying("On a laptop");
  child.kill("SIGINT");
  expect(await ended).toBe(130);
});

test("the command line alone is shown in full, and a git that fails is told", async () => {
  const whole = demo(["--cli"]);
  expect(await whole.ended).toBe(0);
  expect(whole.said.text).toContain("FAIL  Ownership");
  expect(whole.said.text).not.toContain("On GitHub");
  const lost = demo(["--cli"], { PATH: "" });
  expect(await lost.ended).toBe(1);
  expect(lost.said.text).toContain("git");
});

describe("a comment as text", () => {
  test.each([
    { markdown: "### ❌ Blocked: 1 of 2 `gates`", text: "❌ Blocked: 1 of 2 `gates`" },
    {
      markdown: "**1. Data:** x\n\n- **Fix:** [edit](http://a.test)",
      text: "1. Data: x\n\n- Fix: edit",
    },
    { markdown: "seen\n\n<details>\n\nfolded\n\n</details>\n\nbehind", text: "seen" },
    { markdown: "- one two three four five", text: "- one two\n  three four\n  five" },
  ])("$markdown", ({ markdown, text }) => {
    expect(unfoldedText(markdown, text.startsWith("- one") ? 14 : 74)).toBe(text);
  });
});
