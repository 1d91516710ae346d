import { expect, test } from "vitest";
import { withProgress } from "../../src/cli/progress.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

function recording(): { terminal: Terminal; told: string[] } {
  const told: string[] = [];
  const paint = (_: unknown, text: string) => text;
  const terminal: Terminal = {
    cwd: "/",
    interactive: false,
    look: { width: 80, paint },
    toldPaint: paint,
    print: () => {
      throw new Error("progress is no result");
    },
    tell: (text) => told.push(text),
  };
  return { terminal, told };
}

function wait(milliseconds: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve("done"), milliseconds));
}

test("what is quick says nothing", async () => {
  const { terminal, told } = recording();
  expect(await withProgress(terminal, "judging", () => wait(5))).toBe("done");
  await wait(1100);
  expect(told).toEqual([]);
});

test("what takes longer than a second says what it does, on stderr", async () => {
  const { terminal, told } = recording();
  expect(await withProgress(terminal, "judging", () => wait(1200))).toBe("done");
  expect(told).toEqual(["stage-gates: judging …\n"]);
});

test("what fails says nothing afterwards", async () => {
  const { terminal, told } = recording();
  const failing = withProgress(terminal, "judging", () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  await wait(1100);
  expect(told).toEqual([]);
});
