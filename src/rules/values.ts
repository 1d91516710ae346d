import { defineRule } from "./define-rule.ts";
import { failed } from "./findings.ts";
import { isRefused, topOf } from "./reading/readiness.ts";
import { readStructuredData } from "./reading/structured-data.ts";
import { VALUES_CODES } from "./values/codes.ts";
import { judgeAssertion } from "./values/judge-assertion.ts";
import { valuesOptions } from "./values/options.ts";

export const values = defineRule({
  type: "values",
  meta: {
    holdsWhen: "what the policy asserts about a data file or the front matter is so",
    why: "Budgets, sample rates and registries are files that machines read. What they say can be checked word by word, so nobody has to vouch for it.",
    ages: null,
  },
  options: valuesOptions,
  reads: ["file"],
  codes: VALUES_CODES,
  evaluate(facts, { file = null, assert }, context) {
    const read = readStructuredData(facts, context, file);
    if (read === null) return [];
    if (isRefused(read)) return read.findings;
    const { root, path } = read;
    if (root === null) return [noFrontMatter(path)];
    return assert.flatMap((assertion) =>
      judgeAssertion({ file: path, path: "", node: root }, assertion),
    );
  },
});

function noFrontMatter(path: string) {
  return failed({
    code: "VALUES-NO-FRONT-MATTER",
    problem: `\`${path}\` has no front matter`,
    remedy: "begin the file with a line `---`, the values asked for, and another line `---`",
    at: topOf(path),
    item: path,
  });
}
