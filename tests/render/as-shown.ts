import { expect } from "vitest";
import { renderMarkdown } from "../../sandbox/pages/render-markdown.ts";

/** On a GitHub where everybody and every issue is there, so that whatever can be called is. */
const EVERYTHING = {
  person: (name: string) => `https://people.test/${name}`,
  issue: (number: number) => `https://issues.test/${number}`,
};

/** Tags that a text of ours may have, as GitHub leaves them after it made HTML harmless. */
const KNOWN = new Set(
  "p br strong em code pre a h3 ul ol li sub hr table thead tbody tr th td details summary".split(
    " ",
  ),
);

/**
 * Holds of whatever we say with foreign text in it, as a reader sees it: it calls nobody, leads
 * nowhere but to ours, and keeps to the place that it was given.
 *
 * @param ours where links may lead
 * @param headings how many there are of ours
 */
export function expectInertAsShown(
  markdown: string,
  { ours, headings }: { readonly ours: RegExp; readonly headings: number },
): void {
  const { html } = renderMarkdown(markdown, EVERYTHING);
  // Emoji are drawn; what is drawn is ours.
  const plain = html.replace(/<svg\b.*?<\/svg>/gs, "");
  const tags = [...plain.matchAll(/<(\/?)([a-z][a-z\d-]*)((?:\s[^<>]*)?)>/g)];
  expect(tags.map(([, , name]) => name).filter((name) => !KNOWN.has(name ?? ""))).toEqual([]);
  const hrefs = tags.flatMap(([, , , rest]) => /\shref="([^"]*)"/.exec(rest ?? "")?.[1] ?? []);
  expect(hrefs.filter((href) => !ours.test(href.replaceAll("&#x26;", "&")))).toEqual([]);
  const count = (name: string) => tags.filter(([, end, tag]) => end === "" && tag === name).length;
  expect(count("h3")).toBe(headings);
  // Each fold of ours stands on a line of its own, and GitHub sees no other and no fewer.
  expect(count("details")).toBe(markdown.match(/^<details>$/gm)?.length ?? 0);
  expect(count("summary")).toBe(count("details"));
  expect(foldsOpenAtEnd(tags)).toBe(0);
  // GitHub sets what stands between dollars as mathematics, but for code.
  expect(plain.replace(/<(code|pre)\b.*?<\/\1>/gs, "")).not.toContain("$");
}

/** Where the last thing we say stands: in a fold nobody would see it. */
function foldsOpenAtEnd(tags: readonly RegExpMatchArray[]): number {
  let [depth, atLast] = [0, 0];
  for (const [, end, name] of tags) {
    if (name === "details") depth += end === "" ? 1 : -1;
    if (name === "sub" && end === "") atLast = depth;
  }
  return Math.max(depth, atLast);
}
