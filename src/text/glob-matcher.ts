import picomatch from "picomatch";

/**
 * The one way a glob is matched: case-sensitive, names that begin with a dot included, forward
 * slashes on every platform. `s`, because names may hold line breaks: a path that no glob sees
 * would belong to nobody.
 */
const OPTIONS = { dot: true, windows: false, flags: "s" } as const;

/** Whether a path or branch name matches one of the globs; without globs nothing does. */
export function globMatcher(globs: string | readonly string[]): (name: string) => boolean {
  const list = typeof globs === "string" ? [globs] : [...globs];
  if (list.length === 0) return () => false;
  const matches = picomatch(list, OPTIONS);
  return (name) => matches(name);
}
