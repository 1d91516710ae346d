import { pasting } from "../findings.ts";

/** How a key of a front matter is filled in: a second line of its name would be malformed. */
export function frontMatterFix(line: string, isThere: boolean): ReturnType<typeof pasting> {
  const key = line.slice(0, line.indexOf(":"));
  return isThere
    ? pasting(`replace \`${key}\` in its front matter:`, line)
    : { remedy: `add \`${line}\` to its front matter`, paste: line };
}
