import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/model/marker.ts
var ISSUE = /^<!-- stage-gates:issue v1 fingerprint=(\S+) -->$/gm;
var ISSUE_LABEL = "stage-gates";
function statusMarker(stage) {
  return `<!-- stage-gates:status v1 stage=${encoded(stage)} -->`;
}
function isStatusComment(body, stage) {
  return body.trimEnd().endsWith(`
${statusMarker(stage)}`);
}
function fingerprintOf(kind, subject) {
  const name = subject === null ? "-" : encoded(subject).replace(/^-$/, "%2D");
  return `${kind}/${name}`;
}
function issueMarker(fingerprint) {
  return `<!-- stage-gates:issue v1 fingerprint=${fingerprint} -->`;
}
function fingerprintIn(body) {
  return [...body.replaceAll("\r\n", "\n").matchAll(ISSUE)].at(-1)?.[1] ?? null;
}
function subjectOf(fingerprint) {
  const [, kind, name] = /^([a-z-]+)\/(\S+)$/.exec(fingerprint) ?? [];
  if (kind === void 0 || name === void 0) return null;
  try {
    return { kind, subject: name === "-" ? null : decodeURIComponent(name) };
  } catch {
    return null;
  }
}
function noteMarker(kind) {
  return `<!-- stage-gates:note v1 kind=${kind} -->`;
}
function isNote(body, kind) {
  return body.trimEnd().endsWith(`
${noteMarker(kind)}`);
}
function answerMarker(comment) {
  return `<!-- stage-gates:answer v1 comment=${encoded(comment)} -->`;
}
function isAnswer(body, comment) {
  return body.trimEnd().endsWith(`
${answerMarker(comment)}`);
}
function encoded(name) {
  return encodeURIComponent(name.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD")).replaceAll("!", "%21");
}

export {
  ISSUE_LABEL,
  statusMarker,
  isStatusComment,
  fingerprintOf,
  issueMarker,
  fingerprintIn,
  subjectOf,
  noteMarker,
  isNote,
  answerMarker,
  isAnswer
};
