import { describe, expect, test } from "vitest";
import { type Deletion, deletionsOf } from "../support/deletions.ts";
import { blockers, caseFiles, judgeFiles } from "../support/example-repository.ts";
import { deadLinks } from "./dead-links.ts";

export interface Expected {
  /** `gate/rule CODE item` of everything that blocks the one with gaps. */
  readonly gaps: readonly string[];
  /** Items of rules that only warn, and fields under their headings. */
  readonly optional?: readonly string[];
  /** Rows of which there may be fewer, since no rule asks for them by name, and heads of tables of rules that only warn. */
  readonly looseRows?: readonly RegExp[];
  /** Headings that no rule looks for. */
  readonly looseHeadings?: readonly string[];
}

/** What must hold of the two repositories in `tests/cases/<pack>`: the filled one and the one with gaps. */
export function describeFilledRepository(pack: string, expected: Expected): void {
  const ready = caseFiles(`${pack}/ready`);
  const gaps = caseFiles(`${pack}/gaps`);
  const { optional = [], looseRows = [], looseHeadings = [] } = expected;

  describe("filled in", () => {
    test("goes, and nothing at all is held against it", async () => {
      const verdict = await judgeFiles({ evidence: ready });
      const findings = verdict.gates.flatMap((gate) => gate.rules.flatMap((rule) => rule.findings));
      expect(findings).toEqual([]);
      expect(verdict.decision).toBe("go");
      expect(new Set(verdict.gates.map(({ outcome }) => outcome))).toEqual(new Set(["passed"]));
    });

    test("holds no link that leads nowhere", () => {
      expect(deadLinks(ready)).toEqual([]);
    });
  });

  describe("with gaps", () => {
    test("does not go, for exactly these reasons", async () => {
      const verdict = await judgeFiles({ evidence: { ...ready, ...gaps } });
      expect(verdict.decision).toBe("no-go");
      expect(blockers(verdict)).toEqual(expected.gaps);
    });

    test("is only what differs, and its page names every file", () => {
      const { "README.md": page = "", ...files } = gaps;
      for (const [path, text] of Object.entries(files)) {
        expect(text, path).not.toBe(ready[path]);
        expect(page).toContain(`[${path}](${path})`);
      }
    });
  });

  describe("no longer goes without", () => {
    const deletions = deletionsOf(ready["READINESS.md"] ?? "");
    const isOptional = ({ what }: Deletion) => optional.some((id) => what.endsWith(id));
    const required = (all: readonly Deletion[]) => all.filter((one) => !isOptional(one));
    const isFirm = ({ what }: Deletion) => !looseRows.some((row) => row.test(what));
    const rows = deletions.rows.filter(isFirm);
    const headings = deletions.headings.filter(({ what }) => !looseHeadings.includes(what));
    const cases = [
      ...required(deletions.items).map((one) => ({ kind: "the item", ...one })),
      ...required(deletions.fields).map((one) => ({ kind: "the field", ...one })),
      ...required(deletions.inherited).map((one) => ({ kind: "the field", ...one })),
      ...rows.map((one) => ({ kind: "the row", ...one })),
      ...deletions.tables.filter(isFirm).map((one) => ({ kind: "all rows of", ...one })),
      ...headings.map((one) => ({ kind: "the heading", ...one })),
    ];

    // Each is held by a finding of its own that blocks, so that one judgement tells of all.
    test("the tick of any item", async () => {
      const evidence = { ...ready, "READINESS.md": deletions.allUnticked };
      const told = new Set(blockers(await judgeFiles({ evidence })));
      const held = [...told].flatMap((one) => one.split(" CHECKLIST-UNTICKED ")[1] ?? []);
      const items = required(deletions.items).map(({ what }) => what);
      expect(items.length).toBeGreaterThan(0);
      expect(items.filter((id) => !held.includes(id))).toEqual([]);
    });

    test.each(cases)("$kind $what", async ({ left }) => {
      const verdict = await judgeFiles({ evidence: { ...ready, "READINESS.md": left } });
      expect(verdict.decision).toBe("no-go");
    });
  });
}
