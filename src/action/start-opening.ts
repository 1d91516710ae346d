import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { OpenedPull, PullOptions } from "../github/open-pull.ts";

/** Where `fetch` tells of each request that it puts on the wire. */
const SENT = "undici:client:sendHeaders";

/**
 * Asks for the pull request, and returns as soon as the question is on its way: GitHub looks for
 * the answer while what judges it is loaded, which takes as long.
 */
export async function startOpening(
  options: PullOptions,
): Promise<{ readonly opened: Promise<OpenedPull> }> {
  const { openPull } = await import("../github/open-pull.ts");
  let tell = (): void => undefined;
  const sent = new Promise<void>((resolve) => {
    tell = () => resolve();
  });
  subscribe(SENT, tell);
  const opened = openPull(options);
  // Whoever waits for it is told; until then nobody is missing it.
  const settled = opened.catch(() => undefined);
  await Promise.race([sent, settled]);
  unsubscribe(SENT, tell);
  return { opened };
}
