import { type OpenedPull, openPull } from "../github/open-pull.ts";
import { branchesIn } from "./load-at-tip.ts";
import type { Promoting } from "./promote.ts";

/** Opens a pull request as what may be a promotion: what else is open counts where it is one too. */
export async function openPromotion(
  number: number,
  promoting: Pick<Promoting, "packs" | "expectation"> &
    Omit<Parameters<typeof openPull>[0], "number">,
): Promise<OpenedPull> {
  const { expectation, name, packs } = promoting;
  const expectedInto = expectation?.openPullsInto(name) ?? null;
  const opened = await openPull({
    ...{ ...promoting, number, expectedInto, branchesOf: branchesIn(packs) },
  });
  expectation?.noteOpenPulls(name, opened.openPullsInto);
  return opened;
}
