import { withoutBraces } from "./without-braces.ts";

/**
 * A name that a glob of branches matches, as far as one can be made up: `release/*` → `release/x`.
 * A glob without wildcards is the one name it stands for.
 */
export function sampleName(glob: string): string {
  const [plain = glob] = withoutBraces(glob);
  return plain
    .replace(
      /(?<!\\)\[(?:\^[^\]]*|([^\]])[^\]]*)\]/g,
      (_, first: string | undefined) => first ?? "x",
    )
    .replace(/(?<!\\)(\*+|\?)/g, "x")
    .replace(/\\(.)/g, "$1");
}

export function isGlob(text: string): boolean {
  return /(?<!\\)[*?[{]/.test(text);
}
