/** Codes that any rule which reads a document or a file can report, with what each means. */
export const COMMON_CODES = {
  "READINESS-MISSING": "The service has no readiness document",
  "READINESS-TOO-LARGE": "The document is over 512 KiB",
  "READINESS-TOO-DEEP": "The document nests deeper than 100 levels",
  "READINESS-UNREADABLE": "The document could not be parsed",
  "FRONT-MATTER-MALFORMED": "The front matter does not parse",
  "SECTION-MISSING": "The heading the policy names is not in the document",
  "SECTION-AMBIGUOUS": "Two headings fit the gate",
  "TABLE-MISSING": "The section has no table with the columns the rule needs",
  "TABLE-AMBIGUOUS": "Two tables fit the rule",
  "COLUMN-MISSING": "A required column is not in the table",
  "COLUMN-AMBIGUOUS": "Two columns fit one name",
  "FILE-MISSING": "The file is absent, empty or no regular text file",
  "FILE-MALFORMED": "The file does not parse",
  "HIDDEN-CHARACTER": "An id, field or cell holds a bidirectional or zero-width control",
} as const;

export type CommonCode = keyof typeof COMMON_CODES;
