import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PullRequestFact, Review } from "../../../src/model/fact.ts";
import { signOff } from "../../../src/rules/sign-off.ts";
import { askRule } from "../../support/ask-rule.ts";
import { MemorySource } from "../../support/memory-source.ts";
import {
  comment,
  commit,
  HEAD,
  pullRequest,
  review,
  withPeople,
} from "../../support/pull-request.ts";

const ROLES = {
  risk: { users: ["ana", "raj"], teams: [], permission: null },
  security: { users: ["ana", "sam"], teams: [], permission: null },
};
const PEOPLE = { ana: "write", raj: "admin", sam: "write", eve: "admin", otto: "admin" } as const;
const DOCUMENT = "# Readiness\n\n## Gate\n\nSee [audit](docs/audit.md).\n";
const NEW = { "READINESS.md": DOCUMENT, "docs/audit.md": "new" };
const TREES = { evidence: NEW, [HEAD]: NEW, [commit("b")]: { ...NEW, "docs/audit.md": "old" } };

const OPTIONS = [
  { roles: ["risk"] },
  { roles: ["risk", "security"] },
  { roles: ["risk", "security"], covers: [], distinct_people: false },
  { roles: ["security"], via: ["review"], valid_while: "7d" },
];

async function judge(options: Record<string, unknown>, pull: Partial<PullRequestFact>) {
  const source = withPeople(new MemorySource(TREES), PEOPLE);
  source.with<"pull-request">({ kind: "pull-request" }, pullRequest(pull));
  const answer = await askRule(signOff, { options, source, roles: ROLES });
  return answer.findings.filter(({ outcome }) => outcome !== "noted");
}

const minute = fc.integer({ min: 0, max: 5 }).map((count) => `2026-09-29T10:0${count}:00Z`);
const aReview = fc
  .tuple(
    fc.constantFrom("approved", "approved", "changes-requested", "commented"),
    fc.constantFrom("ana", "raj", "sam", "eve", "otto"),
    fc.constantFrom("a", "b"),
    fc.constantFrom("", " dismissed"),
    minute,
  )
  .map(([state, who, at, dismissed, when]) => review(`${state} ${who} ${at}${dismissed}`, when));
const aComment = fc
  .tuple(
    fc.constantFrom("risk", "security"),
    fc.constantFrom("ana", "raj", "sam", "eve", "otto"),
    fc.constantFrom("a", "b"),
    minute,
  )
  .map(([role, who, at, when]) => comment(`${role} ${who} ${at}`, when));
const options = fc.constantFrom(...OPTIONS);
const reviews = fc.uniqueArray(aReview, { maxLength: 6, selector: ({ id }) => id });
const comments = fc.uniqueArray(aComment, { maxLength: 4, selector: ({ id }) => id });

describe("permission", () => {
  it("is only taken away by dismissing reviews and deleting comments", async () => {
    await fc.assert(
      fc.asyncProperty(options, reviews, comments, fc.nat(), async (asked, said, signed, which) => {
        const before = await judge(asked, { reviews: said, commands: signed });
        const dismiss = (one: Review, index: number) =>
          index === which % 6 ? { ...one, dismissed: true } : one;
        const dismissed = await judge(asked, { reviews: said.map(dismiss), commands: signed });
        const deleted = await judge(asked, { reviews: said, commands: signed.slice(0, which % 4) });
        if (before.length > 0) {
          expect(dismissed).not.toEqual([]);
          expect(deleted).not.toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("does not depend on people without the role, for better or worse", async () => {
    await fc.assert(
      fc.asyncProperty(options, reviews, comments, async (asked, said, signed) => {
        const all = await judge(asked, { reviews: said, commands: signed });
        const holders = await judge(asked, {
          reviews: said.filter(({ author }) => author !== "eve" && author !== "otto"),
          commands: signed.filter(({ author }) => author !== "eve" && author !== "otto"),
        });
        expect(all).toEqual(holders);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of the lists", async () => {
    await fc.assert(
      fc.asyncProperty(options, reviews, comments, async (asked, said, signed) => {
        const one = await judge(asked, { reviews: said, commands: signed });
        const other = await judge(asked, {
          reviews: said.toReversed(),
          commands: signed.toReversed(),
        });
        expect(one).toEqual(other);
      }),
      { numRuns: 300 },
    );
  });

  it("is never an author's", async () => {
    await fc.assert(
      fc.asyncProperty(options, reviews, comments, async (asked, said, signed) => {
        const findings = await judge(asked, {
          authors: ["ana", "RAJ", "sam"],
          reviews: said,
          commands: signed,
        });
        expect(findings).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

it("never throws, whatever comments and documents hold", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 60 }),
      fc.string({ maxLength: 200 }),
      async (sha, text) => {
        const evidence = {
          "READINESS.md": `${DOCUMENT}[x]: ${text}\n- [x] ${text}\n  - Evidence: ${text}\n`,
        };
        const source = withPeople(new MemorySource({ evidence, [commit("b")]: NEW }), PEOPLE);
        const commands = [comment("risk ana", undefined, sha)];
        const pull = pullRequest({ reviews: [review("approved raj b")], commands });
        source.with<"pull-request">({ kind: "pull-request" }, pull);
        const answer = await askRule(signOff, {
          options: { roles: ["risk"], covers: [] },
          source,
          roles: ROLES,
        });
        expect(answer.findings.map(({ code }) => code)).not.toContain("RULE-DEFECT");
      },
    ),
    { numRuns: 400 },
  );
});
