import { CommitTree, type TreeEntry } from "../../files/commit-tree.ts";
import { globOf } from "../../files/glob.ts";
import { type Fact, type FactAnswer, type FactRequest, missing } from "../../model/fact.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { failureOf, GitHubFailure } from "../failure.ts";
import { commitOf, type Reading } from "./reading.ts";

/** Lists of files by commit. GitHub gives the whole tree in one call over REST, or says that it did not. */
export class Trees {
  readonly #client: GitHubClient;
  readonly #name: RepositoryName;
  readonly #known = new Map<string, Promise<CommitTree | GitHubFailure>>();

  constructor(client: GitHubClient, name: RepositoryName) {
    this.#client = client;
    this.#name = name;
  }

  async list(
    request: FactRequest<"files" | "folders">,
    reading: Pick<Reading, "pull">,
  ): Promise<Fact<FactAnswer>> {
    const glob = globOf(request.glob);
    if (glob.state === "missing") return glob;
    const tree = await this.#tree(commitOf(request.revision, reading));
    if (tree instanceof GitHubFailure) return missing(tree.reason, tree.message);
    return request.kind === "files"
      ? tree.files(glob.value, request.entries)
      : tree.folders(glob.value);
  }

  #tree(commit: string): Promise<CommitTree | GitHubFailure> {
    const before = this.#known.get(commit);
    if (before !== undefined) return before;
    const tree = this.#download(commit).catch(failureOf);
    this.#known.set(commit, tree);
    return tree;
  }

  async #download(commit: string): Promise<CommitTree> {
    const { owner, name } = this.#name;
    const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
    const asked = { owner, repo: name, tree_sha: commit, recursive: "1" };
    const { data } = await this.#client.request(route, asked);
    const { tree, truncated } = data as TreeData;
    if (truncated) {
      throw new GitHubFailure("too-large", "GitHub does not list all files of so large a tree");
    }
    const entries = new Map<string, TreeEntry>();
    for (const { path, mode, sha, type } of tree) {
      if (type !== "tree") entries.set(path, { mode, blob: sha });
    }
    return new CommitTree(entries);
  }
}

interface TreeData {
  readonly truncated: boolean;
  readonly tree: readonly {
    readonly path: string;
    readonly mode: string;
    readonly sha: string;
    readonly type: string;
  }[];
}
