import type { CommitTree, Located } from "../files/commit-tree.ts";
import { BlobStore } from "../files/content.ts";
import { globOf } from "../files/glob.ts";
import type { Listed, Listing } from "../files/listing.ts";
import { shapeOf } from "../files/repository-path.ts";
import {
  type Fact,
  type FactAnswer,
  type FactRequest,
  type FileFact,
  known,
  missing,
  type Revision,
} from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import { readChanges } from "./changes.ts";
import type { Checkout, CheckoutGit } from "./checkout.ts";
import { listWithGit, listWithoutGit } from "./files/list-work-tree.ts";
import { WorkFiles } from "./files/work-files.ts";
import { WorkTree } from "./files/work-tree.ts";
import { GitFailure } from "./git/git.ts";
import { readBlobs } from "./git/object-reader.ts";
import { readCommitTree } from "./git/read-commit-tree.ts";
import { readHistory } from "./history.ts";

/**
 * Answers from a checkout: files and lists of files, their history, and what changed.
 *
 * - `evidence` is the work tree with all that is not committed yet, less what git ignores.
 * - `base` is the tip named with `--base`. Without one it has no files, and its history and the
 *   changes are missing.
 * - A commit is one of this clone.
 *
 * The folder is listed once: what changes on disk while judging is not seen, or makes a fact missing.
 */
export function checkoutSource(checkout: Checkout): FactSource {
  const reader = new CheckoutReader(checkout);
  return { read: (requests) => reader.read(requests) };
}

/** An answer that waits for blobs; those of all requests are read together. */
interface Pending {
  readonly blobs: readonly string[];
  finish(contents: ReadonlyMap<string, Fact<FileFact>>): Fact<FactAnswer>;
}

/** Git calls at a time. */
const AT_ONCE = 4;

class CheckoutReader {
  readonly #checkout: Checkout;
  readonly #files: WorkFiles;
  readonly #store = new BlobStore();
  #listing: Promise<Listing<Listed>> | null = null;
  #workTree: Promise<WorkTree> | null = null;
  readonly #trees = new Map<string, Promise<CommitTree>>();

  constructor(checkout: Checkout) {
    this.#checkout = checkout;
    this.#files = new WorkFiles(checkout.root, checkout.git?.hash ?? "sha1");
  }

  async read(requests: readonly FactRequest[]): Promise<readonly Fact<FactAnswer>[]> {
    const pending = await inTurns(requests, (request) => this.#begin(request));
    const contents = await this.#contents(pending.flatMap(({ blobs }) => blobs));
    return pending.map((answer) => answer.finish(contents));
  }

  async #contents(blobs: readonly string[]): Promise<ReadonlyMap<string, Fact<FileFact>>> {
    const { git } = this.#checkout;
    if (git === null || blobs.length === 0) return new Map();
    try {
      return await readBlobs(git.git, blobs, this.#store);
    } catch (error) {
      const failure = missingBecause(error);
      return new Map(blobs.map((blob) => [blob, failure]));
    }
  }

  async #begin(request: FactRequest): Promise<Pending> {
    try {
      return await this.#answer(request);
    } catch (error) {
      return settled(missingBecause(error));
    }
  }

  async #answer(request: FactRequest): Promise<Pending> {
    switch (request.kind) {
      case "file":
        return await this.#file(request.path, request.revision);
      case "files":
      case "folders": {
        const glob = globOf(request.glob);
        if (glob.state === "missing") return settled(glob);
        const tree = await this.#tree(request.revision);
        if (tree === null) return settled(known([]));
        return settled(
          request.kind === "files"
            ? tree.files(glob.value, request.entries)
            : tree.folders(glob.value),
        );
      }
      case "history":
        return await this.#history(request.path, request.revision);
      case "changes":
        return settled(await this.#changes());
      default:
        return settled(missing("needs-github", "there is no connection to GitHub"));
    }
  }

  async #file(path: string, revision: Revision): Promise<Pending> {
    const tree = await this.#tree(revision);
    if (tree === null) {
      return settled(known({ state: shapeOf(path) === "outside" ? "outside" : "absent" }));
    }
    const fact = tree.file(path);
    if (fact.state === "missing") return settled(fact);
    const { value } = fact;
    if (value.state !== "blob") return settled(known(value));
    return { blobs: [value.blob], finish: (contents) => contents.get(value.blob) ?? LOST };
  }

  async #history(path: string, revision: Revision): Promise<Pending> {
    const { base, head } = this.#checkout;
    const { git, shallow } = this.#git();
    if (revision === "base" && base === null) return settled(NO_BASE);
    const tip =
      revision === "base" ? base?.commit : revision === "evidence" ? head : commitIn(revision);
    if (tip === null || tip === undefined || shapeOf(path) !== "inside") return settled(known([]));
    const versions = await readHistory(git, tip, path, shallow);
    const blobs = versions.flatMap(({ content }) => (content.state === "blob" ? content.blob : []));
    return {
      blobs,
      finish(contents) {
        const lost = blobs.map((blob) => contents.get(blob) ?? LOST).find(isMissing);
        if (lost !== undefined) return lost;
        return known(
          versions.map((version) => ({ ...version, content: filled(version.content, contents) })),
        );
      },
    };
  }

  async #changes(): Promise<Fact<FactAnswer>> {
    const { base, head } = this.#checkout;
    if (base === null) return NO_BASE;
    const { git, shallow } = this.#git();
    if (head === null) return missing("needs-history", "nothing is committed yet");
    const listing = await this.#list();
    const files = this.#files;
    return known(await readChanges({ git, listing, files, base: base.commit, head, shallow }));
  }

  /** `null`: the base where none was named. */
  async #tree(revision: Revision): Promise<WorkTree | CommitTree | null> {
    if (revision === "evidence") {
      this.#workTree ??= this.#list().then(
        (listing) => new WorkTree(listing, this.#files, this.#store),
      );
      return await this.#workTree;
    }
    const named = revision === "base" ? this.#checkout.base?.commit : revision;
    if (named === undefined) return null;
    const commit = commitIn(named);
    const { git } = this.#git();
    const tree = this.#trees.get(commit) ?? readCommitTree(git, commit);
    this.#trees.set(commit, tree);
    return await tree;
  }

  #list(): Promise<Listing<Listed>> {
    const { git, root } = this.#checkout;
    this.#listing ??=
      git === null ? Promise.resolve().then(() => listWithoutGit(root)) : listWithGit(git.git);
    return this.#listing;
  }

  #git(): CheckoutGit {
    const { git } = this.#checkout;
    if (git === null) throw new GitFailure("needs-history", "this folder is not a git work tree");
    return git;
  }
}

function commitIn(revision: string): string {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) return revision;
  throw new GitFailure("needs-history", `\`${revision}\` is no commit`);
}

const NO_BASE = missing("needs-history", "no base was named");
const LOST = missing("unreadable", "git lost it while it was read");

function settled(fact: Fact<FactAnswer>): Pending {
  return { blobs: [], finish: () => fact };
}

function isMissing(fact: Fact<FileFact>): fact is ReturnType<typeof missing> {
  return fact.state === "missing";
}

function filled(content: Located, contents: ReadonlyMap<string, Fact<FileFact>>): FileFact {
  if (content.state !== "blob") return content;
  const fact = contents.get(content.blob);
  return fact?.state === "known" ? fact.value : { state: "absent" };
}

function missingBecause(error: unknown): Fact<never> {
  if (error instanceof GitFailure) return missing(error.reason, error.message);
  return missing("unreadable", error instanceof Error ? error.message : String(error));
}

async function inTurns<T, R>(items: readonly T[], use: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await use(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
