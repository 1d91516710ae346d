import type { Lane } from "../work.ts";

const LANES: readonly Lane[] = ["prompt", "background"];

/** As the column `lane` keeps it: the lower is the more urgent. */
export function laneNumber(lane: Lane | undefined): number {
  return lane === "background" ? 1 : 0;
}

export function laneOf(number: number): Lane {
  return LANES[number] ?? "prompt";
}
