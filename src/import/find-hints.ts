import type { MarkdownDocument } from "../model/document.ts";
import type { Remark } from "./import-plan.ts";

/** `Please describe …`, `Explain why`, `[What happens then]`, `Your answer here` */
const HINT =
  /^(?:please (?:add|answer|describe|enter|explain|fill|list|provide|specify)|describe|explain|provide|specify|fill in)\b|^\[[^\]]*\]$|\banswer here\b/i;

/** Answers that are what a template tells its author, and would be taken for an answer. */
export function findHints(
  { sections, blocks }: MarkdownDocument,
  answers: ReadonlySet<number>,
): readonly Remark[] {
  const parents = new Set(sections.map(({ parent }) => parent));
  const texts = new Map<number, (typeof blocks)[number][]>();
  for (const block of blocks) {
    if (block.kind === "heading" || !answers.has(block.section)) continue;
    const others = texts.get(block.section);
    if (others === undefined) texts.set(block.section, [block]);
    else others.push(block);
  }
  return [...texts].flatMap(([section, [only, ...others]]) => {
    if (only === undefined || others.length > 0 || parents.has(section)) return [];
    if (!HINT.test(only.text)) return [];
    return [
      {
        at: only.at,
        problem: "this reads like a hint of the template, and counts as the answer",
        help: "delete it, or write `TODO` in its place, as long as there is no answer",
      },
    ];
  });
}
