import type { World } from "../world/world.ts";
import type { RestAnswer } from "./operation.ts";
import type { Addresses } from "./shapes/addresses.ts";

/** Where a request to a repository under the name that it had is led; `null` for any other. */
export function movedTo(
  world: World,
  { method, path, at }: { readonly method: string; readonly path: string; readonly at: Addresses },
): RestAnswer | null {
  const [, name = "", rest = ""] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(path) ?? [];
  const repository = world.find(name);
  if (repository === null || repository.fullName.toLowerCase() === name.toLowerCase()) return null;
  const url = `${at.api}/repositories/${repository.id}${rest}`;
  const documentation_url = "https://docs.github.com/rest";
  return {
    status: method === "GET" ? 301 : 307,
    headers: { location: url },
    body: { message: "Moved Permanently", url, documentation_url },
  };
}

/** A path under a repository's id as the one under its name, which GitHub describes. */
export function named(world: World, path: string): string {
  const [, id, rest = ""] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  if (id === undefined) return path;
  const found = world.repositories().find((one) => String(one.id) === id);
  return found === undefined ? path : `/repos/${found.fullName}${rest}`;
}
