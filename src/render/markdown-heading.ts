import type { PhrasingContent } from "mdast";
import type { Verdict } from "../model/verdict.ts";
import { headlineOf } from "./headline.ts";
import { code, words } from "./markdown-text.ts";
import type { Outline } from "./outline.ts";

/** The verdict in its first words: ``❌ Blocked: 2 of 5 gates fail for `production` ``. */
export function headingNodes(verdict: Verdict, outline: Outline): PhrasingContent[] {
  const { icon, text } = headlineOf(verdict, outline);
  const headline = words(`${icon} ${text}`);
  if (verdict.problems.length > 0) return [headline];
  const advisory = verdict.mode === "advisory" && verdict.decision === "no-go";
  return [
    headline,
    words(" for "),
    code(verdict.stage),
    ...(advisory ? [words(" (advisory, nothing is blocked)")] : []),
  ];
}
