import { blobId, contentOf, MOST_BYTES } from "../../files/content.ts";
import { RecentFiles } from "../../files/recent-files.ts";
import { type Fact, type FileFact, known, missing } from "../../model/fact.ts";
import { problemFact } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf } from "../failure.ts";
import type { Query, QueryProblem } from "../query.ts";

/** What is asked of an entry of a tree. */
export function entryFields(query: Query): string {
  return query.fragment(
    "Entry",
    `fragment Entry on TreeEntry { mode type oid object {
      ... on Blob { byteSize isTruncated isBinary text } } }`,
  );
}

/**
 * For all that one process judges: between two looks at a pull request few of its files change. A
 * document of 50 KB, once parsed, takes about 1.5 MB.
 */
const RECENT = new RecentFiles(2_000_000);

/** Contents by blob, so that the same text is one object wherever it stands, and is parsed once. */
export class Blobs {
  readonly #client: GitHubClient;
  readonly #name: RepositoryName;
  readonly #known = new Map<string, Promise<Fact<FileFact>>>();

  constructor(client: GitHubClient, name: RepositoryName) {
    this.#client = client;
    this.#name = name;
  }

  /** What stands at a path, from the entry that GraphQL gave of it. */
  fileAt(entry: unknown, problem: QueryProblem | null): Promise<Fact<FileFact>> {
    if (problem !== null) return Promise.resolve(problemFact(problem, "contents: read"));
    if (entry === null || entry === undefined) return Promise.resolve(known({ state: "absent" }));
    const { mode, oid, object } = entry as EntryData;
    switch (mode & 0o170000) {
      case 0o040000:
        return Promise.resolve(known({ state: "directory" }));
      case 0o120000:
        return Promise.resolve(known({ state: "link" }));
      case 0o160000:
        return Promise.resolve(known({ state: "submodule" }));
      default:
        return this.#content(oid, object);
    }
  }

  #content(oid: string, object: EntryData["object"]): Promise<Fact<FileFact>> {
    const before = this.#known.get(oid);
    if (before !== undefined) return before;
    const content = this.#read(oid, object);
    this.#known.set(oid, content);
    return content;
  }

  async #read(oid: string, object: EntryData["object"]): Promise<Fact<FileFact>> {
    if (object != null && object.byteSize > MOST_BYTES) return TOO_LARGE;
    const text = object?.text;
    if (typeof text === "string") {
      const bytes = Buffer.from(text, "utf8");
      // GraphQL gives text, not bytes: only what has the blob's id is the blob.
      if (blobId(bytes, "sha1") === oid) return known(RECENT.keep(oid, contentOf(bytes, oid)));
    }
    return this.#download(oid);
  }

  /** Over REST, where GraphQL gave no text, a part of it, or another one. */
  async #download(oid: string): Promise<Fact<FileFact>> {
    const { owner, name } = this.#name;
    const route = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
    try {
      const { data } = await this.#client.request(route, { owner, repo: name, file_sha: oid });
      const { content, size } = data as { readonly content: string; readonly size: number };
      if (size > MOST_BYTES) return TOO_LARGE;
      const bytes = Buffer.from(content, "base64");
      if (blobId(bytes, "sha1") !== oid) return missing("unreadable", "GitHub gave another file");
      return known(RECENT.keep(oid, contentOf(bytes, oid)));
    } catch (error) {
      return factOf(error);
    }
  }
}

const TOO_LARGE = missing("too-large", "it is over 1 MiB");

interface EntryData {
  readonly mode: number;
  readonly oid: string;
  readonly object?: { readonly byteSize: number; readonly text?: string | null } | null;
}
