import { inertLine } from "./inert-text.ts";
import { markdownOf } from "./markdown-budget.ts";
import { paragraphOf, prose, words } from "./markdown-text.ts";
import { capitalised, closed } from "./sentence.ts";

/** GitHub refuses longer descriptions of a status. */
const LIMIT = 140;

/** Why nothing passes, in the one line of a status. */
export function renderRefusalLine(title: string, why: string): string {
  return inertLine(`${title}: ${why}`, LIMIT);
}

/** The same as the summary of a check run. */
export function renderRefusal(why: string): string {
  return markdownOf([
    paragraphOf(...prose(closed(capitalised(why)))),
    paragraphOf(words("Nothing passes until it has been judged again.")),
  ]);
}
