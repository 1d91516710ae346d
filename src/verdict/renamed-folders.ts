import type { ChangedPath } from "../model/fact.ts";
import { globMatcher } from "../text/glob-matcher.ts";

/** What is known of the folders of services. */
export interface Folders {
  /** The glob that finds them. */
  readonly glob: string;
  readonly here: readonly string[];
  readonly base: readonly string[];
}

/**
 * Folders of base that the change takes away while it brings something that may be the same service
 * under another name: the folder of another service, a file of theirs that moved to where no service
 * is, or a link or submodule in their place. A name decides what the policy says of a service, and a
 * folder which of its records are found on base; so the old one is judged as well. A service that
 * only goes away is not, where the changed paths are known.
 */
export function renamedFolders(
  { glob, here, base }: Folders,
  changes: readonly ChangedPath[] | null,
): readonly string[] {
  const [now, before] = [new Set(here), new Set(base)];
  const lost = base.filter((folder) => !now.has(folder));
  if (changes === null) return lost;
  // What was added to base after the branch was cut is not there either, and was not touched.
  const touched = new Set(
    changes
      .map(({ path, previous }) => previous ?? path)
      .flatMap((path) => [path, ...foldersOf(path)]),
  );
  const gone = lost.filter((folder) => touched.has(folder));
  const bringsAnother = here.some((folder) => !before.has(folder));
  if (bringsAnother || gone.length === 0) return gone;
  const isService = globMatcher([glob]);
  return gone.filter((folder) =>
    changes.some(({ path, previous }) => {
      if (path === folder) return true;
      return previous?.startsWith(`${folder}/`) === true && !foldersOf(path).some(isService);
    }),
  );
}

/** The folders around a path. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
