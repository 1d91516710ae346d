import { foldersAbove } from "./repository-path.ts";

/** What git says of a path. Every path that would land has one of these, and only those do. */
export interface Listed {
  readonly kind:
    | "tracked"
    /** Left out of the work tree on purpose (a sparse checkout): the index stands for it. */
    | "skipped"
    /** A merge left several sides of it. */
    | "conflict"
    /** Also everything there is without git. */
    | "untracked"
    /** A repository of its own, not a submodule yet: nothing in it would land. */
    | "repository";
  /** What the index has; `null` where it has nothing, or several sides. */
  readonly index: { readonly mode: string; readonly blob: string } | null;
}

export const LINK_MODE = "120000";
export const SUBMODULE_MODE = "160000";

/** All paths of one state of the repository. */
export class Listing<Entry> {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Folders that could not be looked into. */
  readonly unreadable: readonly string[];
  #folders: ReadonlySet<string> | null = null;

  constructor(entries: ReadonlyMap<string, Entry>, unreadable: readonly string[] = []) {
    this.entries = entries;
    this.unreadable = unreadable;
  }

  /** Folders with an entry somewhere below. */
  get folders(): ReadonlySet<string> {
    this.#folders ??= new Set([...this.entries.keys()].flatMap(foldersAbove));
    return this.#folders;
  }
}

/** More paths than this make a list too long to judge. */
export const MOST_PATHS = 500_000;
