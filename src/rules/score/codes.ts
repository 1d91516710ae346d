export const SCORE_CODES = {
  "SCORE-MISSING": "A criterion has no row",
  "SCORE-DUPLICATE": "A criterion has two rows",
  "SCORE-EMPTY": "A criterion has a row and no score",
  "SCORE-NOT-WHOLE": "A score is no whole number",
  "SCORE-OUT-OF-SCALE": "A score lies outside the scale",
  "SCORE-BELOW-FLOOR": "A score lies under the floor",
  "SCORE-TOO-FEW": "Too few criteria have the score that marks a good choice",
} as const;

export type ScoreCode = keyof typeof SCORE_CODES;
