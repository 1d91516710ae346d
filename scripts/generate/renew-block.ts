const END = "<!-- generated:end -->";

/** Puts what is generated between its marks, on a page whose other text is written by people. */
export function renewBlock(
  page: string,
  block: string,
  { path, name = "begin" }: { readonly path: string; readonly name?: string },
): string {
  const mark = `<!-- generated:${name} -->`;
  const begin = page.indexOf(mark);
  const end = page.indexOf(END, begin);
  if (begin === -1 || end === -1) throw new Error(`${path} has no \`${mark}\` … \`${END}\``);
  return `${page.slice(0, begin + mark.length)}\n\n${block}\n\n${page.slice(end)}`;
}
