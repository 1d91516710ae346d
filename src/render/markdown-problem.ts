import type { RootContent } from "mdast";
import type { Problem } from "../model/finding.ts";
import { bullet, bullets, code, paragraphOf, prose, words } from "./markdown-text.ts";

/** What is wrong in the policy, where, and what to write instead. */
export function problemItem({ message, at, help }: Problem): RootContent {
  const place = code(`${at.file}:${at.line}:${at.column}`);
  const problem = paragraphOf(...prose(message), words(" ("), place, words(")"));
  const remedy = help === null ? [] : [bullets([bullet([paragraphOf(...prose(help))])])];
  return bullets([bullet([problem, ...remedy])]);
}
