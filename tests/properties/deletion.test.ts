import { describe, expect, test } from "vitest";
import { deletionsOf } from "../support/deletions.ts";
import { blockers, exampleFiles, judgeFiles } from "../support/example-repository.ts";

const files = exampleFiles("claims-triage");
const READINESS = "READINESS.md";
const deletions = deletionsOf(files[READINESS] ?? "");

test("the example as it stands may go", async () => {
  const verdict = await judgeFiles({ evidence: files });
  expect(blockers(verdict)).toEqual([]);
  expect(verdict.decision).toBe("go");
});

test("there is something to delete", () => {
  expect(deletions.items.length).toBeGreaterThan(20);
  expect(deletions.fields.length).toBeGreaterThan(20);
  expect(deletions.rows.length).toBeGreaterThan(30);
  expect(deletions.headings.length).toBeGreaterThan(15);
});

async function blocks(left: string): Promise<void> {
  const verdict = await judgeFiles({ evidence: { ...files, [READINESS]: left } });
  expect(verdict.decision).toBe("no-go");
  expect(blockers(verdict)).not.toEqual([]);
}

describe("the example no longer passes without", () => {
  test.each(deletions.items)("the item $what", ({ left }) => blocks(left));
  test.each(deletions.fields)("the field $what", ({ left }) => blocks(left));
  test.each(deletions.inherited)("the field $what", ({ left }) => blocks(left));
  test.each(deletions.rows)("the row $what", ({ left }) => blocks(left));
  test.each(deletions.headings)("the heading $what", ({ left }) => blocks(left));
});

describe("nor with", () => {
  test.each(deletions.unticked)("$what unticked", ({ left }) => blocks(left));
});
