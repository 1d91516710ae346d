import { describe, expect, test } from "vitest";
import type { FileVersion } from "../../src/model/fact.ts";
import type { Files } from "../support/example-repository.ts";
import { type Edit, judgeRule, type RuleCase } from "./judge-rule.ts";

export interface Row extends RuleCase {
  readonly name: string;
  /** `outcome CODE`, as often as it is found; nothing: the rule holds. */
  readonly finds: readonly string[];
}

/**
 * Numbers, names and choices of the playbook that a rule of the pack uses, on both sides of their
 * limits. Each row starts from the filled repository given, which passes.
 */
export function rowsOf(example: Files): (demand: string, list: readonly Row[]) => void {
  return (demand, list) => {
    describe(demand, () => {
      test.each(list)("$name", async ({ name: _, finds, ...asked }) => {
        expect((await judgeRule(example, asked)).findings).toEqual(finds);
      });
    });
  };
}

/** Edits of one file. */
export function on(path: string): (from: string, to: string) => readonly Edit[] {
  return (from, to) => [[path, from, to]];
}

/**
 * A step of the exposure has landed on the base branch; another is proposed, and the KPIs named by
 * their actuals are measured anew that day.
 */
export function stepAfter(said: {
  readonly rule: string;
  readonly before: string;
  /** When it landed. */
  readonly landed: string;
  /** A text of `rollout.yml`, and what the pull request makes of it. */
  readonly next: readonly [from: string, to: string];
  readonly measured: readonly (readonly [actual: string, day: string])[];
  readonly now: string;
}): Omit<Row, "name" | "finds"> {
  const { rule, before, landed, next, measured, now } = said;
  const version: FileVersion = {
    commit: "a".repeat(40),
    at: Date.parse(landed),
    content: { state: "file", file: { text: before, blob: "before" } },
  };
  const day = now.slice(0, 10);
  return {
    rule,
    base: { "rollout.yml": before },
    history: { path: "rollout.yml", versions: [version] },
    edits: [
      ["rollout.yml", ...next],
      ...measured.map(
        ([actual, was]) => ["READINESS.md", `${actual} | ${was}`, `${actual} | ${day}`] as const,
      ),
    ],
    now,
  };
}
