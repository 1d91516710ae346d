/**
 * A name that a glob of branches matches, as far as one can be made up: `release/*` → `release/x`.
 * A glob without wildcards is the one name it stands for.
 */
export function sampleName(glob: string): string {
  return glob
    .replace(/(?<!\\)\{([^{},]*)[^{}]*\}/g, "$1")
    .replace(
      /(?<!\\)\[(?:[!^][^\]]*|([^\]])[^\]]*)\]/g,
      (_, first: string | undefined) => first ?? "x",
    )
    .replace(/(?<!\\)(\*+|\?)/g, "x")
    .replace(/\\(.)/g, "$1");
}

export function isGlob(text: string): boolean {
  return /(?<!\\)[*?[{]/.test(text);
}
