import { type Place, placeIn } from "../model/place.ts";
import { defineRule } from "./define-rule.ts";
import { warned } from "./findings.ts";
import { hiddenCharacters } from "./reading/hidden-characters.ts";
import { isRefused, topOf } from "./reading/readiness.ts";
import { type Records, readRecords } from "./reading/records.ts";
import { SCORE_CODES } from "./score/codes.ts";
import { judgeCriterion, scoreRows } from "./score/judge-criterion.ts";
import { type ScoreOptions, scoreOptions } from "./score/options.ts";

const COLUMNS = {
  Criterion: ["Criterion", "Criteria", "Area", "Dimension", "Aspect"],
  Score: ["Score", "Rating", "Points"],
};

export const score = defineRule({
  type: "score",
  meta: {
    holdsWhen: "every criterion is scored and none is under the floor",
    why: "One weak criterion sinks what four strong ones carry: an average would hide it, a floor does not.",
    ages: null,
  },
  options: scoreOptions,
  reads: ["file"],
  codes: SCORE_CODES,
  evaluate(facts, options, context) {
    const read = readRecords(facts, context, {
      heading: options.heading ?? null,
      file: options.file ?? null,
      columns: COLUMNS,
      required: ["Criterion", "Score"],
      under: "scores",
      naming: "Criterion",
      plain: "Score",
    });
    if (read === null) return [];
    if (isRefused(read)) return read.findings;
    const rows = scoreRows(read.records);
    const judged = options.criteria.map((one) => judgeCriterion(read, rows, one, options));
    return [
      ...hiddenCharacters(read.path, read.texts),
      ...judged.flatMap(({ findings }) => findings),
      ...tooFew(
        judged.map((one) => one.score),
        options,
        placeOf(read),
      ),
    ];
  },
});

function tooFew(scores: readonly (number | null)[], { at_least }: ScoreOptions, at: Place) {
  if (at_least === undefined) return [];
  const { count, value } = at_least;
  const high = scores.filter((score) => score !== null && score >= value).length;
  if (high >= count) return [];
  return [
    warned({
      code: "SCORE-TOO-FEW",
      problem: `${high} of ${scores.length} criteria score ${value} or more; ${count} mark a good choice`,
      remedy: "look once more at whether this is the problem to begin with",
      at,
      item: `${count} of ${value}`,
    }),
  ];
}

function placeOf({ table, path }: Records): Place {
  return table === null ? topOf(path) : placeIn(path, table.at);
}
