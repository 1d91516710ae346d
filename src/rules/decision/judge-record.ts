import { readDate } from "../../evidence/cell-value.ts";
import { placeIn } from "../../model/place.ts";
import { formatDuration } from "../../time/duration.ts";
import type { RuleContext } from "../define-rule.ts";
import { conditional, failed, pasting, pastingOneOf } from "../findings.ts";
import { isFilledIn } from "../reading/filled-in.ts";
import { frontMatterFix } from "../reading/front-matter-line.ts";
import { topOf } from "../reading/readiness.ts";
import { effectOf } from "./choose-record.ts";
import type { DecisionFinding } from "./codes.ts";
import { selfAttested } from "./decision-findings.ts";
import type { DecisionOptions } from "./options.ts";
import type { DecisionRecord } from "./parse-record.ts";
import { fieldText, fieldTexts } from "./record-fields.ts";
import { missingParts } from "./required-parts.ts";

/** What the record that decides has to say. */
export function judgeRecord(
  record: DecisionRecord,
  options: DecisionOptions,
  context: RuleContext,
): readonly DecisionFinding[] {
  const vouching =
    record.isOnBase || options.decider_role !== undefined ? [] : [selfAttested(record)];
  return [
    ...judgeOutcome(record, options),
    ...missingParts(record, options.require),
    ...judgeExpiry(record, context),
    ...judgeAge(record, context),
    ...vouching,
  ];
}

function judgeOutcome(
  record: DecisionRecord,
  { outcomes }: DecisionOptions,
): readonly DecisionFinding[] {
  const { path, outcome } = record;
  const stated = outcome?.text ?? "";
  const told = { at: placeIn(path, outcome?.at ?? topOf(path)), item: path };
  const known = Object.keys(outcomes).map((name) => `\`${name}\``);
  switch (effectOf(record, outcomes)) {
    case "pass":
      return [];
    case "conditional":
      return [...conditionsOf(record)];
    case "fail":
      return [
        failed({
          code: "DECISION-AGAINST",
          problem: `the newest record, \`${path}\` of ${record.decided}, says \`${stated}\``,
          remedy: "do what it asks for; a later record can decide anew",
          ...told,
        }),
      ];
    case "unmapped":
      return [
        failed({
          code: "DECISION-UNMAPPED",
          problem:
            stated === ""
              ? `\`${path}\` states no outcome`
              : `\`${path}\` states the outcome \`${stated}\`, which the policy does not know`,
          ...pasting(`state one of ${known.join(", ")} as`, "outcome: <outcome>"),
          ...told,
        }),
      ];
  }
}

function conditionsOf(record: DecisionRecord): readonly DecisionFinding[] {
  const { path, fields } = record;
  const conditions = fieldTexts(fields, "conditions");
  const until = fieldText(fields, "expires");
  const lacks = (key: string, value: string) =>
    failed({
      code: "DECISION-INCOMPLETE",
      problem: `\`${path}\` decides on conditions and lacks \`${key}\``,
      ...frontMatterFix(`${key}: ${value}`, fields.has(key)),
      at: placeIn(path, fields.get(key)?.keyAt ?? topOf(path)),
      item: `${path} ${key}`,
    });
  const lacking = [
    ...(conditions.length > 0 && conditions.every(({ text }) => isFilledIn(text))
      ? []
      : [lacks("conditions", "[<what has to hold>]")]),
    ...(until === null || !isFilledIn(until.text) ? [lacks("expires", "<YYYY-MM-DD>")] : []),
  ];
  if (lacking.length > 0 || until === null) return lacking;
  return [
    conditional({
      code: "DECISION-CONDITIONAL",
      problem: `\`${path}\` lets it pass until ${until.text} on conditions: ${conditions.map(({ text }) => text).join("; ")}`,
      remedy: "meet the conditions, then record the decision anew",
      at: placeIn(path, record.outcome?.at ?? topOf(path)),
      item: path,
    }),
  ];
}

/** Whatever the outcome: what has an end ends. */
function judgeExpiry(
  { path, fields }: DecisionRecord,
  { time }: RuleContext,
): readonly DecisionFinding[] {
  const until = fieldText(fields, "expires");
  if (until === null) return [];
  const told = { at: placeIn(path, until.at), item: `${path} expires` };
  const read = readDate(until.text);
  if (read.state !== "date") {
    const readings = read.state === "other" ? read.readings : [];
    return [
      failed({
        code: "DECISION-DATE",
        problem: `\`${until.text}\` is no ISO date`,
        ...pastingOneOf("write", readings, (reading) => `expires: ${reading}`),
        ...told,
      }),
    ];
  }
  if (!time.isOver(read.date)) return [];
  return [
    failed({
      code: "DECISION-EXPIRED",
      problem: `\`${path}\` expired at the end of ${read.date}`,
      remedy: "decide anew, in a record with a later date",
      ...told,
    }),
  ];
}

function judgeAge(
  { path, decided, fields }: DecisionRecord,
  { time, maxAge }: RuleContext,
): readonly DecisionFinding[] {
  if (maxAge === null || !time.isOlder(decided, maxAge)) return [];
  return [
    failed({
      code: "DECISION-STALE",
      problem: `\`${path}\` was decided ${time.daysSince(decided)} days ago; it may be ${formatDuration(maxAge)} old`,
      remedy: "decide anew, in a record with a later date",
      at: placeIn(path, fields.get("decided")?.node.at ?? topOf(path)),
      item: path,
    }),
  ];
}
