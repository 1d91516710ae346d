import { placeIn } from "../../model/place.ts";
import { suggest } from "../../text/suggest.ts";
import type { Timeline } from "../../time/timeline.ts";
import { failed, pasting } from "../findings.ts";
import type { RolloutFinding } from "./codes.ts";
import { type RolloutStage, rangeOf } from "./options.ts";
import type { Statement } from "./step.ts";

/** What is wrong with the file by itself, whatever the base branch says. */
export function judgeStatement(
  statement: Statement,
  path: string,
  stages: readonly RolloutStage[],
  time: Timeline,
): readonly RolloutFinding[] {
  return [
    ...judgeStage(statement, path, stages),
    ...judgePercent(statement, path, stages),
    ...judgeStart(statement, path, time),
  ];
}

function judgeStage(
  { stage, stageText, at }: Statement,
  path: string,
  stages: readonly RolloutStage[],
): RolloutFinding[] {
  if (stage !== null) return [];
  const ids = stages.map(({ id }) => id);
  const meant = stageText === null ? null : suggest(stageText, ids);
  const known = ids.map((id) => `\`${id}\``).join(", ");
  return [
    failed({
      code: "ROLLOUT-STAGE",
      problem:
        stageText === null
          ? `\`${path}\` names no stage`
          : `\`${stageText}\` is no stage of the policy; its stages are ${known}`,
      ...(meant === null
        ? pasting(`write one of ${known} as`, "stage: <stage>")
        : { remedy: `did you mean \`stage: ${meant}\`?`, paste: `stage: ${meant}` }),
      at: placeIn(path, at.stage),
      item: "stage",
    }),
  ];
}

function judgePercent(
  { stage, percent, percentText, at }: Statement,
  path: string,
  stages: readonly RolloutStage[],
): RolloutFinding[] {
  const told = { at: placeIn(path, at.percent), item: "percent" };
  if (percent === null) {
    if (percentText === null && stage === null) return [];
    return [
      failed({
        code: "ROLLOUT-PERCENT",
        problem:
          percentText === null
            ? `\`${path}\` does not say to how many percent`
            : `\`${percentText}\` is no number from 0 to 100`,
        ...pasting("write the exposure as", "percent: <number>"),
        ...told,
      }),
    ];
  }
  const asked = stage === null ? undefined : stages[stage];
  if (asked === undefined) return [];
  const [least, most] = rangeOf(asked);
  if (percent >= least && percent <= most) return [];
  const range = least === most ? `is ${least} %` : `reaches from ${least} to ${most} %`;
  return [
    failed({
      code: "ROLLOUT-OUT-OF-RANGE",
      problem: `${percent} % is not in the stage \`${asked.id}\`, which ${range}`,
      remedy: "expose at most what the stage allows, or name the stage that is meant",
      ...told,
    }),
  ];
}

function judgeStart({ startedAt, at }: Statement, path: string, time: Timeline): RolloutFinding[] {
  if (startedAt === null) return [];
  const told = { at: placeIn(path, at.started_at), item: "started_at" };
  if (startedAt.instant === null) {
    return [
      failed({
        code: "ROLLOUT-DATE",
        problem: `\`${startedAt.text}\` is no ISO date`,
        remedy: "write the day as `started_at: <YYYY-MM-DD>`, or the moment in UTC",
        paste: "started_at: <YYYY-MM-DD>",
        ...told,
      }),
    ];
  }
  if (time.reached(startedAt.instant)) return [];
  return [
    failed({
      code: "ROLLOUT-FUTURE",
      problem: `\`started_at\` says ${startedAt.text}, which is still to come`,
      remedy: "leave it out until the exposure has started; the merge counts without it",
      ...told,
    }),
  ];
}
