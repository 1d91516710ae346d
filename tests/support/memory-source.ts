import { createHash } from "node:crypto";
import picomatch from "picomatch";
import {
  type Fact,
  type FactAnswer,
  type FactKind,
  type FactRequest,
  type FileFact,
  type FileText,
  factKey,
  known,
  missing,
  type PathEntry,
} from "../../src/model/fact.ts";
import type { FactSource } from "../../src/model/ports.ts";

/** Text of a file, or the state of a path that is no readable file. */
export type Content = string | Exclude<FileFact["state"], "file" | "absent">;

const STATES: ReadonlySet<string> = new Set([
  "empty",
  "directory",
  "link",
  "submodule",
  "lfs-pointer",
  "binary",
  "outside",
]);

/**
 * A fact source for tests: files by revision and path, every other fact by the request it answers.
 * What is not given is missing, as it would be on a laptop without a token.
 */
export class MemorySource implements FactSource {
  readonly asked: FactRequest[] = [];
  rounds = 0;
  readonly #trees: Readonly<Record<string, Readonly<Record<string, Content>>>>;
  readonly #facts = new Map<string, Fact<FactAnswer>>();

  constructor(trees: Readonly<Record<string, Readonly<Record<string, Content>>>>) {
    this.#trees = trees;
  }

  /** States the answer to one request. */
  with<K extends FactKind>(request: FactRequest<K>, answer: FactAnswer<K> | Fact<never>): this {
    const fact = isFact(answer) ? answer : known(answer);
    this.#facts.set(factKey(request as FactRequest), fact);
    return this;
  }

  async read(requests: readonly FactRequest[]): Promise<readonly Fact<FactAnswer>[]> {
    this.rounds += 1;
    this.asked.push(...requests);
    return requests.map((request) => this.#facts.get(factKey(request)) ?? this.#fromTree(request));
  }

  #fromTree(request: FactRequest): Fact<FactAnswer> {
    if (request.kind !== "file" && request.kind !== "files" && request.kind !== "folders") {
      return missing("needs-github", "there is no connection to GitHub");
    }
    const tree = this.#trees[request.revision];
    if (tree === undefined) return missing("needs-history", `there is no ${request.revision}`);
    if (request.kind === "file") return known(this.#file(tree[request.path], request.path, tree));
    const matches = picomatch(request.glob, { dot: true });
    const paths = Object.keys(tree).sort();
    if (request.kind === "folders") {
      const folders = new Set(paths.flatMap((path) => foldersAbove(path)));
      return known([...folders].filter((folder) => matches(folder)).sort());
    }
    return known(
      paths
        .filter((path) => matches(path))
        .flatMap((path) => entryOf(path, tree[path] ?? "", request.entries)),
    );
  }

  #file(
    content: Content | undefined,
    path: string,
    tree: Readonly<Record<string, Content>>,
  ): FileFact {
    if (path.startsWith("/") || path.split("/").includes("..")) return { state: "outside" };
    if (content === undefined) {
      const isFolder = Object.keys(tree).some((other) => other.startsWith(`${path}/`));
      return { state: isFolder ? "directory" : "absent" };
    }
    if (content === "") return { state: "empty" };
    if (STATES.has(content)) return { state: content as Exclude<FileFact["state"], "file"> };
    return { state: "file", file: fileOf(content) };
  }
}

/** Files by their text, those used last at the end. */
const RECENT = new Map<string, FileText>();
const MOST_RECENT = 64;

/**
 * One object for a text, in all sources: what was parsed of it is kept beside it, and most of what
 * tests judge over and over is the same. Only the last ones are held, since fuzzing makes thousands.
 */
function fileOf(text: string): FileText {
  const file = RECENT.get(text) ?? { text, blob: blobId(text) };
  RECENT.delete(text);
  RECENT.set(text, file);
  const [oldest] = RECENT.keys();
  if (RECENT.size > MOST_RECENT && oldest !== undefined) RECENT.delete(oldest);
  return file;
}

function isFact(answer: unknown): answer is Fact<never> {
  return (
    typeof answer === "object" && answer !== null && "state" in answer && answer.state === "missing"
  );
}

/** A link and a submodule of a test lead somewhere by their own path. */
function entryOf(path: string, content: Content, entries: "all" | undefined): PathEntry[] {
  if (!STATES.has(content)) return [{ path, blob: blobId(content) }];
  const isListed = entries === "all" && (content === "link" || content === "submodule");
  return isListed ? [{ path, blob: blobId(path), kind: content }] : [];
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function blobId(text: string): string {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");
}
