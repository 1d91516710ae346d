/** Where this GitHub answers: `api` for programs, `html` for people. No slash at the end. */
export interface Addresses {
  readonly api: string;
  readonly html: string;
}

/** A key for each name ending in `_url`, made from `key: path`. */
export function addressed(
  root: string,
  paths: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(paths).map(([key, path]) => [key, `${root}${path}`]));
}

/** GitHub's opaque ids are base64 of type and number. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`).toString("base64url");
}

export function when(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, "Z");
}

export function whenever(moment: number | null): string | null {
  return moment === null ? null : when(moment);
}
