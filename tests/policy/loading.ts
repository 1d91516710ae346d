import type { Problem } from "../../src/model/finding.ts";
import type { LoadedPolicy, Policy } from "../../src/model/policy.ts";
import type { PackLibrary } from "../../src/model/ports.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";

const REPOSITORY = ".github/stage-gates.yml";
export const ORGANIZATION = "acme/.github/stage-gates-org.yml";

export interface Texts {
  readonly repository?: string | null;
  readonly organization?: string | null;
  /** By id. */
  readonly packs?: Readonly<Record<string, string>>;
  readonly name?: string | null;
  readonly properties?: Readonly<Record<string, string | readonly string[]>>;
}

function library(packs: Readonly<Record<string, string>>): PackLibrary {
  return {
    ids: Object.keys(packs).sort(),
    read: (id) => {
      const text = packs[id];
      return text === undefined ? null : { name: `pack:${id}`, text };
    },
  };
}

/** Loads texts as the product does. A text alone is the repository's file. */
export function load(texts: string | Texts): LoadedPolicy {
  const {
    repository = null,
    organization = null,
    packs = {},
    name = "acme/shop",
    properties,
  } = typeof texts === "string" ? { repository: texts } : texts;
  return loadPolicy({
    repository: repository === null ? null : { name: REPOSITORY, text: repository },
    organization: organization === null ? null : { name: ORGANIZATION, text: organization },
    packs: library(packs),
    repositoryName: name,
    ...(properties && { repositoryProperties: properties }),
  });
}

/** `code line:column` of each problem, with the file where it is not the repository's. */
export function problemsIn(texts: string | Texts): string[] {
  const loaded = load(texts);
  return loaded.state === "valid" ? [] : loaded.problems.map(told);
}

export function notesIn(texts: string | Texts): string[] {
  const loaded = load(texts);
  if (loaded.state === "invalid") throw new Error(loaded.problems.map(said).join("\n"));
  return loaded.notes.map(told);
}

/** The policy; fails with its problems where it has any. */
export function policyOf(texts: string | Texts): Policy {
  const loaded = load(texts);
  if (loaded.state === "invalid") throw new Error(loaded.problems.map(said).join("\n"));
  return loaded.policy;
}

export function helpIn(texts: string | Texts): (string | null)[] {
  const loaded = load(texts);
  return loaded.state === "valid" ? [] : loaded.problems.map(({ help }) => help);
}

function told({ code, at }: Pick<Problem, "code" | "at">): string {
  const place = `${code} ${at.line}:${at.column}`;
  return at.file === REPOSITORY ? place : `${place} ${at.file}`;
}

function said(problem: Problem): string {
  return `${told(problem)}: ${problem.message}`;
}

/** A policy that is valid as it stands. */
export const VALID = `version: 1
stages:
  - id: production
    branches: [production]
gates:
  - id: ownership
    rules: [{id: named-owners, type: owners, roles: [Service]}]
`;

/** Three lines above whatever rules are to be looked at; the first rule begins at line 6. */
export function withRules(...rules: readonly string[]): string {
  return `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: ownership
    rules:
${rules.map((rule) => `      - ${rule}\n`).join("")}`;
}
