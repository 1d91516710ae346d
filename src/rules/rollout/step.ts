import { parseQuantity, readDate } from "../../evidence/cell-value.ts";
import { parseData } from "../../evidence/parse-data.ts";
import { valueAt } from "../../evidence/walk-data.ts";
import type { LocatedValue } from "../../model/document.ts";
import type { FileFact } from "../../model/fact.ts";
import type { IsoDate } from "../../model/iso-date.ts";
import type { Point } from "../../model/place.ts";
import { keyOf } from "../../text/key.ts";
import { type Instant, startOf } from "../../time/date.ts";
import { isFilledIn } from "../reading/filled-in.ts";
import { type RolloutStage, rangeOf } from "./options.ts";

/** What a rollout file states, as far as it can be read. */
export interface Statement {
  /** Index among the policy's stages; `null` for none of them. */
  readonly stage: number | null;
  readonly stageText: string | null;
  readonly percent: number | null;
  readonly percentText: string | null;
  /** Whether it is marked as a rollback. */
  readonly isRollback: boolean;
  readonly startedAt: { readonly text: string; readonly instant: Instant | null } | null;
  /** Where each key stands; where it is missing, the top of the data. */
  readonly at: Readonly<Record<"stage" | "percent" | "rollback" | "started_at", Point>>;
}

/** An exposure: the same stage and percentage are the same step, whatever else the file says. */
export interface Step {
  readonly stage: number;
  readonly percent: number;
  readonly startedAt: Instant | null;
}

export function isSameStep(a: Step, b: Step): boolean {
  return a.stage === b.stage && a.percent === b.percent;
}

export function readStatement(root: LocatedValue, stages: readonly RolloutStage[]): Statement {
  const at = (key: string) => valueAt(root, key)?.at ?? root.at;
  const stageText = textAt(root, "stage");
  const index = stages.findIndex(({ id }) => keyOf(id) === keyOf(stageText ?? ""));
  const stage = stageText === null || index < 0 ? null : index;
  const percentText = textAt(root, "percent");
  const started = textAt(root, "started_at");
  return {
    stage,
    stageText,
    percent: percentText === null ? impliedPercent(stages[stage ?? -1]) : readPercent(percentText),
    percentText,
    isRollback: marksRollback(valueAt(root, "rollback")),
    startedAt: started === null ? null : { text: started, instant: readInstant(started) },
    at: {
      stage: at("stage"),
      percent: at("percent"),
      rollback: at("rollback"),
      started_at: at("started_at"),
    },
  };
}

export function stepOf({ stage, percent, startedAt }: Statement): Step | null {
  if (stage === null || percent === null) return null;
  return { stage, percent, startedAt: startedAt?.instant ?? null };
}

/** The step another version of the file states; `null` where it states none. */
export function stepIn(
  content: FileFact,
  path: string,
  stages: readonly RolloutStage[],
): Step | null {
  if (content.state !== "file") return null;
  const data = parseData(content.file, path.toLowerCase().endsWith(".json") ? "json" : "yaml");
  return data.state === "parsed" ? stepOf(readStatement(data.root, stages)) : null;
}

/** A stage with a single percentage need not have it repeated. */
function impliedPercent(stage: RolloutStage | undefined): number | null {
  if (stage === undefined) return null;
  const [least, most] = rangeOf(stage);
  return least === most ? least : null;
}

function readPercent(text: string): number | null {
  const quantity = parseQuantity(text);
  if (quantity.state !== "quantity" || quantity.comparator !== null) return null;
  if (quantity.unit !== "" && quantity.unit !== "%") return null;
  return quantity.number >= 0 && quantity.number <= 100 ? quantity.number : null;
}

/** YAML of this product reads these as text. */
const NO: ReadonlySet<string> = new Set(["no", "off", "n", "false", "0"]);

/** `true`, or the reason in words of one's own. */
function marksRollback(node: LocatedValue | null): boolean {
  const value = node?.value ?? null;
  if (typeof value === "string") return !NO.has(keyOf(value)) && isFilledIn(value);
  return value === true;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/;

function readInstant(text: string): Instant | null {
  const day = readDate(INSTANT.exec(text)?.[1] ?? text);
  if (day.state !== "date") return null;
  const instant = INSTANT.test(text) ? Date.parse(text) : startOf(day.date as IsoDate);
  return Number.isNaN(instant) ? null : instant;
}

function textAt(root: LocatedValue, key: string): string | null {
  const value = valueAt(root, key)?.value ?? null;
  return value === null || typeof value === "object" ? null : String(value).trim();
}
