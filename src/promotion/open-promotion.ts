import { type OpenedPull, openPull } from "../github/open-pull.ts";
import { branchesIn } from "./load-at-tip.ts";
import type { Promoting } from "./promote.ts";

/** Opens a pull request as what may be a promotion: what else is open counts where it is one too. */
export function openPromotion(
  number: number,
  promoting: Pick<Promoting, "packs"> & Omit<Parameters<typeof openPull>[0], "number">,
): Promise<OpenedPull> {
  return openPull({ ...promoting, number, branchesOf: branchesIn(promoting.packs) });
}
