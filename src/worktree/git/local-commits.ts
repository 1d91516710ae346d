import type { Checkout } from "../checkout.ts";
import { GitFailure } from "./git.ts";

/** What the clone knows of a commit. `unknown`: it may be on GitHub all the same. */
export type LocalCommit =
  | { readonly state: "commit"; readonly ancestor: boolean }
  | { readonly state: "unknown" }
  | { readonly state: "ambiguous" | "cut-off"; readonly detail: string };

const ID = /^[0-9a-f]{7,64}$/;
const UNKNOWN: LocalCommit = { state: "unknown" };

/** Looks commits up by (abbreviated) id, and whether each is an ancestor of the one checked out. */
export async function lookUpCommits(
  checkout: Checkout,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LocalCommit>> {
  const { git, head } = checkout;
  const wanted = [...new Set(ids)].filter((id) => ID.test(id));
  if (git === null || head === null || wanted.length === 0) return new Map();
  try {
    const found = await resolve(checkout, wanted);
    const commits = [...found.values()].filter((full) => full !== null);
    // Those that cannot be reached from the head come back, with their own ancestors.
    const input = [`^${head}`, ...commits].map((line) => `${line}\n`).join("");
    const beyond = new Set((await git.git.text(["rev-list", "--stdin"], input)).split("\n"));
    return new Map(
      wanted.map((id) => {
        const full = found.get(id);
        if (full === undefined) return [id, UNKNOWN];
        if (full === null) {
          return [id, { state: "ambiguous", detail: `several commits begin with ${id}` }];
        }
        const ancestor = !beyond.has(full);
        return !ancestor && git.shallow
          ? [id, { state: "cut-off", detail: "this clone is too shallow to tell" }]
          : [id, { state: "commit", ancestor }];
      }),
    );
  } catch (error) {
    if (error instanceof GitFailure) return new Map();
    throw error;
  }
}

/** Full ids; `null` where several objects begin alike. What is no commit is left out. */
async function resolve(
  { git }: Checkout,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>();
  const input = ids.map((id) => `${id}\n`).join("");
  const args = ["cat-file", "--batch-check=%(objecttype) %(objectname)"];
  const lines = ((await git?.git.text(args, input)) ?? "").split("\n");
  for (const [index, id] of ids.entries()) {
    const [type, full = ""] = (lines[index] ?? "").split(" ");
    if (full === "ambiguous") found.set(id, null);
    // A branch may be called like an id, and git then answers with its tip.
    else if (type === "commit" && full.startsWith(id)) found.set(id, full);
  }
  return found;
}
