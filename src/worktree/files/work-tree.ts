import { entryOf, isRegular, type Located } from "../../files/commit-tree.ts";
import { type BlobStore, MOST_BYTES } from "../../files/content.ts";
import type { Glob } from "../../files/glob.ts";
import { LINK_MODE, type Listed, type Listing, SUBMODULE_MODE } from "../../files/listing.ts";
import { foldersAbove, shapeOf } from "../../files/repository-path.ts";
import { type Fact, type FileFact, known, missing, type PathEntry } from "../../model/fact.ts";
import type { StoredBlob, Unreadable, WorkFiles } from "./work-files.ts";

/** The evidence: what would land if everything in the work tree were committed. */
export class WorkTree {
  readonly #listing: Listing<Listed>;
  readonly #files: WorkFiles;
  readonly #blobs: BlobStore;

  constructor(listing: Listing<Listed>, files: WorkFiles, blobs: BlobStore) {
    this.#listing = listing;
    this.#files = files;
    this.#blobs = blobs;
  }

  /** The file, or the blob of the index that stands for it and is yet to be read. */
  file(path: string): Fact<FileFact | Located> {
    const shape = shapeOf(path);
    if (shape !== "inside") return known({ state: shape === "outside" ? "outside" : "absent" });
    const listed = this.#listing.entries.get(path);
    if (listed === undefined) return this.#unlisted(path);
    if (isForeign(listed)) return known({ state: "submodule" });
    const entry = this.#files.entry(path);
    switch (entry.kind) {
      case "file": {
        const stored = this.#files.store(path, entry.stats, knownBlobs(listed));
        if ("kind" in stored) return unread(path, stored);
        if (isLink(listed, stored)) return known({ state: "link" });
        return stored.bytes === null
          ? missing("too-large", `it is over ${MOST_BYTES / 1024 / 1024} MiB`)
          : known(this.#blobs.keep(stored.bytes, stored.blob));
      }
      case "absent":
        return known(skippedFile(listed) ?? { state: "absent" });
      case "unreadable":
        return unread(path, entry);
      case "special":
        return known({ state: "absent" });
      default:
        return known({ state: entry.kind });
    }
  }

  /** A path that would not land; what stands on its way says why. */
  #unlisted(path: string): Fact<FileFact | Located> {
    for (const folder of ["", ...foldersAbove(path)]) {
      const above = this.#listing.entries.get(folder);
      if (above !== undefined && isForeign(above)) return known({ state: "submodule" });
      if (above !== undefined && this.#files.entry(folder).kind === "link") {
        return known({ state: "link" });
      }
      if (this.#listing.unreadable.includes(folder)) {
        return closed(folder);
      }
    }
    const isFolder =
      this.#listing.folders.has(path) && this.#files.entry(path).kind === "directory";
    return known({ state: isFolder ? "directory" : "absent" });
  }

  files(glob: Glob, entries?: "all"): Fact<readonly PathEntry[]> {
    const hidden = this.#hidden(glob);
    if (hidden !== null) return hidden;
    const found: PathEntry[] = [];
    for (const [path, listed] of this.#listing.entries) {
      if (!glob.matches(path) || shapeOf(path) !== "inside") continue;
      const entry = this.#entryAt(path, listed);
      if (entry === null) continue;
      if ("detail" in entry) return unread(path, entry);
      if (entry.kind === undefined || entries === "all") found.push(entry);
    }
    return known(found.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  /** `null`: nothing would land there. */
  #entryAt(path: string, listed: Listed): PathEntry | Unreadable | null {
    const entry = this.#files.entry(path);
    const isGone = entry.kind === "absent" && listed.kind !== "skipped";
    if (isForeign(listed)) {
      // Of a repository that is no submodule yet nothing would land; of one, what the index has.
      const { index } = listed;
      return index === null || isGone ? null : { path, blob: index.blob, kind: "submodule" };
    }
    switch (entry.kind) {
      case "file": {
        const stored = this.#files.store(path, entry.stats, knownBlobs(listed));
        if ("kind" in stored) return stored;
        const link = isLink(listed, stored) ? ({ kind: "link" } as const) : {};
        return { path, blob: stored.blob, ...link };
      }
      case "link": {
        const blob = this.#files.linkBlob(path);
        if (blob === null)
          return { kind: "unreadable", detail: "it is a link that cannot be read" };
        return { path, blob, kind: "link" };
      }
      case "absent":
        return isGone || listed.index === null ? null : entryOf(path, listed.index);
      case "unreadable":
        return entry;
      default:
        return null;
    }
  }

  /** As git has no empty folders, only those with something in them that would land. */
  folders(glob: Glob): Fact<readonly string[]> {
    const hidden = this.#hidden(glob);
    if (hidden !== null) return hidden;
    const wanted = new Set([...this.#listing.folders].filter((folder) => glob.matches(folder)));
    const found = new Set<string>();
    for (const [path, listed] of this.#listing.entries) {
      const open = foldersAbove(path).filter((folder) => wanted.has(folder) && !found.has(folder));
      if (open.length > 0 && this.#exists(path, listed))
        for (const folder of open) found.add(folder);
    }
    return known([...found].sort());
  }

  #exists(path: string, listed: Listed): boolean {
    const { kind } = this.#files.entry(path);
    if (kind === "absent") return listed.kind === "skipped";
    // What lies behind a link does not exist; that `entry` answers `link` for it does not show.
    const folders = foldersAbove(path).map((folder) => this.#files.entry(folder).kind);
    return kind !== "special" && folders.every((folder) => folder === "directory");
  }

  /** A list is judged whole or not at all. */
  #hidden(glob: Glob): ReturnType<typeof missing> | null {
    const folder = this.#listing.unreadable.find((name) => glob.reaches(name));
    return folder === undefined ? null : closed(folder);
  }
}

function closed(folder: string): ReturnType<typeof missing> {
  return missing("unreadable", `the folder \`${folder === "" ? "." : folder}\` cannot be opened`);
}

function isForeign(listed: Listed): boolean {
  return listed.kind === "repository" || listed.index?.mode === SUBMODULE_MODE;
}

/** The index stands for a file that a sparse checkout leaves out. */
function skippedFile({ kind, index }: Listed): Extract<Located, { state: "blob" }> | null {
  if (kind !== "skipped" || index === null || !isRegular(index.mode)) return null;
  return { state: "blob", blob: index.blob };
}

/** Where the platform has no links, git writes a file that says where the link points to. */
function isLink(listed: Listed, { blob }: StoredBlob): boolean {
  return listed.index?.mode === LINK_MODE && listed.index.blob === blob;
}

function knownBlobs({ index }: Listed): readonly string[] {
  return index === null ? [] : [index.blob];
}

function unread(path: string, { detail }: Unreadable): ReturnType<typeof missing> {
  return missing("unreadable", `${detail} (\`${path}\`)`);
}
