import type { ChangedPath } from "../model/fact.ts";
import type { Policy, ServiceOverride, Services } from "../model/policy.ts";
import type { FactReader } from "../model/ports.ts";
import { fillIn, READINESS_NAMES, type Service } from "../model/service.ts";
import { fillInGlob } from "../text/fill-in-glob.ts";
import { globMatcher } from "../text/glob-matcher.ts";
import { renamedFolders } from "./renamed-folders.ts";

/** Every service of the repository, sorted by id; the whole repository where none are declared. */
export function listServices(
  policy: Pick<Policy, "services" | "fields">,
  folders: readonly string[],
): readonly Service[] {
  const { services } = policy;
  const one: Service = {
    id: null,
    path: "",
    readiness: READINESS_NAMES,
    fields: policy.fields,
    gates: null,
  };
  if (services === null) return [one];
  if (isWholeRepository(services)) {
    return [{ ...one, readiness: [fillIn(services.readiness, one)] }];
  }
  const paths = new Map(nameFolders(folders));
  for (const [id, override] of Object.entries(services.override)) {
    if (override.path !== null) paths.set(id, override.path);
  }
  return [...paths]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, path]) => declare(id, path, policy.fields, services));
}

/** `services` that says where the readiness document is and names no service declares none. */
function isWholeRepository(
  services: Services,
): services is Services & { readonly readiness: string } {
  const { from, readiness, override } = services;
  return from === null && readiness !== null && Object.keys(override).length === 0;
}

/** Each folder by its last part, or by its whole path where two folders share that part. */
function nameFolders(folders: readonly string[]): readonly [string, string][] {
  const names = folders.map((folder) => folder.slice(folder.lastIndexOf("/") + 1));
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return folders.map((folder, index) => {
    const name = names[index] ?? folder;
    return [uses.get(name) === 1 ? name : folder, folder];
  });
}

/**
 * What the policy says of `search` counts for every folder of that name: a second one, which makes
 * both be called by their whole path, must not undo it.
 */
function overrideOf(id: string, path: string, { override }: Services): ServiceOverride | null {
  const names = [id, path.slice(path.lastIndexOf("/") + 1)];
  const named = names.find((name) => Object.hasOwn(override, name));
  return named === undefined ? null : (override[named] ?? null);
}

const NO_OVERRIDE: ServiceOverride = { path: null, readiness: null, fields: {}, gates: null };

function declare(id: string, path: string, fields: Policy["fields"], services: Services): Service {
  const override = overrideOf(id, path, services) ?? NO_OVERRIDE;
  const bare: Service = {
    id,
    path,
    readiness: [],
    fields: { ...fields, ...override.fields },
    gates: override.gates,
  };
  const template = override.readiness ?? services.readiness;
  const readiness =
    template === null ? READINESS_NAMES.map((name) => `${path}/${name}`) : [fillIn(template, bare)];
  return { ...bare, readiness };
}

/** What a pull request asks to promote. */
export interface Promotion {
  /** `false` when no path that the policy governs changed: then no gate applies. */
  readonly governed: boolean;
  readonly services: readonly Service[];
}

/**
 * The services a change belongs to, by old or new path. A path no service claims belongs to every
 * service unless it is listed as `ungoverned`; where the changed paths are not known, every
 * service counts as changed.
 */
export function changedServices(
  services: readonly Service[],
  ungoverned: readonly string[],
  changes: readonly ChangedPath[] | null,
): Promotion {
  if (changes === null) return { governed: true, services };
  const isUngoverned = globMatcher(ungoverned);
  const byPath = new Map(services.map((service) => [service.path, service]));
  const changed = new Set<Service>();
  for (const path of touched(changes)) {
    const service = claimant(path, byPath);
    if (service !== undefined) changed.add(service);
    else if (!isUngoverned(path)) return { governed: true, services };
  }
  const claimed = services.filter((service) => changed.has(service));
  return { governed: claimed.length > 0, services: claimed };
}

function touched(changes: readonly ChangedPath[]): readonly string[] {
  return changes.flatMap(({ path, previous }) => (previous === null ? [path] : [path, previous]));
}

/** The service of the deepest folder around the path; a submodule's path is the folder itself. */
function claimant(path: string, byPath: ReadonlyMap<string, Service>): Service | undefined {
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf("/"))) {
    const service = byPath.get(folder);
    if (service !== undefined) return service;
    if (!folder.includes("/")) return byPath.get("");
  }
}

/** Whether one of the globs, `{service}` and `{path}` filled in, matches a changed path. */
export function changesMatch(
  globs: readonly string[],
  service: Service | null,
  changes: readonly ChangedPath[] | null,
): boolean {
  if (changes === null) return true;
  const filled = service === null ? [...globs] : globs.map((glob) => fillInGlob(glob, service));
  const matches = globMatcher(filled);
  return touched(changes).some((path) => matches(path));
}

/** What has to be read to tell which services there are and which of them changed. */
export interface Selection {
  readonly services: readonly Service[];
  /** Folders of services that the change takes away while it adds others. */
  readonly gone: readonly string[];
  /** `null`: not known. */
  readonly changes: readonly ChangedPath[] | null;
}

export function readSelection(
  facts: FactReader<"changes" | "folders">,
  policy: Pick<Policy, "services" | "fields">,
): Selection {
  const changes = facts.read("changes", {});
  const from = policy.services?.from ?? null;
  if (from === null) return { services: listServices(policy, []), gone: [], changes };
  const here = facts.read("folders", { glob: from, revision: "evidence" }) ?? [];
  const base = facts.read("folders", { glob: from, revision: "base" }) ?? [];
  const gone = renamedFolders({ glob: from, here, base }, changes);
  return { services: listServices(policy, [...here, ...gone]), gone, changes };
}
