export interface ListedEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
}

export interface TreeEntry extends ListedEntry {
  /** Bytes; `null` for what is no blob. */
  readonly size: number | null;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CommitObject {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** What `git cat-file tree` says: each entry is its mode, a space, its name, NUL, and 20 bytes. */
export function parseTree(bytes: Buffer): readonly ListedEntry[] {
  const entries: ListedEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(" ", at);
    const end = bytes.indexOf(0, space);
    const mode = bytes.toString("latin1", at, space).padStart(6, "0");
    const type = mode === "040000" ? "tree" : mode === "160000" ? "commit" : "blob";
    const path = bytes.toString("utf8", space + 1, end);
    at = end + 21;
    entries.push({ path, mode, type, sha: bytes.toString("hex", end + 1, at) });
  }
  return entries;
}

/** What `git cat-file commit` says. */
export function parseCommit(sha: string, text: string): CommitObject {
  const end = text.indexOf("\n\n");
  const head = text.slice(0, end).split("\n");
  const values = (name: string) =>
    head.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    sha,
    tree: values("tree")[0] ?? "",
    parents: values("parent"),
    author: signature(values("author")[0] ?? ""),
    committer: signature(values("committer")[0] ?? ""),
    message: text.slice(end + 2).replace(/\n$/, ""),
  };
}

function signature(text: string): Signature {
  const [, name = "", email = "", seconds = "0"] = /^(.*) <(.*)> (\d+) /.exec(text) ?? [];
  return { name, email, at: Number(seconds) * 1000 };
}
