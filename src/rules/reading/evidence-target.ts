import { z } from "zod";
import { type EvidenceReference, parseReference, resolvePath } from "../../evidence/reference.ts";
import type { Link } from "../../model/document.ts";
import type { FileFact, ReferenceFact } from "../../model/fact.ts";
import type { FactReader } from "../../model/ports.ts";

export const evidenceSetting = z
  .strictObject({
    hosts: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe(
        "Hosts a URL may point at (`grafana.acme.example`, `*.acme.example`). Left out: any host.",
      ),
    repos: z
      .array(z.string().regex(/^[^/\s]+\/[^/\s]+$/, "not `owner/repository`"))
      .default([])
      .describe("Other repositories whose issues, commits and runs count as evidence."),
  })
  .describe("What may serve as evidence.");

export type EvidenceSetting = z.output<typeof evidenceSetting>;

/** Where a piece of evidence stands and what the policy lets it be. */
export interface EvidenceScope {
  /** Of the document or file that names it. */
  readonly path: string;
  /** `owner/repo` of the repository judged, where it is known. */
  readonly repository: string | null;
  readonly setting: EvidenceSetting | undefined;
}

export interface EvidenceFault {
  readonly reason:
    | "refused"
    | "no-file"
    | "self"
    | "host"
    | "repository"
    | "unknown"
    | "not-ancestor"
    | "run-not-green"
    | "run-open";
  readonly problem: string;
  readonly remedy: string;
}

/** A commit or path in running text; a word of prose is none of them. */
const TOKEN =
  /^(?:[\w.-]+\/[\w.-]+#\d+|#\d+|https?:\/\/\S+|[0-9a-f]{40}|(?=[a-f]*\d)[0-9a-f]{7,39}|\.{0,2}\/\S+|[\w@./-]+\.[a-z][a-z0-9]{1,5})$/i;

/** What a field or cell names as evidence: its links, else what its text holds that can be looked up. */
export function referencesIn(text: string, links: readonly Link[]): EvidenceReference[] {
  if (links.length > 0) return links.map((link) => parseReference(link.target, link.text));
  const words = text.split(/\s+/).map(withoutPunctuation);
  const [only] = words;
  if (words.length === 1 && only !== undefined && only !== "") return [parseReference("", only)];
  return words.filter((word) => TOKEN.test(word)).map((word) => parseReference("", word));
}

const OPENING = "([";
const CLOSING = ")],;.";

/** Counted instead of matched: a hostile run of brackets would cost the square of its length. */
function withoutPunctuation(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && OPENING.includes(word[start] ?? "")) start += 1;
  while (end > start && CLOSING.includes(word[end - 1] ?? "")) end -= 1;
  return word.slice(start, end);
}

/** What is wrong with a piece of evidence; `null` when nothing is, or nothing is known yet. */
export function faultOf(
  facts: FactReader<"file" | "reference">,
  reference: EvidenceReference,
  scope: EvidenceScope,
): EvidenceFault | null {
  switch (reference.kind) {
    case "refused":
      return {
        reason: "refused",
        problem: reference.why,
        remedy: "name a file of this repository, `#<number>`, a commit, a run or an https URL",
      };
    case "path":
      return faultOfPath(facts, reference.path, scope);
    case "url":
      return faultOfHost(reference.host, scope) ?? faultOfPage(reference, scope);
    case "issue":
      return faultOfReference(facts, "issue", reference.repository, `${reference.number}`, scope);
    case "commit":
      return faultOfReference(facts, "commit", reference.repository, reference.sha, scope);
    case "run":
      return faultOfReference(facts, "run", reference.repository, reference.id, scope);
  }
}

function faultOfPath(
  facts: FactReader<"file">,
  target: string,
  scope: EvidenceScope,
): EvidenceFault | null {
  const path = target === "" ? scope.path : resolvePath(scope.path, target);
  if (path === scope.path) {
    return {
      reason: "self",
      problem: `\`${scope.path}\` cannot be its own evidence`,
      remedy: "name what shows it: a report, a runbook, an issue, a run",
    };
  }
  const fact: FileFact | null =
    path === null ? { state: "outside" } : facts.read("file", { path, revision: "evidence" });
  // A picture or a PDF shows something too.
  if (fact === null || fact.state === "file" || fact.state === "binary") return null;
  return {
    reason: "no-file",
    problem: `the evidence \`${path ?? target}\` ${FILE_STATES[fact.state]}`,
    remedy: "add the file, or correct the path; upper and lower case count",
  };
}

