import type { ItemDemand, RequiredField } from "./options.ts";

export const FIELD_LABELS: Readonly<Record<RequiredField, string>> = {
  owner: "Owner",
  evidence: "Evidence",
  done_when: "Done when",
  reviewed: "Reviewed",
};

const PLACEHOLDERS: Readonly<Record<RequiredField, string>> = {
  owner: "@<login>",
  evidence: "<path of a file, #number or URL>",
  done_when: "<what must be true for it to be done>",
  reviewed: "<YYYY-MM-DD>",
};

/** `Owner: @<login>`: to paste and to fill in; as it stands it counts as missing. */
export function fieldLine(field: RequiredField): string {
  return `${FIELD_LABELS[field]}: ${PLACEHOLDERS[field]}`;
}

/** The item as it belongs into the document, unticked and with its fields to fill in. */
export function itemLines({ id, title, require }: ItemDemand): string {
  const head = `- [ ] \`${id}\` ${title ?? "<what must be done>"}`;
  return [head, ...[...require].map((field) => `  - ${fieldLine(field)}`)].join("\n");
}
