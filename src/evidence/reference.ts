export type EvidenceReference =
  /** Percent-decoded, without query and fragment. `/…` is from the root, all else from the document. */
  | { readonly kind: "path"; readonly path: string; readonly fragment: string | null }
  /** An issue or pull request. `repository` is `owner/repo`, `null` for the one judged. */
  | { readonly kind: "issue"; readonly repository: string | null; readonly number: number }
  /** `sha` has 7 to 40 lower-case hex digits. */
  | { readonly kind: "commit"; readonly repository: string | null; readonly sha: string }
  | { readonly kind: "run"; readonly repository: string | null; readonly id: string }
  /** `host` in lower case, with the port where it is not the usual one. */
  | { readonly kind: "url"; readonly url: string; readonly host: string }
  /** `why` is a clause: "a `javascript:` link is no evidence". */
  | { readonly kind: "refused"; readonly why: string };

const SHORT_ISSUE = /^(?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})$/;
const SHA = /^[\da-f]{7,40}$/;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/**
 * What a piece of evidence points at. `target` is a link's target, or `""` for plain text, which
 * is then read itself.
 */
export function parseReference(
  target: string,
  text: string,
  host = "github.com",
): EvidenceReference {
  const written = (target === "" ? text : target).trim();
  const issue = SHORT_ISSUE.exec(written);
  if (issue !== null) {
    return { kind: "issue", repository: issue[1] ?? null, number: Number(issue[2]) };
  }
  if (target === "" && SHA.test(written)) return { kind: "commit", repository: null, sha: written };
  if (SCHEME.test(written) || written.startsWith("//")) return parseUrl(written, host);
  if (written === "" || written.startsWith("#")) {
    return { kind: "refused", why: "it points at nothing outside of the document" };
  }
  return parsePath(written);
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
  return (url.host === host ? onHost(url) : null) ?? { kind: "url", url: url.href, host: url.host };
}

function onHost(url: URL): EvidenceReference | null {
  const [owner, name, kind, id, ...rest] = url.pathname.split("/").slice(1);
  if (!owner || !name || !id) return null;
  const repository = `${owner}/${name}`;
  if ((kind === "issues" || kind === "pull") && /^[1-9]\d{0,9}$/.test(id)) {
    return { kind: "issue", repository, number: Number(id) };
  }
  if (kind === "commit" && SHA.test(id)) return { kind: "commit", repository, sha: id };
  if (kind === "actions" && id === "runs" && /^\d{1,20}$/.test(rest[0] ?? "")) {
    return { kind: "run", repository, id: rest[0] ?? "" };
  }
  return null;
}

function parsePath(written: string): EvidenceReference {
  const [, path = "", , fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? [];
  try {
    return { kind: "path", path: decodeURIComponent(path), fragment: fragment ?? null };
  } catch {
    return { kind: "refused", why: "its percent-encoding is broken" };
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
