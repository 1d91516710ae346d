import type { ChangedPath } from "../model/fact.ts";

/**
 * Folders of base that the change takes away while it brings others: perhaps the same service under
 * another name. A name decides what the policy says of a service, and a folder which of its records
 * are found on base; so the old one is judged as well. A service that only goes away is not.
 */
export function renamedFolders(
  here: readonly string[],
  base: readonly string[],
  changes: readonly ChangedPath[] | null,
): readonly string[] {
  const [now, before] = [new Set(here), new Set(base)];
  if (here.every((folder) => before.has(folder))) return [];
  const lost = base.filter((folder) => !now.has(folder));
  if (changes === null) return lost;
  // What was added to base after the branch was cut is not there either, and was not touched.
  const touched = new Set(changes.flatMap(({ path, previous }) => around(previous ?? path)));
  return lost.filter((folder) => touched.has(folder));
}

/** The path and the folders around it. */
function around(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
