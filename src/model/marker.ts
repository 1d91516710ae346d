/**
 * Markers by which we find our own again. Each stands alone on a line, where foreign text never
 * does, and counts only in what our own account has written.
 */

const ISSUE = /^<!-- stage-gates:issue v1 fingerprint=(\S+) -->$/gm;

/** Every issue of ours carries it: by it they are listed, and found again. */
export const ISSUE_LABEL = "stage-gates";

/** The last line of the one comment of a stage. */
export function statusMarker(stage: string): string {
  return `<!-- stage-gates:status v1 stage=${encoded(stage)} -->`;
}

/** Whether a comment of ours is the one of this stage. */
export function isStatusComment(body: string, stage: string): boolean {
  return body.trimEnd().endsWith(`\n${statusMarker(stage)}`);
}

/** What an issue is about: one for each kind and service. */
export function fingerprintOf(kind: string, subject: string | null): string {
  // A service may be called `-`, too.
  const name = subject === null ? "-" : encoded(subject).replace(/^-$/, "%2D");
  return `${kind}/${name}`;
}

export function issueMarker(fingerprint: string): string {
  return `<!-- stage-gates:issue v1 fingerprint=${fingerprint} -->`;
}

/** The fingerprint of an issue of ours; people may have written above and below it. */
export function fingerprintIn(body: string): string | null {
  return [...body.replaceAll("\r\n", "\n").matchAll(ISSUE)].at(-1)?.[1] ?? null;
}

/** What a fingerprint is about; `null` where it is none of ours. */
export function subjectOf(
  fingerprint: string,
): { readonly kind: string; readonly subject: string | null } | null {
  const [, kind, name] = /^([a-z-]+)\/(\S+)$/.exec(fingerprint) ?? [];
  if (kind === undefined || name === undefined) return null;
  try {
    return { kind, subject: name === "-" ? null : decodeURIComponent(name) };
  } catch {
    return null;
  }
}

/** What we said on an issue, so that it is said once. */
export type NoteKind = "resolved" | "back" | "still" | "duplicate";

export function noteMarker(kind: NoteKind): string {
  return `<!-- stage-gates:note v1 kind=${kind} -->`;
}

export function isNote(body: string, kind: NoteKind): boolean {
  return body.trimEnd().endsWith(`\n${noteMarker(kind)}`);
}

/** Under a reply to the commands of a comment, so that they are answered once. */
export function answerMarker(comment: string): string {
  return `<!-- stage-gates:answer v1 comment=${encoded(comment)} -->`;
}

export function isAnswer(body: string, comment: string): boolean {
  return body.trimEnd().endsWith(`\n${answerMarker(comment)}`);
}

/** A name as part of a marker, which it can neither end nor forge. */
function encoded(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, "\ufffd")).replaceAll("!", "%21");
}
