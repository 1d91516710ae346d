import GithubSlugger from "github-slugger";
import type { MarkdownDocument } from "../model/document.ts";

const KEPT = new WeakMap<MarkdownDocument, ReadonlySet<string>>();

/** Fragments that GitHub gives the headings of a document: `#roll-back`, `#roll-back-1`. */
export function anchorsOf(document: MarkdownDocument): ReadonlySet<string> {
  const kept = KEPT.get(document);
  if (kept !== undefined) return kept;
  const slugger = new GithubSlugger();
  const [, ...sections] = document.sections;
  const anchors = new Set(sections.map(({ heading }) => slugger.slug(heading)));
  KEPT.set(document, anchors);
  return anchors;
}
