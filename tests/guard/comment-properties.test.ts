import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommandComment } from "../../src/model/command.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { said } from "../support/pull-request.ts";
import { BREAK_GLASS, judgeComments, policyWith, UNFREEZE, WAIVE } from "./commenting.ts";

const POLICY = policyWith({
  rest: `  - id: more
    heading: Data
    rules: [{id: too, type: checklist, items: [{id: data.other}]}]
freeze: [{from: 2026-09-30, to: 2026-10-01, reason: audit}]
break_glass: {roles: [release-managers], approvals: 2, review_within: 3d}
`,
});

const lines = fc.constantFrom(
  WAIVE,
  WAIVE.replace("data", "data/items"),
  '/gate waive more --until 2026-10-26 --codes CHECKLIST-DELETED --reason "CRM"',
  '/gate waive more --until 2026-10-26 --reason "CRM"',
  "/gate unwaive data",
  "/gate unwaive data/items",
  "/gate unwaive more",
  UNFREEZE,
  BREAK_GLASS,
  "/gate recheck",
  `${WAIVE}\n/gate unwaive data\n${UNFREEZE}`,
);
const people = fc.constantFrom("ana", "raj", "mira", "eve", "otto", "kim");
const second = fc.integer({ min: 0, max: 9 }).map((n) => `2026-09-29T10:00:0${n}Z`);
const aComment = fc.tuple(people, lines, second).map((given) => said(...given));
/** As comments have ids, none is there twice. */
const comments = fc.uniqueArray(aComment, {
  maxLength: 6,
  selector: ([first]) => first?.id ?? "",
});

const RANK = ["no-go", "conditional-go", "go"];
const rank = ({ decision }: Verdict) => RANK.indexOf(decision);

const judge = (given: readonly (readonly CommandComment[])[]) =>
  judgeComments({ policy: POLICY, comments: given });

const isUnwaive = (comment: readonly CommandComment[]) =>
  comment.some(({ command }) => command.verb === "unwaive");

describe("comments", () => {
  it("in another order say the same", async () => {
    await fc.assert(
      fc.asyncProperty(comments, async (given) => {
        expect(await judge(given.toReversed())).toEqual(await judge(given));
      }),
      { numRuns: 150 },
    );
  });

  it("that are deleted take permission away and give none", async () => {
    await fc.assert(
      fc.asyncProperty(comments, fc.nat(), async (given, which) => {
        const rest = given.filter(
          (comment, index) => isUnwaive(comment) || index !== which % Math.max(1, given.length),
        );
        expect(rank(await judge(rest))).toBeLessThanOrEqual(rank(await judge(given)));
      }),
      { numRuns: 150 },
    );
  });

  it("that took back and are deleted give nothing back where the mark was left", async () => {
    await fc.assert(
      fc.asyncProperty(comments, async (given) => {
        const before = await judge(given);
        const marked = given.map((comment) =>
          comment.map((one) => ({ ...one, void: before.takenBack.includes(one.id) })),
        );
        const rest = marked.filter((comment) => !isUnwaive(comment));
        expect(rank(await judge(rest))).toBeLessThanOrEqual(rank(before));
      }),
      { numRuns: 150 },
    );
  });

  it("of those who wrote the pull request let nothing pass, whatever their role", async () => {
    const authors = ["ana", "raj", "mira", "otto"];
    await fc.assert(
      fc.asyncProperty(comments, async (given) => {
        const verdict = await judgeComments({ policy: POLICY, comments: given, pull: { authors } });
        expect(verdict.decision).toBe("no-go");
        expect(verdict.takenBack).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
