import { unknownName } from "./usage-error.ts";

export const FORMATS = ["pretty", "json", "markdown", "github"] as const;

export type Format = (typeof FORMATS)[number];

export function parseFormat(name: string): Format {
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) throw unknownName("format", name, FORMATS);
  return format;
}
