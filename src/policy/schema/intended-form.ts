import type { z } from "zod";

type Told = Pick<z.core.$ZodRawIssue, "input">;

/** `max_age: 180`: a number without its unit. */
export function unitMissing({ input }: Told): string {
  return typeof input === "number" && Number.isInteger(input) && input >= 0
    ? `write \`${input}d\` for days`
    : "";
}

/** `stages: production`, or a map of stages by their ids. */
export function asStages({ input }: Told): string {
  if (typeof input === "string") {
    const id = idFrom(input);
    return `write \`[{id: ${id}, branches: [${id}]}]\``;
  }
  const id = firstKey(input);
  return id === null ? "" : `write \`[{id: ${id}, branches: [<branch>]}]\``;
}

/** A map of gates by their ids. */
export function asGates({ input }: Told): string {
  const id = firstKey(input);
  return id === null ? "" : `write \`[{id: ${id}, rules: [<rules>]}]\``;
}

function firstKey(input: unknown): string | null {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  return idFrom(Object.keys(input)[0] ?? "");
}

function idFrom(text: string): string {
  return /^[a-z0-9-]{1,64}$/.test(text) ? text : "<id>";
}
