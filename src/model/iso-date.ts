/**
 * A calendar day that exists, as ISO 8601 text: `2026-09-12`. Such texts compare as days do.
 * `parseIsoDate` makes one of a text that anybody wrote.
 */
export type IsoDate = string & { readonly isoDate: true };
