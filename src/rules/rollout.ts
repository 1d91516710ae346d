import { placeIn } from "../model/place.ts";
import type { FactReader } from "../model/ports.ts";
import { fillIn } from "../model/service.ts";
import { formatInstant } from "../time/date.ts";
import { formatDuration } from "../time/duration.ts";
import { defineRule, type RuleContext } from "./define-rule.ts";
import { errored, pending } from "./findings.ts";
import { isRefused, type Refused, readData } from "./reading/readiness.ts";
import { ROLLOUT_CODES, type RolloutFinding } from "./rollout/codes.ts";
import { judgeStatement } from "./rollout/judge-statement.ts";
import { grows, judgeMove, type Move } from "./rollout/judge-step.ts";
import { type RolloutOptions, rolloutOptions } from "./rollout/options.ts";
import { onBaseSince } from "./rollout/soak.ts";
import { judgeStageMetrics } from "./rollout/stage-metrics.ts";
import { isSameStep, readStatement, stepIn, stepOf } from "./rollout/step.ts";
import { lengthOf } from "./settings/duration-setting.ts";

export const rollout = defineRule({
  type: "rollout",
  meta: {
    holdsWhen: "the step of exposure is in range, in order and soaked",
    why: "What goes wrong at ten percent shows after a while and at ten percent. Each step is small, is watched, and its time runs from the merge, which nobody can type.",
    ages: null,
  },
  options: rolloutOptions,
  reads: ["file", "history"],
  codes: ROLLOUT_CODES,
  evaluate(facts, options, context) {
    const path = fillIn(options.file, context.service);
    const base = facts.read("file", { path, revision: "base" });
    const read = readData(facts, path);
    if (read === null || base === null) return [];
    if (isRefused(read)) return describeFile(read, path, options);
    const { stages } = options;
    const statement = readStatement(read.root, stages);
    const wrong = judgeStatement(statement, path, stages, context.time);
    const step = stepOf(statement);
    const before = stepIn(base, path, stages);
    // What the pull request leaves as it is, is no step of this pull request.
    if (step === null || (before !== null && isSameStep(before, step))) return wrong;
    const move: Move = { before, step, statement, path };
    return [...wrong, ...judgeMove(move, options), ...judgeSoak(facts, move, options, context)];
  },
});

/** The step before has to be watched before more is exposed; less may be exposed at any time. */
function judgeSoak(
  facts: FactReader<"file" | "history">,
  move: Move,
  { stages }: RolloutOptions,
  context: RuleContext,
): readonly RolloutFinding[] {
  const { before, path, statement } = move;
  const stage = before === null ? undefined : stages[before.stage];
  if (before === null || stage === undefined || !grows(move)) return [];
  const { min_soak, metrics } = stage;
  const soak = min_soak === undefined ? null : lengthOf(min_soak);
  if (soak === null && metrics.length === 0) return [];
  const history = facts.read("history", { path, revision: "base" });
  const since = history === null ? null : onBaseSince(history, before, path, stages);
  const measured = judgeStageMetrics(facts, metrics, since, context);
  if (history === null) return [];
  const at = placeIn(path, statement.at.percent);
  const now = `\`${stage.id}\` at ${before.percent} %`;
  if (since === null) {
    return [
      errored({
        code: "ROLLOUT-NO-HISTORY",
        problem: `the history of the base branch does not tell since when it has had ${now}`,
        remedy: "fetch the whole history (`git fetch --unshallow`) and judge again",
        at,
        item: "history",
      }),
    ];
  }
  if (soak === null || context.time.reached(since + soak)) return measured;
  const end = formatInstant(since + soak);
  return [
    pending({
      code: "ROLLOUT-SOAKING",
      problem: `${now} has been on the base branch since ${formatInstant(since)} and is watched for ${formatDuration(soak)}, until ${end}`,
      remedy: `wait until ${end}; it is judged again then`,
      at,
      item: "percent",
    }),
    ...measured,
  ];
}

function describeFile(
  { findings }: Refused,
  path: string,
  { stages }: RolloutOptions,
): readonly RolloutFinding[] {
  const ids = stages.map(({ id }) => id).join(" | ");
  const paste = `stage: <${ids}>\npercent: <number>`;
  const remedy = `create \`${path}\`:\n\n\`\`\`yaml\n${paste}\n\`\`\``;
  return findings.map((finding) =>
    finding.code === "FILE-MISSING" ? { ...finding, remedy, paste } : finding,
  );
}
