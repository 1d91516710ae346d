import { expect, test } from "vitest";
import { known, missing } from "../../src/model/fact.ts";
import type { Promotion, WrittenVerdict } from "../../src/model/protection.ts";
import { verdictFindings } from "../../src/protection/verdict-findings.ts";

const CONTEXT = "stage-gates / production";
const DAY = 86_400_000;
const CHANGED = 100 * DAY;

const verdict = (one: Partial<WrittenVerdict> = {}): WrittenVerdict => ({
  context: CONTEXT,
  by: "status",
  author: "github-actions[bot]",
  at: CHANGED + DAY,
  ...one,
});

const promotion = (verdicts: readonly WrittenVerdict[], base = "production"): Promotion => ({
  number: 12,
  base,
  head: "a".repeat(40),
  verdicts: known(verdicts),
});

const rows: readonly {
  what: string;
  open: readonly Promotion[];
  isWhole?: boolean;
  app?: number;
  finds: readonly string[];
}[] = [
  { what: "none are open", open: [], finds: [] },
  { what: "all have a verdict", open: [promotion([verdict()])], finds: ["ok verdicts"] },
  { what: "one has none", open: [promotion([])], finds: ["fail verdict-missing"] },
  {
    what: "one has that of another stage",
    open: [promotion([verdict({ context: "stage-gates / limited" })])],
    finds: ["fail verdict-missing"],
  },
  { what: "one for another branch has none", open: [promotion([], "develop")], finds: [] },
  {
    what: "one was written before the policy changed, and may have been judged since",
    open: [promotion([verdict({ at: CHANGED - 1 })])],
    finds: ["ok verdicts"],
  },
  {
    what: "one was judged at the moment the policy changed",
    open: [promotion([verdict({ at: CHANGED })])],
    finds: ["ok verdicts"],
  },
  {
    what: "one has two kinds of verdict",
    open: [promotion([verdict(), verdict({ by: "check-run", author: null })])],
    finds: ["fail both-kinds"],
  },
  {
    what: "one has a check run of another name",
    open: [
      promotion([verdict(), verdict({ by: "check-run", author: null, context: "evaluate-gates" })]),
    ],
    finds: ["ok verdicts"],
  },
  {
    what: "one has a status that somebody else wrote last",
    open: [promotion([verdict({ author: "eve" })])],
    finds: ["fail verdict-foreign"],
  },
  {
    what: "one has a status of a bot that only sounds like GitHub Actions",
    open: [promotion([verdict({ author: "github-actions" })])],
    finds: ["fail verdict-foreign"],
  },
  {
    what: "one has a status of another bot, where another app is said to write",
    open: [promotion([verdict({ author: "gates[bot]" })])],
    app: 7,
    finds: ["ok verdicts"],
  },
  {
    what: "one cannot be read",
    open: [{ ...promotion([]), verdicts: missing("forbidden", "no") }],
    finds: ["unknown verdicts"],
  },
  {
    what: "there are more than were looked at",
    open: [promotion([verdict()])],
    isWhole: false,
    finds: ["unknown verdicts"],
  },
];

test.for(rows)("of open promotions, $what", ({ open, isWhole = true, app = 15368, finds }) => {
  const state = { promotions: known({ open, isWhole }), policyChanged: known(CHANGED), app };
  const found = verdictFindings(state, CONTEXT, (branch) => branch === "production");
  expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual(finds);
});

test("open promotions that cannot be listed are not fine", () => {
  const state = { promotions: missing("forbidden", "no"), policyChanged: known(null), app: 15368 };
  expect(verdictFindings(state, CONTEXT, () => true)).toMatchObject([
    { level: "unknown", code: "verdicts" },
  ]);
});
