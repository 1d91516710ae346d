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

/**
 * What a piece of evidence points at. `target` is a link's target, or `""` for plain text, which
 * is then read itself.
 */
export function parseReference(
  _target: string,
  _text: string,
  _host = "github.com",
): EvidenceReference {
  throw new Error("not built yet");
}

/** A path of a document as a path from the root; `null` where it leaves the repository. */
export function resolvePath(_documentPath: string, _path: string): string | null {
  throw new Error("not built yet");
}
