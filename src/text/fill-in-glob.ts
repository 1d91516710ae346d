import { fillIn, type Service } from "../model/service.ts";
import { escapeGlob } from "./escape-glob.ts";

/** `{service}` and `{path}` in a glob of the policy: a folder's name is text, whatever it holds. */
export function fillInGlob(glob: string, service: Service): string {
  const { id, path } = service;
  return fillIn(glob, {
    ...service,
    id: id === null ? null : escapeGlob(id),
    path: escapeGlob(path),
  });
}
