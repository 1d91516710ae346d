import { readDate } from "../../evidence/cell-value.ts";
import { parseDocument } from "../../evidence/parse-document.ts";
import type { MarkdownDocument } from "../../model/document.ts";
import type { FileFact } from "../../model/fact.ts";
import type { IsoDate } from "../../model/iso-date.ts";
import { placeIn } from "../../model/place.ts";
import { findHiddenCharacter } from "../../text/hidden-characters.ts";
import { keyOf } from "../../text/key.ts";
import { errored, failed, pastingOneOf } from "../findings.ts";
import { frontMatterFix } from "../reading/front-matter-line.ts";
import { fileMissing, frontMatterOf, isRefused, topOf } from "../reading/readiness.ts";
import type { DecisionFinding } from "./codes.ts";
import {
  asMap,
  type FieldText,
  fieldText,
  fieldTexts,
  type RecordFields,
  textsIn,
} from "./record-fields.ts";

export interface DecisionRecord {
  readonly path: string;
  /** Whether it stands on the base branch, which then says what it holds. */
  readonly isOnBase: boolean;
  readonly document: MarkdownDocument;
  readonly fields: RecordFields;
  readonly outcome: FieldText | null;
  readonly decided: IsoDate;
  /** Paths or file names, as written. */
  readonly supersedes: readonly FieldText[];
}

export type ParsedRecord =
  | { readonly state: "record"; readonly record: DecisionRecord }
  /** No decision, or one of something else: `of` as written. */
  | { readonly state: "other"; readonly of: string | null }
  /** It may be a decision of this, and cannot be placed among the others. */
  | {
      readonly state: "broken";
      readonly path: string;
      readonly findings: readonly DecisionFinding[];
    };

/** Front matter with one of these keys is a decision; a README beside the records has none. */
const TELLING_KEYS = ["of", "outcome", "decided"];

export interface RecordSource {
  readonly path: string;
  readonly isOnBase: boolean;
  readonly content: FileFact;
}

export function parseRecord(
  { path, isOnBase, content }: RecordSource,
  of: string | null,
): ParsedRecord {
  const broken = (...findings: DecisionFinding[]): ParsedRecord => ({
    state: "broken",
    path,
    findings,
  });
  if (content.state === "lfs-pointer" || content.state === "binary") {
    return broken(fileMissing(path, content.state));
  }
  if (content.state !== "file") return { state: "other", of: null };
  const parsed = parseDocument(content.file);
  if (parsed.state === "error") {
    const { code, problem, remedy, at } = parsed.error;
    return broken(errored({ code, problem, remedy, at: placeIn(path, at), item: path }));
  }
  const { document } = parsed;
  const frontMatter = frontMatterOf(document, path);
  if (isRefused(frontMatter)) return broken(...frontMatter.findings);
  const fields = frontMatter.root === null ? null : asMap(frontMatter.root);
  if (fields === null || !TELLING_KEYS.some((key) => fields.has(key))) {
    return { state: "other", of: null };
  }
  const hidden = frontMatter.root === null ? [] : hiddenIn(textsIn(frontMatter.root), path);
  const named = fieldText(fields, "of");
  // A hidden character in `of` makes it no other subject.
  if (named !== null && of !== null && findHiddenCharacter(named.text) === null) {
    if (keyOf(named.text) !== keyOf(of)) return { state: "other", of: named.text };
  }
  if (hidden.length > 0) return broken(...hidden);
  if (named === null && of !== null) return broken(withoutSubject(fields, path, of));
  const decided = decidedOn(fields, path);
  if (typeof decided !== "string") return broken(decided);
  const outcome = fieldText(fields, "outcome");
  const supersedes = fieldTexts(fields, "supersedes");
  return {
    state: "record",
    record: { path, isOnBase, document, fields, outcome, decided, supersedes },
  };
}

function hiddenIn(texts: readonly FieldText[], path: string): readonly DecisionFinding[] {
  return texts.flatMap(({ text, at }) => {
    const hidden = findHiddenCharacter(text);
    if (hidden === null) return [];
    return [
      failed({
        code: "HIDDEN-CHARACTER",
        problem: `the front matter of \`${path}\` holds the hidden character ${hidden.name}`,
        remedy: "delete the line and type it anew",
        at: placeIn(path, at),
        item: path,
      }),
    ];
  });
}

function withoutSubject(fields: RecordFields, path: string, of: string): DecisionFinding {
  const subject = frontMatterFix("of: <subject>", fields.has("of"));
  return failed({
    code: "DECISION-INCOMPLETE",
    problem: `\`${path}\` does not say what it decides`,
    remedy: `${subject.remedy}; this rule asks for \`${of}\``,
    paste: subject.paste,
    at: topOf(path),
    item: path,
  });
}

function decidedOn(fields: RecordFields, path: string): IsoDate | DecisionFinding {
  const written = fieldText(fields, "decided");
  const read = written === null ? null : readDate(written.text);
  if (read?.state === "date") return read.date;
  const at = placeIn(path, written?.at ?? fields.get("decided")?.keyAt ?? topOf(path));
  if (read === null || read.state === "missing") {
    return failed({
      code: "DECISION-INCOMPLETE",
      problem: `\`${path}\` does not say when it was decided, so it cannot be placed among the others`,
      ...frontMatterFix("decided: <YYYY-MM-DD>", fields.has("decided")),
      at,
      item: path,
    });
  }
  return failed({
    code: "DECISION-DATE",
    problem: `\`${written?.text ?? ""}\` is no ISO date`,
    ...pastingOneOf("write", read.readings, (reading) => `decided: ${reading}`),
    at,
    item: path,
  });
}
