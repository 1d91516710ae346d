import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { parseDocument } from "../src/evidence/parse-document.ts";
import { median } from "./whole-process.ts";

const RUNS = 9;

/** Our parse and the bare parser's with the same extensions, in turn on the same text. */
export function measureParsing(text: string): { readonly ours: number; readonly bare: number } {
  const bare: number[] = [];
  const ours: number[] = [];
  for (let turn = 0; turn <= RUNS; turn += 1) {
    const bareTime = time(() =>
      fromMarkdown(text, {
        extensions: [gfm(), frontmatter(["yaml"])],
        mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(["yaml"])],
      }),
    );
    // A new object each time: a parse is kept beside the file it belongs to.
    const oursTime = time(() => parseDocument({ text, blob: String(turn) }));
    // The first turn warms the compiler.
    if (turn > 0) {
      bare.push(bareTime);
      ours.push(oursTime);
    }
  }
  return { ours: median(ours), bare: median(bare) };
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
