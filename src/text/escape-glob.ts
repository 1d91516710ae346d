/** ASCII punctuation, but for `-`, `.`, `/` and `_`, which mean themselves in a glob. */
const SPECIAL = /[!-,:-@[-^`{-~]/g;

/** A glob that matches exactly this path. */
export function escapeGlob(path: string): string {
  return path.replace(SPECIAL, "\\$&");
}
