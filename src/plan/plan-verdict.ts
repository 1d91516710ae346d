import type { CheckRunEffect, StatusEffect } from "../model/effect.ts";
import { planCheckRun } from "./plan-check-run.ts";
import type { PlanInput } from "./plan-input.ts";
import { planStatus } from "./plan-status.ts";

/** The verdict on the commit, in the one voice there is. */
export function planVerdict(input: PlanInput): readonly (StatusEffect | CheckRunEffect)[] {
  return input.voice === "status" ? planStatus(input) : planCheckRun(input);
}
