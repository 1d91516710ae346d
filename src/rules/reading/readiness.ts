import { parseData } from "../../evidence/parse-data.ts";
import { parseDocument } from "../../evidence/parse-document.ts";
import { findSection } from "../../evidence/sections.ts";
import type { LocatedValue, MarkdownDocument, Section } from "../../model/document.ts";
import type { FileFact, FileText, Revision } from "../../model/fact.ts";
import type { Finding } from "../../model/finding.ts";
import { type Place, placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { suggest } from "../../text/suggest.ts";
import type { CommonCode } from "../common-codes.ts";
import type { RuleContext } from "../define-rule.ts";
import { errored, failed } from "../findings.ts";

/** Why what a rule reads is not there. The rule returns these findings and has nothing to judge. */
export interface Refused {
  readonly findings: readonly Finding<CommonCode>[];
}

export interface ReadDocument {
  readonly document: MarkdownDocument;
  readonly path: string;
  readonly file: FileText;
}

/** Narrows the answer of every function of this file; `null` means "asked for, not known yet". */
export function isRefused<T extends object>(reading: T | Refused): reading is Refused {
  return "findings" in reading;
}

/** The service's readiness document: the first of its paths where there is anything at all. */
export function readReadiness(
  facts: FactReader<"file">,
  context: RuleContext,
): null | Refused | ReadDocument {
  const { service } = context;
  const found = firstThere(facts, service.readiness, "evidence");
  if (found === null) return null;
  const { path, fact } = found;
  if (fact.state === "file") return parsed(fact.file, path);
  return refuse(
    failed({
      code: "READINESS-MISSING",
      problem: `${service.id === null ? "there is no" : `the service \`${service.id}\` has no`} readiness document: \`${path}\` ${STATES[fact.state]}`,
      remedy: `create \`${path}\`; \`stage-gates scaffold readiness\` writes one to fill in`,
      paste: "stage-gates scaffold readiness",
      at: topOf(path),
      item: path,
      ...(fact.state === "absent" ? { creates: path } : {}),
    }),
  );
}

/** The first of some paths where there is anything at all, else the first of them. */
export function firstThere(
  facts: FactReader<"file">,
  paths: readonly string[],
  revision: Revision,
): null | { readonly path: string; readonly fact: FileFact } {
  for (const [index, path] of paths.entries()) {
    const fact = facts.read("file", { path, revision });
    if (fact === null) {
      // Asked together, so that the search takes one round.
      for (const later of paths.slice(index + 1)) facts.read("file", { path: later, revision });
      return null;
    }
    if (fact.state !== "absent") return { path, fact };
  }
  return { path: paths[0] ?? "READINESS.md", fact: { state: "absent" } };
}

/**
 * What the gate binds to. `section: null` where neither a heading is set nor one fits: the rule then
 * looks in the whole document. `heading` is the rule's own setting, which goes before the gate's.
 */
export function gateSection(
  document: MarkdownDocument,
  path: string,
  context: RuleContext,
  heading: string | null = null,
): Refused | { readonly section: Section | null } {
  const { gate } = context;
  const wanted = heading ?? gate.heading;
  // A rule's own heading is not the gate's: a marker of the gate must not draw it elsewhere.
  const names =
    heading === null
      ? { heading: gate.heading, id: gate.id, title: gate.title }
      : { heading, id: "", title: "" };
  const found = findSection(document, names);
  if (found.state === "found") return { section: found.section };
  if (found.state === "ambiguous") {
    const places = found.sections.map((section) => `line ${section.at.line}`);
    const [, second = found.sections[0]] = found.sections;
    return refuse(
      failed({
        code: "SECTION-AMBIGUOUS",
        problem: `${places.length} headings fit \`${wanted ?? gate.title}\`: ${places.join(", ")}`,
        remedy:
          "rename all but one, or name the one meant in the policy as `heading: <Parent> > <Child>`",
        at: second === undefined ? topOf(path) : placeIn(path, second.at),
        item: wanted ?? gate.id,
      }),
    );
  }
  if (wanted === null) return { section: null };
  return refuse(sectionMissing(path, wanted, found.seen));
}

