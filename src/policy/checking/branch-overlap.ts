import { globMatcher } from "../../text/glob-matcher.ts";

/** Steps all comparisons of a policy may take together; a policy of ordinary size takes hundreds. */
export class Budget {
  #left = 2_000_000;

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }
}

export interface BranchGlob {
  readonly text: string;
  /** The one name it stands for; `null` where it has wildcards. */
  readonly name: string | null;
  readonly forms: readonly (readonly Token[])[];
}

export function readBranch(text: string): BranchGlob {
  const name = /(?<!\\)[*?[{]/.test(text) ? null : text.replaceAll(/\\(.)/g, "$1");
  return { text, name, forms: name === null ? spellings(text).map(tokensOf) : [[...name]] };
}

/**
 * Whether some branch name matches both of two globs. Exact but for classes such as `[a-z]`,
 * which stand for every character when both are globs. Once the budget is spent the answer is yes.
 */
export function branchesOverlap(a: BranchGlob, b: BranchGlob, budget: Budget): boolean {
  if (a.name !== null && b.name !== null) return a.name === b.name;
  if (!a.forms.some((form) => b.forms.some((other) => meet(form, other, budget)))) return false;
  if (budget.isSpent || (a.name === null && b.name === null)) return true;
  budget.spend(20_000);
  const [name, glob] = a.name === null ? [b.name, a.text] : [a.name, b.text];
  return globMatcher(glob)(name ?? "");
}

/** Braces written out, and `**` beside a slash with and without that slash. */
function spellings(glob: string): string[] {
  const brace = /(?<!\\)\{([^{}]*)\}/.exec(glob);
  if (brace !== null) {
    const [whole, inside = ""] = brace;
    const before = glob.slice(0, brace.index);
    const after = glob.slice(brace.index + whole.length);
    const options = inside.includes(",") ? inside.split(",") : [`\\{${inside}\\}`];
    return options.flatMap((option) => spellings(`${before}${option}${after}`));
  }
  const deep = /(?<=^|\/)\*\*\/|\/\*\*$/.exec(glob);
  if (deep === null) return [glob];
  const [before, after] = [glob.slice(0, deep.index), glob.slice(deep.index + deep[0].length)];
  const marked = deep[0] === "/**" ? "/\0" : "\0/";
  return [`${before}${after}`, `${before}${marked}${after}`].flatMap(spellings);
}

/** A character that stands for itself, or what stands for several. */
type Token = string | { readonly any: "one" | "run" | "deep" };

function tokensOf(glob: string): Token[] {
  return [...glob.matchAll(/\\(.)|(\*+|\0)|(\?|\[.[^\]]*\])|(.)/gsu)].map(
    ([, escaped, run, one, plain]): Token => {
      if (run !== undefined) return { any: run === "\0" || run === "**" ? "deep" : "run" };
      return one === undefined ? (escaped ?? plain ?? "") : { any: "one" };
    },
  );
}

/** Whether two token lists match a text in common: a walk over pairs of positions. */
function meet(a: readonly Token[], b: readonly Token[], budget: Budget): boolean {
  const seen = new Set<number>();
  const open: [number, number][] = [[0, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [i, j] = next;
    const key = i * (b.length + 1) + j;
    if (seen.has(key)) continue;
    seen.add(key);
    budget.spend(1);
    if (budget.isSpent || (i === a.length && j === b.length)) return true;
    const [left, right] = [a[i], b[j]];
    if (isRun(left)) open.push([i + 1, j]);
    if (isRun(right)) open.push([i, j + 1]);
    if (left === undefined || right === undefined) continue;
    if (isRun(left) && takes(left, right)) open.push([i, j + 1]);
    else if (isRun(right) && takes(right, left)) open.push([i + 1, j]);
    else if (!isRun(left) && !isRun(right) && sameCharacter(left, right)) open.push([i + 1, j + 1]);
  }
  return false;
}

function isRun(token: Token | undefined): token is { readonly any: "run" | "deep" } {
  return typeof token === "object" && token.any !== "one";
}

function takes(run: { readonly any: "run" | "deep" }, other: Token): boolean {
  return other !== "/" || run.any === "deep";
}

function sameCharacter(a: Token, b: Token): boolean {
  if (typeof a === "string" && typeof b === "string") return a === b;
  return a !== "/" && b !== "/";
}
