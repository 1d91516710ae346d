import type { Addresses } from "../rest/shapes/addresses.ts";
import type { RateLimits } from "../server/rate-limits.ts";
import { atLeast } from "../world/account.ts";
import type { HostedRepository } from "../world/hosted-repository.ts";
import { scopesAllow, type Token } from "../world/token.ts";
import type { World } from "../world/world.ts";
import { forbidden } from "./graphql-refusal.ts";

/** Who asks, and of what world. */
export interface Asking {
  readonly world: World;
  readonly at: Addresses;
  readonly token: Token;
  readonly limits: RateLimits;
}

/** Whether a repository is there at all for who asks. */
export function maySee({ world, token }: Asking, repository: HostedRepository): boolean {
  if (!repository.isPrivate) return true;
  if (token.kind === "app") return token.repositories.has(repository.fullName.toLowerCase());
  const isInScope = scopesAllow(token.scopes, { isPrivate: true, level: "read" });
  return isInScope && atLeast(world.access(repository, token.login), "read");
}

/** Refuses an app that was not granted to read a part of a private repository. */
export function mustRead(
  { token }: Asking,
  repository: HostedRepository,
  permission: string,
): void {
  if (token.kind === "user" || !repository.isPrivate) return;
  if (token.permissions[permission] === undefined) throw forbidden();
}
