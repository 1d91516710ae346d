import type { GitHubClient } from "../../github/client.ts";
import { failureOf } from "../../github/failure.ts";
import type { Store } from "../../store/store.ts";

export interface Redelivering {
  readonly store: Pick<Store, "unjournalled" | "noteRedeliveries" | "position" | "setPosition">;
  /** As the app itself. */
  readonly client: GitHubClient;
  /** Milliseconds since 1970, by GitHub's clock. */
  now(): number;
}

/** As GitHub lists it. */
interface ListedDelivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly status_code: number;
}

const SWEEP = "deliveries";
const PAGE = 100;
/** GitHub brings again what is at most three days old. */
const OLDEST = 3 * 24 * 3_600_000;
/** What was under way at the last sweep may have failed since. */
const OVERLAP = 10 * 60_000;
/** Of one sweep; the others wait for the next. */
const MOST = 100;
/** What failed so often fails for a reason of its own; everything is looked at again in any case. */
const MOST_TIMES = 5;

/**
 * Asks GitHub to bring again what it could not deliver and what is not in the journal.
 *
 * @returns how many it asked for
 * @throws {GitHubFailure} where the deliveries cannot be listed.
 */
export async function redeliver({ store, client, now }: Redelivering): Promise<number> {
  const begun = now();
  const last = Number((await store.position(SWEEP)) ?? Number.NaN);
  const since = Math.max(begun - OLDEST, Number.isNaN(last) ? 0 : last - OVERLAP);
  const failed = await listFailed(client, since);
  const lost = new Set(await store.unjournalled([...failed.keys()]));
  const wanted = [...failed].filter(([guid]) => lost.has(guid));
  let [asked, seen] = [0, 0];
  // What failed too often takes no other's place.
  while (asked < MOST && seen < wanted.length) {
    const some = wanted.slice(seen, seen + MOST - asked);
    seen += some.length;
    const guids = some.map(([guid]) => guid);
    const noted = await store.noteRedeliveries(guids, begun);
    const spent = new Set(noted.flatMap(({ guid, times }) => (times > MOST_TIMES ? [guid] : [])));
    for (const [guid, id] of some) {
      if (spent.has(guid)) continue;
      await askAgain(id, client);
      asked += 1;
    }
  }
  // As long as there is more than one sweep asks for, the next begins where this one did.
  if (seen === wanted.length) await store.setPosition(SWEEP, String(begun));
  return asked;
}

/** One that GitHub no longer has keeps no other back. */
async function askAgain(id: number, client: GitHubClient): Promise<void> {
  try {
    await client.request("POST /app/hook/deliveries/{delivery_id}/attempts", { delivery_id: id });
  } catch (error) {
    failureOf(error);
  }
}

/** Deliveries of which no attempt succeeded, with the id of the newest attempt, newest first. */
async function listFailed(
  client: GitHubClient,
  since: number,
): Promise<ReadonlyMap<string, number>> {
  const failed = new Map<string, number>();
  const succeeded = new Set<string>();
  let cursor: string | null = null;
  do {
    const { data, headers } = await client.request("GET /app/hook/deliveries", {
      per_page: PAGE,
      ...(cursor !== null && { cursor }),
    });
    const page = data as readonly ListedDelivery[];
    for (const { id, guid, status_code: status } of page) {
      if (status >= 200 && status < 300) succeeded.add(guid);
      else if (!failed.has(guid)) failed.set(guid, id);
    }
    const oldest = Date.parse(page.at(-1)?.delivered_at ?? "");
    cursor = Number.isNaN(oldest) || oldest < since ? null : cursorIn(headers.link);
  } while (cursor !== null);
  for (const guid of succeeded) failed.delete(guid);
  return failed;
}

/** Of the next page, in a header `Link`. */
function cursorIn(link: string | number | undefined): string | null {
  const [, address = ""] = /<([^>]+)>;\s*rel="next"/.exec(String(link ?? "")) ?? [];
  return address === "" ? null : new URL(address).searchParams.get("cursor");
}
