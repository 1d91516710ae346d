/** ASCII punctuation, but for `-`, `.`, `/` and `_`, which mean themselves in a glob. */
const SPECIAL = /[!-,:-@[-^`{-~]/g;

/**
 * A glob that matches this path, and no other unless a backslash is in it: that one cannot be
 * escaped, so `?` stands for it.
 */
export function escapeGlob(path: string): string {
  return path.replace(SPECIAL, (special) => (special === "\\" ? "?" : `\\${special}`));
}
