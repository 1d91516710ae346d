import type { Finding } from "../../model/finding.ts";
import { type Point, placeIn } from "../../model/place.ts";
import { noted } from "../findings.ts";
import type { EvidenceRecord } from "../reading/records.ts";
import {
  type Bound,
  boundOf,
  type Direction,
  directionOf,
  isLooser,
  type Stated,
  stated,
} from "./bound.ts";
import { type KpiColumn, LEVEL_COLUMNS, LEVELS } from "./columns.ts";

/** What a KPI is held to: its levels and the baseline. */
export const BOUNDS = [...LEVELS, "baseline"] as const;

export type BoundName = (typeof BOUNDS)[number];

const BOUND_COLUMNS: Readonly<Record<BoundName, KpiColumn>> = {
  ...LEVEL_COLUMNS,
  baseline: "Baseline",
};

export interface LevelsQuestion {
  readonly kpi: string;
  readonly path: string;
  readonly row: EvidenceRecord;
  /** The KPI's rows on the base branch. */
  readonly base: readonly EvidenceRecord[];
  /** What the policy sets. */
  readonly set: Readonly<Partial<Record<BoundName, string | undefined>>>;
}

export interface Levels {
  /** `null` where no level says whether more or less is better. */
  readonly direction: Direction | null;
  readonly bounds: Readonly<Partial<Record<BoundName, Bound>>>;
  readonly notes: readonly Finding<"METRICS-LOOSENED" | "METRICS-OVERRULED">[];
}

type Bounds = Partial<Record<BoundName, Bound>>;

/**
 * The levels that count: the policy's, else the stricter of document and base branch. Whoever opens
 * the pull request writes the document, so what is looser there (lower, emptied, turned round, in
 * another unit) changes nothing until it has landed.
 */
export function levelsOf(question: LevelsQuestion): Levels {
  const { row, set } = question;
  const policy = boundsOf(
    (name) => settingOf(set, name),
    "policy",
    () => row.at,
  );
  const document = boundsOf(
    (name) => cellOf(row, name),
    "document",
    (name) => atOf(row, name),
  );
  const bases = question.base
    .map((old) =>
      boundsOf(
        (name) => cellOf(old, name),
        "base",
        (name) => atOf(row, name),
      ),
    )
    .map((bounds) => fitting(bounds, policy));
  const direction =
    firstDirection(policy) ??
    bases.map(firstDirection).find(isDirection) ??
    firstDirection(document);
  const bounds: Bounds = {};
  const notes: Levels["notes"][number][] = [];
  for (const name of BOUNDS) {
    const here = document[name] ?? null;
    const ruled = policy[name];
    if (ruled !== undefined) {
      bounds[name] = ruled;
      if (here !== null && !isSame(here, ruled)) notes.push(overruled(question, name, here, ruled));
      continue;
    }
    let counting = here;
    for (const base of bases) counting = stricter(counting, base[name] ?? null, direction);
    if (counting === null) continue;
    bounds[name] = counting;
    if (counting.from === "base") notes.push(loosened(question, name, counting));
  }
  return { direction, bounds, notes };
}

function boundsOf(
  textOf: (name: BoundName) => Stated | null,
  from: Bound["from"],
  at: (name: BoundName) => Point,
): Bounds {
  const bounds: Bounds = {};
  for (const name of BOUNDS) {
    const text = textOf(name);
    const bound = text === null ? null : boundOf(text, from, at(name));
    if (bound !== null) bounds[name] = bound;
  }
  return bounds;
}

function settingOf(set: LevelsQuestion["set"], name: BoundName): Stated | null {
  const text = set[name];
  return text === undefined ? null : stated(text);
}

export function cellOf(row: EvidenceRecord, name: BoundName): Stated | null {
  const cell = row.cells.get(BOUND_COLUMNS[name]);
  return cell === undefined ? null : stated(cell.text);
}

export function atOf(row: EvidenceRecord, name: BoundName): Point {
  return row.cells.get(BOUND_COLUMNS[name])?.at ?? row.at;
}

/** Where the policy names unit and direction, old levels that contradict it are void. */
function fitting(base: Bounds, policy: Bounds): Bounds {
  const ruled = BOUNDS.map((name) => policy[name]).find((bound) => bound !== undefined);
  if (ruled === undefined) return base;
  const direction = firstDirection(policy);
  const fits: Bounds = {};
  for (const name of BOUNDS) {
    const bound = base[name];
    if (bound === undefined || bound.unit !== ruled.unit) continue;
    if (direction !== null && (directionOf(bound) ?? direction) !== direction) continue;
    fits[name] = bound;
  }
  return fits;
}

function firstDirection(bounds: Bounds): Direction | null {
  return (
    LEVELS.map((name) => bounds[name])
      .map((bound) => (bound === undefined ? null : directionOf(bound)))
      .find(isDirection) ?? null
  );
}

function isDirection(direction: Direction | null): direction is Direction {
  return direction !== null;
}

/** Without a direction nobody can tell which is stricter: then the base branch's stands. */
function stricter(
  here: Bound | null,
  base: Bound | null,
  direction: Direction | null,
): Bound | null {
  if (base === null || (directionOf(base) ?? direction) !== direction) return here;
  if (here === null || here.unit !== base.unit) return base;
  if ((directionOf(here) ?? direction) !== direction) return base;
  if (direction === null) return isSame(here, base) ? here : base;
  return isLooser(here, base, direction) ? base : here;
}

function isSame(a: Bound, b: Bound): boolean {
  return (
    a.number === b.number &&
    a.unit === b.unit &&
    (a.comparator ?? b.comparator) === (b.comparator ?? a.comparator)
  );
}

function loosened({ kpi, path, row }: LevelsQuestion, name: BoundName, base: Bound) {
  const cell = row.cells.get(BOUND_COLUMNS[name]);
  const now = cell === undefined || cell.text === "" ? "gone" : `\`${cell.text}\``;
  return noted({
    code: "METRICS-LOOSENED",
    problem: `the ${name} of \`${kpi}\` is \`${base.text}\` on the base branch and ${now} here; the base branch's counts`,
    remedy: "put it back, or have the policy set the level this KPI is held to",
    at: placeIn(path, base.at),
    item: `${kpi} ${name}`,
  });
}

function overruled(question: LevelsQuestion, name: BoundName, here: Bound, ruled: Bound) {
  return noted({
    code: "METRICS-OVERRULED",
    problem: `the ${name} of \`${question.kpi}\` is \`${here.text}\` here and \`${ruled.text}\` in the policy; the policy's counts`,
    remedy: "write the policy's level, so that readers see what counts",
    at: placeIn(question.path, here.at),
    item: `${question.kpi} ${name}`,
  });
}
