import { mkdirSync } from "node:fs";
import { Git, records } from "../../src/worktree/git/git.ts";
import { type ChangedFile, changedFiles } from "./changed-files.ts";
import { type CommitToWrite, importCommit, type NewCommit } from "./import-commit.ts";
import { ObjectReader } from "./object-reader.ts";
import {
  type CommitObject,
  type ListedEntry,
  parseCommit,
  parseTree,
  type TreeEntry,
} from "./objects.ts";

export interface Comparison {
  readonly mergeBase: string | null;
  readonly ahead: number;
  readonly behind: number;
}

/** A bare repository of real git: what it says of refs, trees, merges and history is what git says. */
export class BareRepository {
  readonly #git: Git;
  #objects: ObjectReader | null = null;
  /** Objects never change, so what was said of one once is said again. */
  readonly #known = new Map<string, Promise<unknown>>();

  private constructor(git: Git) {
    this.#git = git;
  }

  static async create(folder: string): Promise<BareRepository> {
    mkdirSync(folder, { recursive: true });
    const git = new Git("git", folder);
    await git.text(["init", "--quiet", "--bare", "--initial-branch=main", "--template=", "."]);
    return new BareRepository(git);
  }

  /** Lets go of what only speeds up the next question. */
  rest(): void {
    this.#objects?.end();
  }

  /** Folder of the repository, for `git push` and `git clone` by path. */
  get folder(): string {
    return this.#git.root;
  }

