import { sectionsNamed, textOf } from "../../evidence/sections.ts";
import type { Section } from "../../model/document.ts";
import { placeIn } from "../../model/place.ts";
import { countWords } from "../../text/words.ts";
import { failed, pasting } from "../findings.ts";
import { sectionMissing } from "../reading/readiness.ts";
import type { DocumentFinding } from "./codes.ts";
import { type DocumentOptions, type SectionDemand, sectionDemand } from "./options.ts";
import type { Target } from "./targets.ts";

export interface JudgedSections {
  readonly findings: readonly DocumentFinding[];
  /** The sections the policy lists, as far as they were found. */
  readonly found: readonly Section[];
}

export function judgeSections(target: Target, options: DocumentOptions): JudgedSections {
  const findings: DocumentFinding[] = [];
  const found: Section[] = [];
  for (const demand of options.sections.map(sectionDemand)) {
    const section = findOne(target, [demand.heading, ...demand.aliases]);
    if ("code" in section) {
      findings.push(section);
      continue;
    }
    found.push(section);
    findings.push(...judgeWords(target, section, demand.min_words));
  }
  // A section that is listed and also one of `each_heading` is empty once.
  const told = new Set(findings.map(({ code, at }) => `${code} ${at?.line}`));
  const others = judgeEach(target, options).filter(
    ({ code, at }) => code === "DOCUMENT-NO-HEADINGS" || !told.has(`${code} ${at?.line}`),
  );
  return { findings: [...findings, ...others], found };
}

function judgeEach(target: Target, { each_heading }: DocumentOptions): DocumentFinding[] {
  if (each_heading === undefined) return [];
  const { under, min_words } = each_heading;
  const around = findOne(target, [under]);
  if ("code" in around) return [around];
  const parts = target.document.sections.filter(({ parent }) => parent === around.index);
  if (parts.length > 0) return parts.flatMap((part) => judgeWords(target, part, min_words));
  return [
    failed({
      code: "DOCUMENT-NO-HEADINGS",
      problem: `the section \`${around.heading}\` has no sub-headings`,
      ...pasting(
        "add one for each case:",
        `${"#".repeat(Math.min(6, around.depth + 1))} <name of the case>`,
      ),
      at: placeIn(target.path, around.at),
      item: under,
    }),
  ];
}

function findOne(target: Target, names: readonly string[]): Section | DocumentFinding {
  const { document, path, scope, isLoose } = target;
  const root = document.sections[0] ?? scope;
  const inScope = sectionsNamed(document, [...names], scope);
  const sections =
    inScope.length === 0 && isLoose ? sectionsNamed(document, [...names], root) : inScope;
  const [section, second] = sections;
  const [name = ""] = names;
  if (section === undefined) {
    const inside = sectionsIn(target).map(({ heading }) => heading);
    return sectionMissing(path, name, inside, scope);
  }
  if (second === undefined) return section;
  const lines = sections.map(({ at }) => at.line).join(", ");
  return failed({
    code: "SECTION-AMBIGUOUS",
    problem: `${sections.length} headings fit \`${name}\`: lines ${lines}`,
    remedy: "rename all but one",
    at: placeIn(path, second.at),
    item: name,
  });
}

function sectionsIn({ document, scope }: Target): readonly Section[] {
  return document.sections.filter(
    ({ index, at }) => index > scope.index && at.line < scope.endLine,
  );
}

function judgeWords(
  { document, path }: Target,
  section: Section,
  least: SectionDemand["min_words"],
): DocumentFinding[] {
  const words = countWords(textOf(document, section));
  if (words >= least) return [];
  return [
    failed({
      code: "DOCUMENT-SHORT",
      problem:
        words === 0
          ? `the section \`${section.heading}\` is empty`
          : `the section \`${section.heading}\` has ${words} of the ${least} words it needs`,
      remedy: "write what a reader needs to know there",
      at: placeIn(path, section.at),
      item: section.heading,
    }),
  ];
}
