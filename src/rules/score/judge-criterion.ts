import { isMissing, parseQuantity } from "../../evidence/cell-value.ts";
import type { Finding } from "../../model/finding.ts";
import { type Place, placeIn } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { suggest } from "../../text/suggest.ts";
import { failed, pasting } from "../findings.ts";
import { topOf } from "../reading/readiness.ts";
import type { EvidenceRecord, Records } from "../reading/records.ts";
import type { ScoreCode } from "./codes.ts";
import { type Criterion, namesOf, type ScoreOptions } from "./options.ts";

export interface JudgedCriterion {
  readonly findings: readonly Finding<ScoreCode>[];
  /** `null` where there is no whole number on the scale. */
  readonly score: number | null;
}

/** Rows by the key of their criterion. */
export type ScoreRows = ReadonlyMap<string, readonly EvidenceRecord[]>;

export function scoreRows(records: readonly EvidenceRecord[]): ScoreRows {
  const rows = new Map<string, EvidenceRecord[]>();
  for (const record of records) {
    const key = keyOf(record.cells.get("Criterion")?.text ?? "");
    const same = rows.get(key) ?? [];
    same.push(record);
    rows.set(key, same);
  }
  return rows;
}

export function judgeCriterion(
  read: Records,
  rows: ScoreRows,
  criterion: Criterion,
  options: ScoreOptions,
): JudgedCriterion {
  const [name] = namesOf(criterion);
  const [first, second] = namesOf(criterion).flatMap((one) => rows.get(keyOf(one)) ?? []);
  if (first === undefined) return none(missing(read, name));
  if (second !== undefined) {
    return none(
      failed({
        code: "SCORE-DUPLICATE",
        problem: `\`${name}\` is scored twice: lines ${first.at.line} and ${second.at.line}`,
        remedy: "keep one of the two rows",
        at: placeIn(read.path, second.at),
        item: name,
      }),
    );
  }
  const cell = first.cells.get("Score") ?? { text: "", at: first.at };
  return judgeScore(name, cell.text, placeIn(read.path, cell.at), options);
}

function judgeScore(
  name: string,
  text: string,
  at: Place,
  { scale: [low, high], floor }: ScoreOptions,
): JudgedCriterion {
  const quantity = parseQuantity(text);
  const remedy = `write a whole number: \`<${low} to ${high}>\``;
  if (isMissing(text)) {
    const problem = `\`${name}\` has no score`;
    return none(failed({ code: "SCORE-EMPTY", problem, remedy, at, item: name }));
  }
  const isPlain =
    quantity.state === "quantity" && quantity.comparator === null && quantity.unit === "";
  if (!isPlain || !Number.isInteger(quantity.number)) {
    const problem = `the score of \`${name}\` is \`${text}\`, not a whole number`;
    return none(failed({ code: "SCORE-NOT-WHOLE", problem, remedy, at, item: name }));
  }
  const score = quantity.number;
  if (score < low || score > high) {
    const problem = `the score of \`${name}\` is ${score}, off the scale from ${low} to ${high}`;
    return none(failed({ code: "SCORE-OUT-OF-SCALE", problem, remedy, at, item: name }));
  }
  if (score >= floor) return { findings: [], score };
  const finding = failed({
    code: "SCORE-BELOW-FLOOR",
    problem: `\`${name}\` scores ${score}; less than ${floor} is not enough`,
    remedy: "work on what holds it down, then score it again",
    at,
    item: name,
  });
  return { findings: [finding], score };
}

/** More rows than this are not searched for the one that was perhaps meant. */
const MOST_GUESSES = 500;

function missing({ table, path, records }: Records, name: string) {
  const seen = records
    .slice(0, MOST_GUESSES)
    .flatMap(({ cells }) => cells.get("Criterion")?.text ?? []);
  const meant = suggest(name, seen);
  const row =
    table === null
      ? `criterion: ${name}\nscore: <score>`
      : `| ${table.headers.map(({ text }, index) => (index === 0 ? name : `<${text}>`)).join(" | ")} |`;
  return failed({
    code: "SCORE-MISSING",
    problem: `\`${name}\` is not scored${meant === null ? "" : `; did you mean \`${meant}\`?`}`,
    ...pasting("add it with its score:\n\n", row),
    at: table === null ? topOf(path) : placeIn(path, table.at),
    item: name,
  });
}

function none(finding: Finding<ScoreCode>): JudgedCriterion {
  return { findings: [finding], score: null };
}
