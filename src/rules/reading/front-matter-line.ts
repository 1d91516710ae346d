/** How a key of a front matter is filled in: a second line of its name would be malformed. */
export function frontMatterRemedy(line: string, isThere: boolean): string {
  const key = line.slice(0, line.indexOf(":"));
  return isThere
    ? `replace \`${key}\` in its front matter: \`${line}\``
    : `add \`${line}\` to its front matter`;
}
