import type { Finding } from "../../model/finding.ts";
import type { CommonCode } from "../common-codes.ts";

export const DOCUMENT_CODES = {
  "DOCUMENT-NONE": "No file matches the glob",
  "DOCUMENT-SHORT": "The document or a section has too few words",
  "DOCUMENT-LONG": "The document has too many words",
  "DOCUMENT-NO-HEADINGS": "A section has none of the sub-headings it should have",
  "DOCUMENT-TEMPLATE": "The document is still the template it was made from",
  "DOCUMENT-PLACEHOLDER": "A placeholder was not replaced",
  "DOCUMENT-FORBIDDEN": "A word that the policy forbids stands in the text",
  "DOCUMENT-DEAD-LINK": "A link leads nowhere",
  "DOCUMENT-NO-DIAGRAM": "There is no diagram",
  "DOCUMENT-NO-DATE": "The document does not say when it was last reviewed",
  "DOCUMENT-DATE-FORM": "`last_reviewed` is not written as 2026-09-10",
  "DOCUMENT-FUTURE": "`last_reviewed` lies ahead",
  "DOCUMENT-AGEING": "Three quarters of `max_age` are over",
  "DOCUMENT-OUTDATED": "The document is older than `max_age`",
  "DOCUMENT-ONLY-DATE": "`last_reviewed` was moved while nothing else changed",
} as const;

export type DocumentCode = keyof typeof DOCUMENT_CODES;

export type DocumentFinding = Finding<DocumentCode | CommonCode>;
