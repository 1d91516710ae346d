import { withoutBraces } from "../text/without-braces.ts";

/**
 * The patterns by which a ruleset of GitHub's matches what a branch glob of the policy does. There,
 * braces stand for themselves, and `**` reaches below folders only before a slash.
 */
export function refPatterns(globs: readonly string[]): readonly string[] {
  const patterns = globs.flatMap(withoutBraces).map((glob) => {
    if (glob === "**") return "~ALL";
    return `refs/heads/${glob.replace(/\/\*\*$/, "/**/*")}`;
  });
  return [...new Set(patterns)];
}
