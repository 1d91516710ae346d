import { anchorsOf } from "../../evidence/anchors.ts";
import { parseDocument } from "../../evidence/parse-document.ts";
import { parseReference, resolvePath } from "../../evidence/reference.ts";
import { linksIn } from "../../evidence/sections.ts";
import type { Link, Section } from "../../model/document.ts";
import type { FileText } from "../../model/fact.ts";
import { placeIn } from "../../model/place.ts";
import type { FactReader } from "../../model/ports.ts";
import { failed } from "../findings.ts";
import type { DocumentFinding } from "./codes.ts";
import type { Target } from "./targets.ts";

/** Relative links must lead to something of the repository, anchors to a heading. URLs are never fetched. */
export function judgeLinks(
  facts: FactReader<"file">,
  target: Target,
  areas: readonly Section[],
): DocumentFinding[] {
  const links = new Set(areas.flatMap((area) => linksIn(target.document, area)));
  return [...links].flatMap((link) => {
    const problem = whyDead(facts, target, link);
    if (problem === null) return [];
    return [
      failed({
        code: "DOCUMENT-DEAD-LINK" as const,
        problem,
        remedy: "correct the link, or add what it leads to; upper and lower case count",
        at: placeIn(target.path, link.at),
        item: link.target,
      }),
    ];
  });
}

function whyDead(facts: FactReader<"file">, target: Target, link: Link): string | null {
  // As a link `#12` is an anchor of this document, not an issue.
  if (link.target.startsWith("#")) {
    return hasAnchor(target.file, target.path, decoded(link.target.slice(1)))
      ? null
      : `\`${link.target}\` leads to a heading that this document does not have`;
  }
  const reference = parseReference(link.target, link.text);
  if (reference.kind === "refused") return `\`${link.target}\`: ${reference.why}`;
  if (reference.kind !== "path") return null;
  const path = resolvePath(target.path, reference.path);
  if (path === null) return `\`${link.target}\` leads out of the repository`;
  // The root of the repository, as in `[code](/)`.
  if (path === "") return null;
  const fact =
    path === target.path
      ? ({ state: "file", file: target.file } as const)
      : facts.read("file", { path, revision: "evidence" });
  if (fact === null) return null;
  if (fact.state === "absent" || fact.state === "outside") {
    return `\`${link.target}\` leads to \`${path}\`, which does not exist`;
  }
  const { fragment } = reference;
  if (fact.state !== "file" || fragment === null || fragment === "") return null;
  return hasAnchor(fact.file, path, decoded(fragment))
    ? null
    : `\`${link.target}\` leads to a heading that \`${path}\` does not have`;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
/** `#L12`, `#L12-L14`: lines of the file as it is written. */
const LINES = /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/;

function hasAnchor(file: FileText, path: string, fragment: string): boolean {
  if (!MARKDOWN.test(path) || fragment === "" || LINES.test(fragment)) return true;
  const parsed = parseDocument(file);
  if (parsed.state === "error") return true;
  const wanted = fragment.toLowerCase();
  return (
    anchorsOf(parsed.document).has(wanted) ||
    // Anchors written as HTML are no part of the parsed document.
    ["id", "name"].some((attribute) => file.text.includes(`${attribute}="${fragment}"`))
  );
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
