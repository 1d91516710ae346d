import type { Section } from "../model/document.ts";
import { placeIn } from "../model/place.ts";
import type { FactReader } from "../model/ports.ts";
import { defineRule, type RuleContext } from "./define-rule.ts";
import { DOCUMENT_CODES, type DocumentFinding } from "./document/codes.ts";
import { judgeAge } from "./document/judge-age.ts";
import { judgeLinks } from "./document/judge-links.ts";
import { judgeSections } from "./document/judge-sections.ts";
import { judgeText } from "./document/judge-text.ts";
import { type DocumentOptions, documentOptions } from "./document/options.ts";
import { type Target, targetsOf } from "./document/targets.ts";
import { failed } from "./findings.ts";

export const document = defineRule({
  type: "document",
  meta: {
    holdsWhen: "the file exists, its sections are filled, it is fresh and not the template",
    why: "A runbook that is empty, out of date or still the template fails the person who opens it in the night.",
    ages: "`last_reviewed` in the front matter, or with `age_from: git` the last change of the file",
  },
  options: documentOptions,
  reads: ["file", "files", "history"],
  codes: DOCUMENT_CODES,
  evaluate(facts, options, context) {
    const { targets, findings } = targetsOf(facts, options, context);
    return [...findings, ...targets.flatMap((target) => judge(facts, target, options, context))];
  },
});

function judge(
  facts: FactReader<"file" | "history">,
  target: Target,
  options: DocumentOptions,
  context: RuleContext,
): DocumentFinding[] {
  const sections = judgeSections(target, options);
  // The readiness document also holds what other rules judge.
  const areas = target.isReadiness && options.sections.length > 0 ? sections.found : [target.scope];
  return [
    ...withoutEchoes([...sections.findings, ...judgeText(target, areas, options)]),
    ...(options.links_resolve ? judgeLinks(facts, target, areas) : []),
    ...(options.diagram ? judgeDiagram(target, areas) : []),
    ...judgeAge(facts, target, options, context),
  ];
}

/** Where a placeholder is told, that the text is short besides is no second thing to do. */
function withoutEchoes(findings: readonly DocumentFinding[]): readonly DocumentFinding[] {
  const isTemplate = findings.some(({ code }) => code === "DOCUMENT-TEMPLATE");
  const unfilled = new Set(
    findings.filter(({ code }) => code === "DOCUMENT-PLACEHOLDER").map(({ item }) => item),
  );
  return findings.filter(
    ({ code, item }) => code !== "DOCUMENT-SHORT" || !(isTemplate || unfilled.has(item)),
  );
}

function judgeDiagram({ document, path, scope }: Target, areas: readonly Section[]) {
  const isThere = document.diagrams.some(({ line }) =>
    areas.some(({ depth, at, endLine }) => depth === 0 || (line >= at.line && line < endLine)),
  );
  if (isThere) return [];
  return [
    failed({
      code: "DOCUMENT-NO-DIAGRAM",
      problem: `\`${path}\` has no diagram${scope.depth === 0 ? "" : ` under \`${scope.heading}\``}`,
      remedy: "draw one in a `mermaid` fence, or add a picture as `![<what it shows>](<path>)`",
      at: placeIn(path, scope.at),
      item: path,
    }),
  ];
}
