import type { Git } from "./git.ts";

export interface Ref {
  readonly commit: string;
  /** What a symbolic ref such as `refs/remotes/origin/HEAD` stands for. */
  readonly target: string | null;
}

/** Those of the named refs that exist, by full name, tags peeled. */
export async function readRefs(
  git: Git,
  names: readonly string[],
): Promise<ReadonlyMap<string, Ref>> {
  const format = "--format=%(refname)%00%(objectname)%00%(*objectname)%00%(symref)";
  // Git takes the names for patterns, so it may answer more than was asked for.
  const output = await git.text(["for-each-ref", format, "--", ...names]);
  const asked = new Set(names);
  const refs = new Map<string, Ref>();
  for (const line of output.split("\n")) {
    const [name = "", object = "", peeled = "", target = ""] = line.split("\0");
    if (!asked.has(name)) continue;
    refs.set(name, {
      commit: peeled === "" ? object : peeled,
      target: target === "" ? null : target,
    });
  }
  return refs;
}

/** Short names of branches, local ones first. */
export async function branchNames(git: Git): Promise<readonly string[]> {
  const args = ["for-each-ref", "--format=%(refname)", "--", "refs/heads", "refs/remotes"];
  const output = await git.text(args);
  return output
    .split("\n")
    .filter((name) => name !== "" && !name.endsWith("/HEAD"))
    .map((name) => name.replace(/^refs\/(heads|remotes)\//, ""));
}
