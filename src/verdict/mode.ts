import type { IsoDate } from "../model/iso-date.ts";
import type { Mode } from "../model/outcome.ts";
import type { Policy } from "../model/policy.ts";
import type { Timeline } from "../time/timeline.ts";

/** Whether the day a setting waits for has not come yet. */
export function isScheduled(enforceFrom: IsoDate | null, time: Timeline): boolean {
  return enforceFrom !== null && time.isAhead(enforceFrom);
}

/** Where `enforce_from` is set the date decides: advisory before it, enforce from it. */
export function modeOf(policy: Pick<Policy, "mode" | "enforce_from">, time: Timeline): Mode {
  if (policy.enforce_from === null) return policy.mode;
  return isScheduled(policy.enforce_from, time) ? "advisory" : "enforce";
}
