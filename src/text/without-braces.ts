/** The globs that one with braces stands for: `{a,b}/*` → `a/*`, `b/*`. At least one. */
export function withoutBraces(glob: string): readonly string[] {
  const brace = /(?<!\\)\{([^{}]*)\}/.exec(glob);
  if (brace === null) return [glob];
  const [whole, inside = ""] = brace;
  const before = glob.slice(0, brace.index);
  const after = glob.slice(brace.index + whole.length);
  return inside.split(",").flatMap((option) => withoutBraces(`${before}${option}${after}`));
}
