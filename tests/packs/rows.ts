import { describe, expect, test } from "vitest";
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