  /** The object a name stands for; `null` where there is none. */
  async resolve(name: string): Promise<string | null> {
    if (/^[0-9a-f]{40}$/.test(name)) return (await this.#type(name)) === null ? null : name;
    if (name.startsWith("refs/")) return (await this.#reader().find(name))?.sha ?? null;
    const { code, stdout } = await this.#ask("rev-parse", "--verify", "--quiet", name);
    return code === 0 ? stdout.toString("utf8").trim() : null;
  }

  async branch(name: string): Promise<string | null> {
    return this.resolve(`refs/heads/${name}`);
  }

  /** Name → commit, in the order of names. */
  async branches(): Promise<ReadonlyMap<string, string>> {
    const said = await this.#text(
      "for-each-ref",
      "--format=%(objectname) %(refname)",
      "refs/heads",
    );
    const lines = said.split("\n").filter((line) => line !== "");
    return new Map(
      lines.map((line) => [line.slice(41).replace("refs/heads/", ""), line.slice(0, 40)]),
    );
  }

  /** Moves a ref; `null` deletes it. With `expected`, only from there: `false` says it was elsewhere. */
  async setRef(ref: string, sha: string | null, expected?: string | null): Promise<boolean> {
    const from = expected === undefined ? [] : [expected ?? "0".repeat(40)];
    const args = sha === null ? ["-d", ref, ...from] : [ref, sha, ...from];
    const { code } = await this.#ask("update-ref", ...args);
    return code === 0;
  }

  /** Writes a commit on top of a branch, which is created where there is none. */
  async commit(branch: string, commit: NewCommit): Promise<string> {
    const parent = await this.branch(branch);
    const parents = commit.parents ?? (parent === null ? [] : [parent]);
    return importCommit(this.#git, { ...commit, parents, ref: `refs/heads/${branch}` });
  }

  async commitObject(sha: string): Promise<CommitObject | null> {
    if ((await this.#type(sha)) !== "commit") return null;
    const content = await this.#content(sha);
    return content === null ? null : parseCommit(sha, content.toString("utf8"));
  }

  async blob(sha: string): Promise<Buffer | null> {
    if ((await this.#type(sha)) !== "blob") return null;
    return this.#content(sha);
  }

  /** Entries of a tree or of a commit's tree. `recursive` gives the folders too, as GitHub does. */
  async tree(sha: string, recursive: boolean): Promise<readonly TreeEntry[] | null> {
    if (((await this.#type(sha)) ?? "blob") === "blob") return null;
    return this.#once(`tree ${recursive} ${sha}`, async () => {
      const listed = (await this.#listed(sha)).map(async (entry) => {
        const whole = await this.#sized(entry);
        if (!recursive || entry.type !== "tree") return [whole];
        const below = (await this.tree(entry.sha, true)) ?? [];
        return [whole, ...below.map((one) => ({ ...one, path: `${entry.path}/${one.path}` }))];
      });
      return (await Promise.all(listed)).flat();
    });
  }

  /** The entry at a path of a commit; `null` where there is none. */
  async entry(commit: string, path: string): Promise<TreeEntry | null> {
    if ((await this.#type(commit)) === null) return null;
    let at: ListedEntry = { path: "", mode: "", type: "tree", sha: commit };
    for (const name of path.split("/")) {
      if (at.type !== "tree") return null;
      const next = (await this.#listed(at.sha)).find((one) => one.path === name);
      if (next === undefined) return null;
      at = next;
    }
    return this.#sized({ ...at, path });
  }

  /** What a tree lists that is known to be there; nothing of what is no tree. */
  async #listed(sha: string): Promise<readonly ListedEntry[]> {
    return this.#once(`listed ${sha}`, async () =>
      parseTree((await this.#content(`${sha}^{tree}`)) ?? Buffer.alloc(0)),
    );
  }

  async #sized(entry: ListedEntry): Promise<TreeEntry> {
    if (entry.type !== "blob") return { ...entry, size: null };
    const find = () => this.#reader().find(entry.sha);
    return { ...entry, size: (await this.#once(`size ${entry.sha}`, find))?.size ?? null };
  }

  async compare(base: string, head: string): Promise<Comparison> {
    return this.#once(`compare ${base} ${head}`, async () => {
      const { code, stdout } = await this.#ask("merge-base", base, head);
      const sides = ["rev-list", "--left-right", "--count", `${base}...${head}`] as const;
      const [behind = 0, ahead = 0] = (await this.#text(...sides)).trim().split("\t").map(Number);
      return { mergeBase: code === 0 ? stdout.toString("utf8").trim() : null, ahead, behind };
    });
  }

  /** Newest first. */
  async history(range: string, path?: string): Promise<readonly string[]> {
    const at = path === undefined ? [] : ["--", path];
    const said = await this.#text("rev-list", "--date-order", range, ...at);
    return said.split("\n").filter((line) => line !== "");
  }

  /** What differs between two commits, renames found as GitHub finds them. */
  async changedFiles(from: string, to: string): Promise<readonly ChangedFile[]> {
    return this.#once(`diff ${from} ${to}`, async () => {
      const diff = ["diff-tree", "-r", "-z", "-M", from, to];
      const [raw, numbers] = await Promise.all([
        this.#text(...diff, "--raw"),
        this.#text(...diff, "--numstat"),
      ]);
      return changedFiles(records(raw), records(numbers));
    });
  }

  /** The tree of a merge; `null` where the two conflict. */
  async mergeTree(ours: string, theirs: string): Promise<string | null> {
    return this.#once(`merge ${ours} ${theirs}`, async () => {
      const args = ["merge-tree", "--write-tree", "--no-messages", "-z"];
      const { code, stdout } = await this.#ask(...args, ours, theirs);
      return code === 0 ? stdout.toString("utf8").slice(0, 40) : null;
    });
  }

  /** Writes a commit of a tree that is there, on no branch. */
  async commitTree(tree: string, commit: Omit<CommitToWrite, "tree" | "changes">): Promise<string> {
    return importCommit(this.#git, { ...commit, tree });
  }

  /** Copies a commit and all below it from another repository. `false`: it is not there. */
  async fetchFrom(other: BareRepository, sha: string): Promise<boolean> {
    if ((await this.#type(sha)) !== null) return true;
    const pack = await other.#git.ask(
      ["--git-dir=.", "pack-objects", "--revs", "--stdout", "--quiet"],
      `${sha}\n`,
    );
    if (pack.code !== 0) return false;
    const { code } = await this.#git.ask(["--git-dir=.", "unpack-objects", "-q"], pack.stdout);
    return code === 0;
  }

  async isAncestor(old: string, young: string): Promise<boolean> {
    return this.#once(`ancestor ${old} ${young}`, async () => {
      return (await this.#ask("merge-base", "--is-ancestor", old, young)).code === 0;
    });
  }

  async #type(sha: string): Promise<string | null> {
    const known = this.#known.get(`type ${sha}`);
    if (known !== undefined) return known as Promise<string | null>;
    const found = await this.#reader().find(sha);
    // What is not there yet may be pushed any time.
    return found === null ? null : this.#once(`type ${sha}`, async () => found.type);
  }

  /** Of what is known to be there. */
  #content(sha: string): Promise<Buffer | null> {
    return this.#once(
      `content ${sha}`,
      async () => (await this.#reader().find(sha, true))?.content ?? null,
    );
  }

  #reader(): ObjectReader {
    if (this.#objects === null || this.#objects.isOver) {
      this.#objects = new ObjectReader(this.folder);
    }
    return this.#objects;
  }

  #once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#known.get(key) as Promise<Answer> | undefined;
    const answer = known ?? ask();
    this.#known.set(key, answer);
    return answer;
  }

  #ask(...args: readonly string[]) {
    return this.#git.ask(["--git-dir=.", ...args]);
  }

  #text(...args: readonly string[]): Promise<string> {
    return this.#git.text(["--git-dir=.", ...args]);
  }
}
