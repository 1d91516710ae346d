export type FieldValue = string | number | boolean;

/** The thing being promoted. A repository without `services:` has exactly one, with `id: null`. */
export interface Service {
  /** `null` for the one service of a repository. */
  readonly id: string | null;
  /** Folder from the root, without a slash at its end; `""` for the whole repository. */
  readonly path: string;
  /** Where its readiness document may be, in order; the first that exists is it. */
  readonly readiness: readonly string[];
  /** What `when` sees. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Gates this service is limited to; `null` for all of the stage. */
  readonly gates: readonly string[] | null;
}

/** Where a readiness document is looked for, below a service's folder. */
export const READINESS_NAMES = [
  "READINESS.md",
  "docs/readiness.md",
  "docs/production-readiness.md",
  "PRODUCTION_READINESS.md",
] as const;

/**
 * `{service}` and `{path}` in a path of the policy, filled in. A folder may be called `$&` or
 * `{path}`: what is filled in is text and is not read again.
 */
export function fillIn(template: string, service: Service): string {
  const folder = service.path === "" ? "." : service.path;
  const filled = template.replace(/\{service\}|\{path\}/g, (name) =>
    name === "{service}" ? (service.id ?? "") : folder,
  );
  return filled.startsWith("./") ? filled.slice(2) : filled;
}
