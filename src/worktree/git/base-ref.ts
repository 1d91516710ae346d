import { suggest } from "../../text/suggest.ts";
import { CheckoutError } from "./checkout-error.ts";
import type { Git } from "./git.ts";
import { branchNames, type Ref } from "./refs.ts";

/** The branch (or commit) that what would land is merged into. */
export interface ResolvedBase {
  /** As messages name it: `production`, `origin/production`, or what was typed. */
  readonly ref: string;
  /** The branch without its remote, to find the stage by; `null` for a tag or commit. */
  readonly branch: string | null;
  readonly commit: string;
}

const COMMIT = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Refs that a name may mean, best first. Unlike git we prefer branches to tags, and take
 * `production` for `origin/production` where there is no such local branch: a base is a branch on
 * GitHub.
 */
export function refsForBase(base: string): readonly string[] {
  if (!isPlain(base) || COMMIT.test(base) || base === "HEAD") return [];
  const full = base.startsWith("refs/") ? [base] : [];
  const short = ["heads", "remotes", "remotes/origin", "tags"].map((at) => `refs/${at}/${base}`);
  return [...full, ...short];
}

/**
 * @param refs those of `refsForBase` that exist.
 * @throws {CheckoutError} when it is no name, or nothing has that name.
 */
export async function resolveBase(
  git: Git,
  base: string,
  refs: ReadonlyMap<string, Ref>,
): Promise<ResolvedBase> {
  if (!isPlain(base)) {
    throw new CheckoutError("base-invalid", `\`${base}\` is no name of a branch or commit`, null);
  }
  for (const name of refsForBase(base)) {
    const ref = refs.get(name);
    if (ref !== undefined) return { ...namesOf(ref.target ?? name), commit: ref.commit };
  }
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${base}^{commit}`];
  const { code, stdout } = await git.ask(args);
  const commit = stdout.toString("utf8").trim();
  if (code === 0 && COMMIT.test(commit)) return { ref: base, branch: null, commit };
  throw await unknown(git, base);
}

/**
 * Nothing that git could take for an option, a search (`:/text`), a range or a path in a tree.
 * `HEAD~2` and `main^` are fine.
 */
function isPlain(base: string): boolean {
  return /^[^-\s:\p{Cc}][^\s:\p{Cc}]*$/u.test(base) && !/\.\.|\^\{/.test(base);
}

function namesOf(name: string): Pick<ResolvedBase, "ref" | "branch"> {
  const ref = name.replace(/^refs\/(heads|remotes|tags)\//, "");
  if (name.startsWith("refs/heads/")) return { ref, branch: ref };
  if (!name.startsWith("refs/remotes/")) return { ref, branch: null };
  return { ref, branch: ref.replace(/^[^/]*\//, "") };
}

const MOST_NAMED = 8;

async function unknown(git: Git, base: string): Promise<CheckoutError> {
  const names = await branchNames(git);
  const meant = suggest(base, names);
  const some = names.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  const list = names.length === 0 ? "there are no branches yet" : `there are ${some.join(", ")}`;
  const help = [
    ...(meant === null ? [] : [`did you mean \`${meant}\`?`]),
    `${list}${more}; \`git fetch origin ${base}\` brings a branch from GitHub`,
  ];
  return new CheckoutError(
    "base-unknown",
    `there is no branch or commit \`${base}\` in this clone`,
    help.join(" "),
  );
}
