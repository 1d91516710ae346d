import { z } from "zod";
import { CI_CODES } from "./ci/codes.ts";
import { type Asked, countingRuns, isActions } from "./ci/counting-runs.ts";
import { judgeRun, missingRun } from "./ci/judge-run.ts";
import { defineRule } from "./define-rule.ts";

const options = z
  .strictObject({
    check: z
      .string()
      .min(1)
      .optional()
      .describe("Name of the check run, as GitHub shows it; required with `on: head`"),
    app: z
      .string()
      .min(1)
      .describe("Slug of the app that must have made it, such as `github-actions`"),
    workflow: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Path of the workflow file, such as `.github/workflows/test.yml`; required for `github-actions` and with `on: branch`",
      ),
    on: z
      .enum(["head", "branch"])
      .default("head")
      .describe(
        "`head`: what ran on what would land; `branch`: the newest push or scheduled run on the default branch",
      ),
    allow_skipped: z.boolean().default(false).describe("Whether a skipped run counts as green"),
  })
  .superRefine(({ check, app, workflow, on }, context) => {
    const lack = (key: string, why: string) =>
      context.addIssue({ code: "custom", path: [key], message: `\`${key}\` is required ${why}` });
    if (on === "head" && check === undefined) lack("check", "with `on: head`");
    if (workflow !== undefined) return;
    if (on === "branch") lack("workflow", "with `on: branch`");
    else if (isActions(app))
      lack("workflow", "for `github-actions`: any workflow can use any name");
  });

export const ci = defineRule({
  type: "ci",
  meta: {
    holdsWhen: "a check, a workflow or a scheduled run is green and fresh",
    why: "A name proves nothing: whoever can push a workflow can print any name in green. So the app and the workflow file count, the file has to be the default branch's, and skipped is not green.",
    ages: "the run, from when it ended",
  },
  options,
  reads: ["checks"],
  codes: CI_CODES,
  evaluate(facts, { check = null, app, workflow = null, on, allow_skipped }, context) {
    const asked: Asked = { check, app, workflow, on };
    const checks = facts.read(
      "checks",
      on === "branch" ? { on, workflow: workflow ?? "", check } : { on },
    );
    if (checks === null) return [];
    const { counting, ignored } = countingRuns(checks, asked);
    if (counting.length === 0) return [missingRun(asked, ignored)];
    const findings = counting
      .map((run) => judgeRun(run, asked, allow_skipped, context))
      .filter((finding) => finding !== null)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    // The worst is what has to be mended; the others would only repeat it.
    return findings.slice(0, 1);
  },
});

/** `failed` sorts before `pending`; the rest only makes the order independent of the list's. */
function keyOf({ outcome, code, problem }: { outcome: string; code: string; problem: string }) {
  return `${outcome} ${code} ${problem}`;
}
