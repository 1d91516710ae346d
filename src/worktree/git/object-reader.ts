import { type BlobStore, MOST_BYTES } from "../../files/content.ts";
import { type Fact, type FileFact, known, missing } from "../../model/fact.ts";
import { type Git, GitFailure, gitError } from "./git.ts";

/** Content of blobs, in two calls however many there are: sizes first, then what is small enough. */
export async function readBlobs(
  git: Git,
  ids: Iterable<string>,
  store: BlobStore,
): Promise<ReadonlyMap<string, Fact<FileFact>>> {
  const contents = new Map<string, Fact<FileFact>>();
  const wanted: string[] = [];
  for (const id of new Set(ids)) {
    const content = store.get(id);
    if (content === undefined) wanted.push(id);
    else contents.set(id, known(content));
  }
  if (wanted.length === 0) return contents;
  const small: string[] = [];
  for (const [index, size] of (await sizesOf(git, wanted)).entries()) {
    const id = wanted[index] ?? "";
    if (size === null) contents.set(id, missing("needs-history", "this clone leaves it out"));
    else if (size > MOST_BYTES) {
      contents.set(id, missing("too-large", `it is over ${MOST_BYTES / 1024 / 1024} MiB`));
    } else small.push(id);
  }
  for (const [id, bytes] of await bytesOf(git, small)) {
    contents.set(id, known(store.keep(bytes, id)));
  }
  return contents;
}

/**
 * In the order of the ids; `null` for an object that is not there. In a partial clone one such
 * object ends the whole call, as we do not let git fetch it, so the rest is asked for in halves.
 */
async function sizesOf(git: Git, ids: readonly string[]): Promise<readonly (number | null)[]> {
  const args = ["cat-file", "--batch-check=%(objecttype) %(objectsize)"];
  const { code, stdout, stderr } = await git.ask(args, ids.map((id) => `${id}\n`).join(""));
  if (code !== 0) {
    if (!stderr.includes("promisor remote")) throw gitError(args, stderr);
    if (ids.length === 1) return [null];
    const middle = Math.floor(ids.length / 2);
    return [
      ...(await sizesOf(git, ids.slice(0, middle))),
      ...(await sizesOf(git, ids.slice(middle))),
    ];
  }
  const lines = stdout.toString("utf8").split("\n");
  return ids.map((_, index) => {
    const [type, size] = (lines[index] ?? "").split(" ");
    return type === "blob" ? Number(size) : null;
  });
}

async function bytesOf(git: Git, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const blobs = new Map<string, Buffer>();
  if (ids.length === 0) return blobs;
  const args = ["cat-file", "--batch=%(objectname) %(objectsize)"];
  const { stdout } = await git.ask(args, ids.map((id) => `${id}\n`).join(""));
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf("\n", at);
    const [id = "", size] = stdout.toString("latin1", at, end).split(" ");
    const length = Number(size);
    if (end < 0 || !Number.isInteger(length)) break;
    blobs.set(id, Buffer.from(stdout.subarray(end + 1, end + 1 + length)));
    at = end + 1 + length + 1;
  }
  if (blobs.size < ids.length)
    throw new GitFailure("unreadable", "git lost an object while reading");
  return blobs;
}
