import { randomUUID } from "node:crypto";
import type { Git } from "../../src/worktree/git/git.ts";
import type { Signature } from "./objects.ts";

/** A file's text or bytes; `null` deletes it. `mode` is git's, `100644` unless given. */
export type Change = string | Buffer | null | { readonly mode: string; readonly content: string };

export interface NewCommit {
  readonly changes: Readonly<Record<string, Change>>;
  readonly message: string;
  readonly author: Signature;
  readonly committer?: Signature;
  /** The tip of the branch unless given. */
  readonly parents?: readonly string[];
}

export interface CommitToWrite extends Omit<NewCommit, "changes"> {
  readonly parents: readonly string[];
  /** Laid over the first parent's tree. */
  readonly changes?: NewCommit["changes"];
  /** Instead of the first parent's tree. */
  readonly tree?: string;
  /** Moved to the commit. A name of its own keeps it from being collected unless given. */
  readonly ref?: string;
}

/** Writes blobs, trees and the commit in one process of git. */
export async function importCommit(git: Git, commit: CommitToWrite): Promise<string> {
  const { author, committer = author, message, parents, tree, changes = {} } = commit;
  const ref = commit.ref ?? `refs/sandbox/${randomUUID()}`;
  const [first, ...others] = parents;
  const script = [
    ...(first === undefined ? [] : [`reset ${ref}\n`, `from ${first}\n\n`]),
    `commit ${ref}\nmark :1\n`,
    `author ${signed(author)}\ncommitter ${signed(committer)}\n`,
    data(message),
    ...(first === undefined ? [] : [`from ${first}\n`]),
    ...others.map((parent) => `merge ${parent}\n`),
    ...(tree === undefined ? [] : [`M 040000 ${tree} ""\n`]),
    ...Object.entries(changes).map(changed),
    "get-mark :1\n",
  ];
  const said = await git.text(
    ["--git-dir=.", "fast-import", "--quiet", "--force", "--date-format=raw"],
    Buffer.concat(script.map((part) => (typeof part === "string" ? Buffer.from(part) : part))),
  );
  return said.trim();
}

function signed({ name, email, at }: Signature): string {
  return `${name.replaceAll(/[<>\n]/g, "")} <${email.replaceAll(/[<>\n]/g, "")}> ${Math.floor(at / 1000)} +0000`;
}

function changed([path, change]: readonly [string, Change]): string | Buffer {
  const name = `"${path.replaceAll(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
  if (change === null) return `D ${name}\n`;
  const file =
    typeof change === "string" || Buffer.isBuffer(change)
      ? { mode: "100644", content: change }
      : change;
  return Buffer.concat([Buffer.from(`M ${file.mode} inline ${name}\n`), data(file.content)]);
}

function data(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from("\n")]);
}
