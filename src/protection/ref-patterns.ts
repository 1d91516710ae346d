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

function withoutBraces(glob: string): readonly string[] {
  const brace = /(?<!\\)\{([^{}]*)\}/.exec(glob);
  if (brace === null) return [glob];
  const [whole, inside = ""] = brace;
  const before = glob.slice(0, brace.index);
  const after = glob.slice(brace.index + whole.length);
  return inside.split(",").flatMap((option) => withoutBraces(`${before}${option}${after}`));
}
