import { fillIn, type Service } from "../../model/service.ts";

/** ASCII punctuation, but for `-`, `.`, `/` and `_`, which mean themselves in a glob. */
const SPECIAL = /[!-,:-@[-^`{-~]/g;

/**
 * A glob that matches this path, and no other unless a backslash is in it: that one cannot be
 * escaped, so `?` stands for it.
 */
export function escapeGlob(path: string): string {
  return path.replace(SPECIAL, (special) => (special === "\\" ? "?" : `\\${special}`));
}

/** `{service}` and `{path}` in a glob of the policy: a folder's name is text, whatever it holds. */
export function fillInGlob(glob: string, service: Service): string {
  const { id, path } = service;
  return fillIn(glob, {
    ...service,
    id: id === null ? null : escapeGlob(id),
    path: escapeGlob(path),
  });
}