const FILE_STATES: Readonly<Record<Exclude<FileFact["state"], "file" | "binary">, string>> = {
  absent: "does not exist",
  empty: "is empty",
  directory: "is a folder; name the file in it",
  link: "is a symbolic link; name the file it points at",
  submodule: "is a submodule",
  "lfs-pointer": "is a Git LFS pointer, not the file itself",
  outside: "lies outside the repository",
};

function faultOfHost(host: string, { setting }: EvidenceScope): EvidenceFault | null {
  const allowed = setting?.hosts;
  if (allowed === undefined || allowed.some((pattern) => hostFits(host, pattern))) return null;
  return {
    reason: "host",
    problem: `\`${host}\` is not one of the hosts the policy allows`,
    remedy: `link to one of ${allowed.map((name) => `\`${name}\``).join(", ")}`,
  };
}

/** What lies in another repository is evidence only where the policy vouches for that one. */
function faultOfPage(
  { url, repository }: Extract<EvidenceReference, { kind: "url" }>,
  scope: EvidenceScope,
): EvidenceFault | null {
  if (repository === null || isListed(repository, scope)) return null;
  return unlisted(url, repository, "");
}

/** The repository judged, or one that the policy lists. */
function isListed(repository: string, scope: EvidenceScope): boolean {
  const all = [scope.repository, ...(scope.setting?.repos ?? [])];
  return all.some((one) => sameRepository(repository, one));
}

function unlisted(name: string, repository: string, form: string): EvidenceFault {
  return {
    reason: "repository",
    problem: `\`${name}\` is in a repository that the policy does not list`,
    remedy: `name evidence of this repository${form}, or list \`${repository}\` under \`evidence: {repos: […]}\` in the policy`,
  };
}

function hostFits(host: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
}

function faultOfReference(
  facts: FactReader<"reference">,
  what: "issue" | "commit" | "run",
  named: string | null,
  id: string,
  scope: EvidenceScope,
): EvidenceFault | null {
  const isOwn = named === null || sameRepository(named, scope.repository);
  const name = `${isOwn ? "" : named}${what === "issue" ? "#" : " "}${id}`.trim();
  if (!isOwn && !isListed(named, scope)) {
    return unlisted(name, named, what === "issue" ? " (`#<number>`)" : "");
  }
  const fact = facts.read("reference", { what, repository: isOwn ? null : named, id });
  return fact === null ? null : faultOfFact(fact, what, name, isOwn);
}

function sameRepository(a: string, b: string | null): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}

function faultOfFact(
  fact: ReferenceFact,
  what: "issue" | "commit" | "run",
  name: string,
  isOwn: boolean,
): EvidenceFault | null {
  switch (fact.state) {
    case "issue":
    case "pull-request":
      if (what === "issue") return null;
      break;
    case "commit":
      if (what !== "commit") break;
      // Another repository's commit cannot be an ancestor; the policy vouches for that repository.
      if (fact.ancestor || !isOwn) return null;
      return {
        reason: "not-ancestor",
        problem: `the commit \`${name}\` is not part of what would land`,
        remedy: "name a commit of this branch's history",
      };
    case "run":
      if (what !== "run") break;
      return faultOfRun(fact.conclusion, name);
  }
  return {
    reason: "unknown",
    problem: `there is no ${what} \`${name}\``,
    remedy: "correct the reference",
  };
}

function faultOfRun(
  conclusion: Extract<ReferenceFact, { state: "run" }>["conclusion"],
  name: string,
): EvidenceFault | null {
  if (conclusion === "success") return null;
  return conclusion === null
    ? {
        reason: "run-open",
        problem: `the run \`${name}\` has not finished`,
        remedy: "wait until it has",
      }
    : {
        reason: "run-not-green",
        problem: `the run \`${name}\` concluded \`${conclusion}\``,
        remedy: "name a run that succeeded",
      };
}
