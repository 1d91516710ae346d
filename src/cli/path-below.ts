import { isAbsolute, relative, sep } from "node:path";

/** The way from one absolute path to another below it, with slashes; `null` where it is not below. */
export function pathBelow(root: string, path: string): string | null {
  const way = relative(root, path);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return way.split(sep).join("/");
}