/** Says that a heading is not there, what to paste, and which one was perhaps meant. */
export function sectionMissing(
  path: string,
  heading: string,
  seen: readonly string[],
  around: Pick<Section, "depth" | "at"> = { depth: 1, at: { line: 1, column: 1 } },
): Finding<CommonCode> {
  const meant = suggest(heading, seen);
  const name = heading.split(">").at(-1)?.trim() ?? heading;
  const line = `${"#".repeat(Math.min(6, Math.max(2, around.depth + 1)))} ${name}`;
  return failed({
    code: "SECTION-MISSING",
    problem: `\`${path}\` has no heading \`${heading}\``,
    remedy:
      meant === null
        ? `add the heading \`${line}\` and fill in what the gate asks for`
        : `did you mean the heading \`${meant}\`? Rename it to \`${name}\`, or add \`${line}\``,
    paste: line,
    at: placeIn(path, around.at),
    item: heading,
  });
}

/** The front matter's root, `null` without front matter. Malformed is errored, never absent. */
export function frontMatterOf(
  document: MarkdownDocument,
  path: string,
): Refused | { readonly root: LocatedValue | null } {
  const { frontMatter } = document;
  if (frontMatter.state === "absent") return { root: null };
  if (frontMatter.state === "present") return { root: frontMatter.root };
  return refuse(
    errored({
      code: "FRONT-MATTER-MALFORMED",
      problem: `the front matter of \`${path}\` does not parse: ${frontMatter.problem}`,
      remedy: "write it as YAML between two lines of `---` at the very top of the file",
      at: placeIn(path, frontMatter.at),
      item: path,
    }),
  );
}

export interface FileQuestion {
  readonly revision?: Revision;
  /** The line that names the file; without it the finding points at the file to create. */
  readonly namedAt?: Place | null;
}

/** A text file the policy names. */
export function readFile(
  facts: FactReader<"file">,
  path: string,
  question: FileQuestion = {},
): null | Refused | { readonly file: FileText; readonly path: string } {
  const fact = facts.read("file", { path, revision: question.revision ?? "evidence" });
  if (fact === null) return null;
  if (fact.state === "file") return { file: fact.file, path };
  return refuse(fileMissing(path, fact.state, question.namedAt ?? null));
}

export function fileMissing(
  path: string,
  state: Exclude<FileFact["state"], "file">,
  namedAt: Place | null = null,
): Finding<CommonCode> {
  return failed({
    code: "FILE-MISSING",
    problem: `\`${path}\` ${STATES[state]}`,
    remedy: REMEDIES[state] ?? `put a regular text file at \`${path}\``,
    at: namedAt ?? topOf(path),
    item: path,
    ...(state === "absent" ? { creates: path } : {}),
  });
}

/** A markdown file the policy names, parsed. */
export function readMarkdown(
  facts: FactReader<"file">,
  path: string,
  question: FileQuestion = {},
): null | Refused | ReadDocument {
  const read = readFile(facts, path, question);
  return read === null || isRefused(read) ? read : parsed(read.file, path);
}

/** A YAML or JSON file the policy names, parsed; the format follows from its name, else YAML. */
export function readData(
  facts: FactReader<"file">,
  path: string,
  question: FileQuestion = {},
): null | Refused | { readonly root: LocatedValue; readonly path: string } {
  const read = readFile(facts, path, question);
  if (read === null || isRefused(read)) return read;
  const data = parseData(read.file, path.toLowerCase().endsWith(".json") ? "json" : "yaml");
  return data.state === "parsed"
    ? { root: data.root, path }
    : refuse(fileMalformed(path, data.problem, placeIn(path, data.at)));
}

export function fileMalformed(path: string, problem: string, at: Place): Finding<CommonCode> {
  return errored({
    code: "FILE-MALFORMED",
    problem: `\`${path}\` does not parse: ${problem}`,
    remedy: "mend the file at this line",
    at,
    item: path,
  });
}

export function topOf(path: string): Place {
  return { file: path, line: 1, column: 1 };
}

export function refuse(...findings: Finding<CommonCode>[]): Refused {
  return { findings };
}

function parsed(file: FileText, path: string): Refused | ReadDocument {
  const result = parseDocument(file);
  if (result.state === "parsed") return { document: result.document, path, file };
  const { code, problem, remedy, at } = result.error;
  return refuse(errored({ code, problem, remedy, at: placeIn(path, at), item: path }));
}

const STATES: Readonly<Record<Exclude<FileFact["state"], "file">, string>> = {
  absent: "does not exist",
  empty: "is empty",
  directory: "is a folder",
  link: "is a symbolic link",
  submodule: "is a submodule",
  "lfs-pointer": "is a Git LFS pointer, not the file itself",
  binary: "is not UTF-8 text",
  outside: "lies outside the repository",
};

const REMEDIES: Partial<Record<FileFact["state"], string>> = {
  absent: "create it and fill it in",
  empty: "fill it in",
};
