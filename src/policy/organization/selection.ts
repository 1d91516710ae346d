import picomatch from "picomatch";
import type { IsoDate } from "../../model/iso-date.ts";
import type { Exemption } from "../../model/policy.ts";
import {
  child,
  entriesOf,
  itemsOf,
  placeOf,
  type SourceNode,
  textOf,
  textsOf,
} from "../source/source-tree.ts";

/** What is known of the repository, for `select` and `exempt`. */
export interface RepositoryIdentity {
  /** `owner/repo`. */
  readonly name: string | null;
  /** Custom properties; `null` where they could not be read. */
  readonly properties: Readonly<Record<string, string | readonly string[]>> | null;
}

/**
 * Whether the organization's file is for the repository. What cannot be told counts as yes:
 * a repository whose name or properties are not known is held to it.
 */
export function isSelected(organization: SourceNode, repository: RepositoryIdentity): boolean {
  const select = child(organization, "select");
  const repos = child(select, "repos");
  const properties = child(select, "properties");
  const named = repos === undefined ? null : matchesName(globsOf(repos), repository.name);
  const fitting = properties === undefined ? null : fits(properties, repository.properties);
  if (named === null && fitting === null) return true;
  return named === true || fitting === true;
}

/** Unknown is `true`. */
function matchesName(globs: readonly string[], name: string | null): boolean {
  return name === null || nameMatches(globs, name);
}

/** A glob with a slash is for `owner/repo`, one without for the name alone; case never matters. */
function nameMatches(globs: readonly string[], name: string): boolean {
  const short = name.slice(name.lastIndexOf("/") + 1);
  return globs.some((glob) =>
    picomatch(glob, { dot: true, nocase: true })(glob.includes("/") ? name : short),
  );
}

function fits(wanted: SourceNode, properties: RepositoryIdentity["properties"]): boolean {
  if (properties === null) return true;
  return [...entriesOf(wanted)].every(([name, { node }]) => {
    const has = Object.hasOwn(properties, name) ? [properties[name] ?? []].flat() : [];
    const allowed = Array.isArray(node.value) ? globsOf(node) : [textOf(node)];
    return has.some((value) => allowed.includes(value));
  });
}

function globsOf(node: SourceNode): readonly string[] {
  return textsOf(node).map(({ text }) => text);
}

/**
 * The exemptions that name the repository, expired ones included: whether one still holds depends
 * on the day, and loading knows no day. A repository without a known name has none.
 */
export function exemptionsFor(
  organization: SourceNode,
  { name }: RepositoryIdentity,
): readonly Exemption[] {
  if (name === null) return [];
  return itemsOf(child(organization, "exempt")).flatMap((exempt) => {
    const repos = child(exempt, "repos");
    if (repos === undefined || !nameMatches(globsOf(repos), name)) return [];
    return {
      gates: textsOf(child(exempt, "gates")).map(({ text }) => text),
      reason: textOf(child(exempt, "reason")) ?? "",
      // Sound: `until` is required, and its schema takes nothing but days.
      until: (textOf(child(exempt, "until")) ?? "") as IsoDate,
      at: placeOf(exempt),
    };
  });
}
