export const VALUES_CODES = {
  "VALUES-NO-FRONT-MATTER": "The document has no front matter",
  "VALUES-MISSING": "Nothing is filled in at the path",
  "VALUES-PRESENT": "There is a value where none may be",
  "VALUES-TYPE": "The value is of another type than the condition is about",
  "VALUES-DIFFERENT": "The value is none of those wanted",
  "VALUES-FORBIDDEN": "The value is one of those ruled out",
  "VALUES-RANGE": "The number is too small or too large",
  "VALUES-LACKS": "The list lacks a value",
  "VALUES-EMPTY": "A list or map whose entries are to be judged has none",
} as const;

export type ValuesCode = keyof typeof VALUES_CODES;
