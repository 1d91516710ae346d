import type { Place } from "../model/place.ts";
import type { TemplateFile } from "../model/ports.ts";

/** Where people mend things: a branch of the repository, or of a fork. */
export interface Source {
  /** Without a slash at its end. */
  readonly url: string;
  readonly branch: string;
}

/** Browsers and proxies refuse longer addresses; a file that does not fit is created empty. */
const LONGEST = 6_000;

/** A line as it is written: rendered markdown has none. `null` where no address can be made of it. */
export function blobUrl(repository: string, revision: string, place: Place): string | null {
  const path = encodedPath(place.file);
  const at = encodedPath(revision);
  if (path === null || at === null) return null;
  return `${repository}/blob/${at}/${path}?plain=1#L${place.line}`;
}

export function editUrl(source: Source, file: string): string | null {
  const path = encodedPath(file);
  const branch = encodedPath(source.branch);
  return path === null || branch === null ? null : `${source.url}/edit/${branch}/${path}`;
}

/** GitHub's editor with the file begun from a template, as far as an address can carry it. */
export function newFileUrl(source: Source, file: string, text: string | null): string | null {
  const path = encodedPath(file);
  const branch = encodedPath(source.branch);
  if (path === null || branch === null) return null;
  const empty = `${source.url}/new/${branch}?filename=${path}`;
  if (text === null) return empty;
  const whole = `${empty}&value=${encoded(text)}`;
  return whole.length > LONGEST ? empty : whole;
}

/**
 * The template whose path ends the file's, the longest of them; else the one that its folder is
 * full of: `runbook.md` for what stands in `runbooks/`.
 */
export function templateFor(file: string, templates: readonly TemplateFile[]): TemplateFile | null {
  const [, folder = "", ending = ""] = /([^/]+)\/[^/]+(\.\w+)$/.exec(file) ?? [];
  const singular = folder.replace(/s$/, "");
  const sameEnd = templates.filter(({ path }) => `/${file}`.endsWith(`/${path}`));
  const ofFolder = templates.filter(
    ({ path }) => `/${path}`.endsWith(`/${singular}${ending}`) && singular !== folder,
  );
  const fitting = sameEnd.length > 0 ? sameEnd : ofFolder;
  return fitting.reduce<TemplateFile | null>(
    (best, one) => (best === null || one.path.length > best.path.length ? one : best),
    null,
  );
}

/** `null` for what would lead out of the repository's pages, which a browser resolves first. */
function encodedPath(path: string): string | null {
  const segments = path.split("/");
  if (segments.some((segment) => /^\.{0,2}$|[\p{Cc}\p{Cs}\\]/u.test(segment))) return null;
  return segments.map(encoded).join("/");
}

/** Also what ends a link in markdown, or an attribute in HTML. */
function encoded(text: string): string {
  const whole = text.replace(/\p{Cs}/gu, "\ufffd");
  return encodeURIComponent(whole).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
