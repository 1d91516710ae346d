import { findSection } from "../evidence/sections.ts";
import type { MarkdownDocument, Section } from "../model/document.ts";

/** How a gate finds its section: by its title alone where `heading` is left out. */
export interface Binding {
  readonly title: string;
  readonly heading?: string;
}

/** The least that binds a gate to a section; `null` where nothing tells it from others. */
export function bindGate(
  document: MarkdownDocument,
  section: Section,
  id: string,
  title: string,
): Binding | null {
  if (leadsTo(document, section, { heading: null, id, title })) return { title };
  const heading = bindRule(document, section, id);
  return heading === null ? null : { title, heading };
}

/** A `heading` setting that leads to a section and no other. */
export function bindRule(document: MarkdownDocument, section: Section, id = ""): string | null {
  const names = headingsOf(document, section);
  return names.find((heading) => leadsTo(document, section, { heading, id, title: "" })) ?? null;
}

/** Whether no heading fits the gate, so that its rules look in the whole document. */
export function isUnbound(document: MarkdownDocument, id: string, title: string): boolean {
  return findSection(document, { heading: null, id, title }).state === "missing";
}

function leadsTo(
  document: MarkdownDocument,
  section: Section,
  query: Parameters<typeof findSection>[1],
): boolean {
  const found = findSection(document, query);
  return found.state === "found" && found.section === section;
}

/** `Heading`, `Parent > Heading` and so on. */
function headingsOf({ sections }: MarkdownDocument, section: Section): readonly string[] {
  const names: string[] = [];
  let around: Section | undefined = section;
  while (around !== undefined && around.depth > 0) {
    const behind: string | undefined = names.at(-1);
    names.push(behind === undefined ? around.heading : `${around.heading} > ${behind}`);
    around = around.parent === null ? undefined : sections[around.parent];
  }
  return names;
}
