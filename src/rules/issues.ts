import { z } from "zod";
import type { IssuesFact } from "../model/fact.ts";
import { defineRule } from "./define-rule.ts";
import { errored, failed } from "./findings.ts";

/** How many open issues a finding lists; the rest is a number. */
const LISTED = 10;
const TITLE_LENGTH = 80;

export const issues = defineRule({
  type: "issues",
  meta: {
    holdsWhen: "no more than the allowed number of open issues carry one of the labels",
    why: "A launch blocker that is known and open is a reason not to launch, whoever opened it and wherever it is discussed.",
    ages: null,
  },
  options: z.strictObject({
    labels: z
      .array(z.string().trim().min(1))
      .min(1)
      .refine(
        (labels) => new Set(labels.map((label) => label.toLowerCase())).size === labels.length,
        "one label stands twice; GitHub does not tell labels apart by case",
      )
      .describe("Labels that block. An open issue that carries any of them counts"),
    max_open: z
      .number()
      .int()
      .min(0)
      .default(0)
      .describe("How many such issues may be open without the rule failing"),
  }),
  reads: ["issues"],
  codes: {
    "ISSUES-OPEN": "More issues with such a label are open than allowed",
    "ISSUES-UNKNOWN-LABEL": "The repository has no such label, so nothing could carry it",
  },
  evaluate(facts, { labels, max_open }) {
    const fact = facts.read("issues", { labels });
    if (fact === null) return [];
    // A misspelt label would match nothing for ever: errored, never "none open".
    const unknown = fact.unknownLabels.map((label) =>
      errored({
        code: "ISSUES-UNKNOWN-LABEL",
        problem: `the repository has no label \`${label}\``,
        remedy: `create the label \`${label}\` in the repository, or mend its name in the policy`,
        item: label,
      }),
    );
    if (fact.open.length <= max_open) return unknown;
    return [...unknown, tooMany(fact.open, labels, max_open)];
  },
});

function tooMany(open: IssuesFact["open"], labels: readonly string[], allowed: number) {
  const count = open.length === 1 ? "1 issue is" : `${open.length} issues are`;
  const limit = allowed === 0 ? "none may be" : `at most ${allowed} may be`;
  const sorted = [...open].sort((a, b) => a.number - b.number);
  const listed = sorted.slice(0, LISTED).map(({ number, title }) => `#${number} ${cut(title)}`);
  const rest = open.length > LISTED ? `; and ${open.length - LISTED} more` : "";
  return failed({
    code: "ISSUES-OPEN",
    problem: `${count} open where ${limit} (\`${queryFor(labels)}\`): ${listed.join("; ")}${rest}`,
    remedy:
      open.length - allowed === 1
        ? "close it once it is solved, or take the label off if it does not block"
        : `close ${allowed === 0 ? "them" : `${open.length - allowed} of them`} once they are solved, or take the label off those that do not block`,
    item: [...labels].sort().join(", "),
  });
}

/** What to type into GitHub's search box to see them. */
function queryFor(labels: readonly string[]): string {
  // A comma means "any of" there.
  return `is:issue is:open label:${labels.map((label) => `"${label}"`).join(",")}`;
}

function cut(title: string): string {
  const characters = [...title];
  return characters.length <= TITLE_LENGTH
    ? title
    : `${characters.slice(0, TITLE_LENGTH - 1).join("")}…`;
}
