import type { Store } from "../../store/store.ts";

const DAY = 24 * 3_600_000;

/** GitHub brings nothing again after three days; a week also tells what was the matter. */
const DELIVERIES = 7 * DAY;
/** Audits look back a year. */
const HISTORY = 400 * DAY;
/** Of what nobody has looked at for so long, the next look is a first one. */
const MEMOS = 30 * DAY;
/** In one go: nothing else runs meanwhile, and of a million deliveries each lies on a page of its own. */
const LIMIT = 200;

/** Removes what nobody needs any more. */
export async function prune(store: Pick<Store, "prune">, now: number): Promise<void> {
  const older = { deliveries: now - DELIVERIES, history: now - HISTORY, memos: now - MEMOS };
  while ((await store.prune({ ...older, limit: LIMIT })) > 0);
}
