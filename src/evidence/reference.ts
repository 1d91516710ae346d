export type EvidenceReference =
  /** Percent-decoded, without query and fragment. `/…` is from the root, all else from the document. */
  | { readonly kind: "path"; readonly path: string; readonly fragment: string | null }
  /** An issue or pull request. `repository` is `owner/repo`, `null` for the one judged. */
  | { readonly kind: "issue"; readonly repository: string | null; readonly number: number }
  /** `sha` has 7 to 40 lower-case hex digits. */
  | { readonly kind: "commit"; readonly repository: string | null; readonly sha: string }
  | { readonly kind: "run"; readonly repository: string | null; readonly id: string }
  /**
   * `host` in lower case, with the port where it is not the usual one. `repository`: of which
   * repository of our host it is a page; `null` where of none.
   */
  | {
      readonly kind: "url";
      readonly url: string;
      readonly host: string;
      readonly repository: string | null;
    }
  /** `why` is a clause: "a `javascript:` link is no evidence". */
  | { readonly kind: "refused"; readonly why: string };

const SHORT_ISSUE = /^(?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})$/;
const SHORT_COMMIT = /^(?:([\w.-]+\/[\w.-]+)@)?([\da-f]{7,40})$/i;
/** All digits are a date or a number, all letters a word, unless it is as long as only a commit is. */
const COMMIT = /^(?=.*\d)(?=.*[a-f])[\da-f]{7,39}$|^[\da-f]{40}$/;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const NAME = /^[\w.-]+$/;
/** Nothing a path of a repository holds on every system. */
const NO_PATH = /[\p{Cc}\\]/u;

/**
 * What a piece of evidence points at. `target` is a link's target, or `""` for plain text, which
 * is then read itself: only there `#12` is an issue, as a target it is a place in the document.
 */
export function parseReference(
  target: string,
  text: string,
  host = "github.com",
): EvidenceReference {
  const written = (target === "" ? text : target).trim();
  const short = target === "" ? parseShort(written) : null;
  if (short !== null) return short;
  if (written.startsWith("//")) return parseUrl(`https:${written}`, host);
  if (SCHEME.test(written)) return parseUrl(written, host);
  if (written === "" || written.startsWith("#")) {
    return { kind: "refused", why: "it points at nothing outside of the document" };
  }
  return parsePath(written);
}

function parseShort(written: string): EvidenceReference | null {
  const issue = SHORT_ISSUE.exec(written);
  if (issue !== null) {
    return { kind: "issue", repository: issue[1] ?? null, number: Number(issue[2]) };
  }
  const commit = SHORT_COMMIT.exec(written);
  const sha = commit?.[2]?.toLowerCase() ?? "";
  return COMMIT.test(sha) ? { kind: "commit", repository: commit?.[1] ?? null, sha } : null;
}

function parseUrl(written: string, host: string): EvidenceReference {
  if (!URL.canParse(written)) return { kind: "refused", why: "it is no address" };
  const url = new URL(written);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return { kind: "refused", why: `a \`${url.protocol}\` link is no evidence` };
  }
  if (url.username !== "" || url.password !== "") {
    return { kind: "refused", why: "an address with credentials is no evidence" };
  }
  const isOurs = url.host === host.toLowerCase() || url.host === `www.${host.toLowerCase()}`;
  const repository = isOurs ? repositoryOf(url) : null;
  const looked = repository === null ? null : inRepository(repository, url);
  return looked ?? { kind: "url", url: url.href, host: url.host, repository };
}

/** First parts of addresses that no account can be called. */
const NO_OWNER =
  /^(?:about|apps|collections|enterprises|features|login|marketplace|notifications|orgs|search|settings|sponsors|stars|topics|users)$/i;

function repositoryOf({ pathname }: URL): string | null {
  const [owner = "", name = ""] = pathname.split("/").slice(1);
  return NAME.test(owner) && NAME.test(name) && !NO_OWNER.test(owner) ? `${owner}/${name}` : null;
}

function inRepository(repository: string, { pathname }: URL): EvidenceReference | null {
  const [kind, id = "", ...rest] = pathname.split("/").slice(3);
  if ((kind === "issues" || kind === "pull") && /^[1-9]\d{0,9}$/.test(id)) {
    return { kind: "issue", repository, number: Number(id) };
  }
  if (kind === "commit" && /^[\da-f]{7,40}$/i.test(id)) {
    return { kind: "commit", repository, sha: id.toLowerCase() };
  }
  if (kind === "actions" && id === "runs" && /^\d{1,20}$/.test(rest[0] ?? "")) {
    return { kind: "run", repository, id: rest[0] ?? "" };
  }
  return null;
}

function parsePath(written: string): EvidenceReference {
  const [, encoded = "", , fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? [];
  const path = decoded(encoded);
  if (path === null) return { kind: "refused", why: "its percent-encoding is broken" };
  if (NO_PATH.test(path)) {
    return { kind: "refused", why: "a path holds no backslashes and no control characters" };
  }
  return { kind: "path", path, fragment: fragment ?? null };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A path of a document as a path from the root; `null` where it leaves the repository. */
export function resolvePath(documentPath: string, path: string): string | null {
  const folder = path.startsWith("/") ? [] : documentPath.split("/").slice(0, -1);
  const resolved: string[] = [...folder];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") resolved.push(part);
    else if (resolved.pop() === undefined) return null;
  }
  return resolved.join("/");
}
