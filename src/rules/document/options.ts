import { z } from "zod";
import { globSetting, pathSetting } from "../settings/path-setting.ts";

const text = z.string().trim().min(1);
const words = z.number().int().min(1);

const section = z.strictObject({
  heading: text.describe("Heading of the section, at any depth."),
  aliases: z.array(text).default([]).describe("Other headings it may have."),
  min_words: words.default(1).describe("Words it must have, headings and comments not counted."),
});

export const documentOptions = z.strictObject({
  path: pathSetting(
    "The markdown file, with `{service}` and `{path}` filled in. Without `path` and `glob` it is the gate's section of the readiness document.",
  ).optional(),
  glob: globSetting("Markdown files, each of which must hold; at least one must exist.").optional(),
  heading: text
    .optional()
    .describe(
      "Without `path`: heading of the section of the readiness document; goes before the gate's.",
    ),
  sections: z
    .array(z.union([text, section]))
    .default([])
    .describe("Sections that must be there and be filled, by heading or as a map that says more."),
  each_heading: z
    .strictObject({
      under: text.describe("Heading whose direct sub-headings are meant."),
      min_words: words.default(1).describe("Words each of them must have."),
    })
    .optional()
    .describe("Every sub-heading of a section must be filled, and there must be one."),
  min_words: words.default(1).describe("Words the whole must have."),
  max_words: words.optional().describe("Words the whole may have at most."),
  age_from: z
    .enum(["last_reviewed", "git"])
    .default("last_reviewed")
    .describe(
      "What `max_age` is measured from: `last_reviewed` of the front matter, or the last change of the file.",
    ),
  forbid: z.array(text).default([]).describe("Words and phrases that may not stand in the text."),
  links_resolve: z
    .boolean()
    .default(false)
    .describe("Whether every relative link must lead to a file, and its anchor to a heading."),
  diagram: z
    .boolean()
    .default(false)
    .describe("Whether there must be a diagram: a Mermaid fence or an image."),
});

export type DocumentOptions = z.output<typeof documentOptions>;

export type SectionDemand = z.output<typeof section>;

export function sectionDemand(entry: DocumentOptions["sections"][number]): SectionDemand {
  return typeof entry === "string" ? { heading: entry, aliases: [], min_words: 1 } : entry;
}
