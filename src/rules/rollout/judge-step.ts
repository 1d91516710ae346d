import { placeIn } from "../../model/place.ts";
import { failed, pasting } from "../findings.ts";
import type { RolloutFinding } from "./codes.ts";
import type { RolloutOptions } from "./options.ts";
import type { Statement, Step } from "./step.ts";

/** A step as against the one on the base branch; `null` there for none. */
export interface Move {
  readonly before: Step | null;
  readonly step: Step;
  readonly statement: Statement;
  readonly path: string;
}

/** Whether more is exposed than before, in one respect at least. */
export function grows({ before, step }: Move): boolean {
  if (before === null) return true;
  return step.stage > before.stage || step.percent > before.percent;
}

/** Whether less is exposed than before, in one respect at least. */
function shrinks({ before, step }: Move): boolean {
  if (before === null) return false;
  return step.stage < before.stage || step.percent < before.percent;
}

/** What is wrong with the direction of a move and with the stages it leaves out. */
export function judgeMove(move: Move, options: RolloutOptions): readonly RolloutFinding[] {
  const { statement, path } = move;
  if (statement.isRollback && grows(move)) {
    return [
      failed({
        code: "ROLLOUT-NOT-A-ROLLBACK",
        problem: `${describe(move, options)} is marked as a rollback and exposes more than before`,
        remedy: "take the mark `rollback` away; a rollback only lowers the exposure",
        at: placeIn(path, statement.at.rollback),
        item: "rollback",
      }),
    ];
  }
  const decrease =
    options.monotonic && shrinks(move) && !statement.isRollback
      ? [
          failed({
            code: "ROLLOUT-DECREASE",
            problem: `${describe(move, options)} exposes less than before and is not marked as a rollback`,
            ...pasting("if it is one, say why:", "rollback: <reason>"),
            at: placeIn(path, statement.at.percent),
            item: "percent",
          }),
        ]
      : [];
  return [...decrease, ...judgeSkip(move, options)];
}

function judgeSkip(move: Move, options: RolloutOptions): RolloutFinding[] {
  const { before, step, statement, path } = move;
  const skipped = options.stages.slice((before?.stage ?? -1) + 1, step.stage);
  const [next] = skipped;
  if (next === undefined || !options.no_skip) return [];
  const names = skipped.map(({ id }) => `\`${id}\``).join(", ");
  const from =
    before === null
      ? "; the base branch states no step, or no base was named with `--base <ref>`"
      : "";
  return [
    failed({
      code: "ROLLOUT-SKIPPED",
      problem: `${describe(move, options)} leaves out ${names}${from}`,
      ...pasting(`take the stage \`${next.id}\` first:`, `stage: ${next.id}`),
      at: placeIn(path, statement.at.stage),
      item: "stage",
    }),
  ];
}

/** `from `canary` at 5 % to `limited` at 10 %` */
function describe({ before, step }: Move, { stages }: RolloutOptions): string {
  const name = ({ stage, percent }: Step) => `\`${stages[stage]?.id ?? ""}\` at ${percent} %`;
  return before === null ? name(step) : `the step from ${name(before)} to ${name(step)}`;
}
