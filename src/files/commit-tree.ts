import { type Fact, type FileFact, known, type PathEntry } from "../model/fact.ts";
import type { Glob } from "./glob.ts";
import { LINK_MODE, Listing, SUBMODULE_MODE } from "./listing.ts";
import { foldersAbove, shapeOf } from "./repository-path.ts";

export interface TreeEntry {
  readonly mode: string;
  readonly blob: string;
}

/** What stands at a path of a commit: the blob that is yet to be read, or why there is none. */
export type Located =
  | { readonly state: "blob"; readonly blob: string }
  | Exclude<FileFact, { readonly state: "file" }>;

/** The files of one commit. */
export class CommitTree {
  readonly #listing: Listing<TreeEntry>;

  constructor(entries: ReadonlyMap<string, TreeEntry>) {
    this.#listing = new Listing(entries);
  }

  file(path: string): Fact<Located> {
    return known(this.#locate(path));
  }

  #locate(path: string): Located {
    const shape = shapeOf(path);
    if (shape !== "inside") return { state: shape === "outside" ? "outside" : "absent" };
    const entry = this.#listing.entries.get(path);
    if (entry !== undefined) return locatedAt(entry);
    if (this.#listing.folders.has(path)) return { state: "directory" };
    for (const folder of foldersAbove(path)) {
      const above = this.#listing.entries.get(folder);
      if (above?.mode === LINK_MODE) return { state: "link" };
      if (above?.mode === SUBMODULE_MODE) return { state: "submodule" };
    }
    return { state: "absent" };
  }

  files(glob: Glob, entries?: "all"): Fact<readonly PathEntry[]> {
    const found = [...this.#listing.entries]
      .filter(([path, { mode }]) => (isRegular(mode) || entries === "all") && glob.matches(path))
      .map(([path, entry]) => entryOf(path, entry));
    return known(found.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  folders(glob: Glob): Fact<readonly string[]> {
    return known([...this.#listing.folders].filter((folder) => glob.matches(folder)).sort());
  }
}

export function entryOf(path: string, { mode, blob }: TreeEntry): PathEntry {
  if (isRegular(mode)) return { path, blob };
  return { path, blob, kind: mode === SUBMODULE_MODE ? "submodule" : "link" };
}

export function isRegular(mode: string): boolean {
  return mode.startsWith("100");
}

export function locatedAt({ mode, blob }: TreeEntry): Located {
  if (mode === LINK_MODE) return { state: "link" };
  if (mode === SUBMODULE_MODE) return { state: "submodule" };
  return isRegular(mode) ? { state: "blob", blob } : { state: "directory" };
}
