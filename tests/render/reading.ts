import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect } from "vitest";
import { countWords } from "../../src/text/words.ts";

export interface Seen {
  readonly types: Set<string>;
  /** Where links lead. */
  readonly urls: string[];
  readonly html: string[];
  readonly text: string[];
  readonly headings: number;
  readonly boxes: number;
}

/** Markdown as GitHub reads it. */
export function read(markdown: string): Seen {
  const seen = {
    types: new Set<string>(),
    html: [] as string[],
    text: [] as string[],
    urls: [] as string[],
  };
  let headings = 0;
  let boxes = 0;
  const visit = (node: Nodes): void => {
    seen.types.add(node.type);
    if (node.type === "html") seen.html.push(node.value);
    if (node.type === "text") seen.text.push(node.value);
    if (node.type === "link") seen.urls.push(node.url);
    if (node.type === "heading") headings += 1;
    if (node.type === "listItem" && typeof node.checked === "boolean") boxes += 1;
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return { ...seen, headings, boxes };
}

/** Holds of whatever we write around foreign text. `ours`: where links may lead. */
export function expectInert(markdown: string, ours: RegExp): Seen {
  // Bots read commands at the start of a line; those of ours stand in a fence.
  expect(markdown.replace(/^\/gate .*$/gm, "")).not.toMatch(/^\s*[/@]/m);
  const seen = read(markdown);
  expect(seen.types).not.toContain("image");
  expect(seen.urls.filter((url) => !ours.test(url))).toEqual([]);
  expect(seen.boxes).toBe(0);
  const tags = seen.html.flatMap((html) => html.match(/<(?!!--)[^>]*>/g) ?? []);
  const known = /^<\/?(details|summary|sub|code)>$/;
  expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
  expect(count(tags, "<details>")).toBe(count(tags, "</details>"));
  const comments = seen.html.flatMap((html) => html.match(/<!--.*?-->/gs) ?? []);
  expect(comments.filter((comment) => !comment.startsWith("<!-- stage-gates:"))).toEqual([]);
  const shown = [
    ...seen.text.filter((text) => !/^#\d+$/.test(text)),
    ...seen.html.map((html) => html.replace(/<code>.*?<\/code>|<!--.*?-->/gs, "")),
  ];
  expect(shown.filter((part) => /@[\w-]|#\d|\bGH-\d|:\/\/|www\./i.test(part))).toEqual([]);
  return seen;
}

function count(tags: readonly string[], wanted: string): number {
  return tags.filter((tag) => tag === wanted).length;
}

/** Words before the eyes of a reader: all but what stands behind folds, whose lines count. */
export function wordsAtFirstSight(markdown: string): number {
  let depth = 0;
  const lines = markdown.split("\n").filter((line) => {
    if (line === "<details>") depth += 1;
    const shown = depth === 0 || (depth === 1 && line.startsWith("<summary>"));
    if (line === "</details>") depth -= 1;
    return shown;
  });
  const text = lines
    .join("\n")
    .replace(/<[^>]*>/gs, " ")
    .replace(/\]\([^)]*\)/g, "]");
  return countWords(text);
}
