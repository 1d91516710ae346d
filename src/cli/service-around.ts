import { foldersAbove } from "../files/repository-path.ts";
import type { Service } from "../model/service.ts";
import { globMatcher } from "../text/glob-matcher.ts";
import { listServices } from "../verdict/select-services.ts";
import type { Checkout } from "../worktree/checkout.ts";
import { checkoutSource } from "../worktree/checkout-source.ts";
import { openPolicy } from "./open-policy.ts";
import { pathBelow } from "./path-below.ts";

/**
 * The service whose folder somebody stands in, by the policy; `null` at the root, elsewhere, and
 * where the policy cannot be read.
 */
export async function serviceAround(checkout: Checkout, cwd: string): Promise<Service | null> {
  const below = pathBelow(checkout.root, cwd);
  if (below === null || below === "") return null;
  const options = { policy: null, organization: null, cwd };
  const opened = await openPolicy(checkout, checkoutSource(checkout), options);
  if (opened.state === "invalid") return null;
  const { policy } = opened;
  const around = [...foldersAbove(below), below];
  const folders = around.filter(globMatcher(policy.services?.from ?? []));
  const services = listServices(policy, folders).filter(({ path }) => around.includes(path));
  return services.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}
