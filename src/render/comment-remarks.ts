import type { RootContent } from "mdast";
import type { Note } from "../model/finding.ts";
import type { Expiry } from "../model/verdict.ts";
import { formatInstant } from "../time/date.ts";
import type { Links } from "./links.ts";
import { placeNodes } from "./markdown-gate.ts";
import { code, paragraphOf, prose, strong, words } from "./markdown-text.ts";
import { capitalised, closed } from "./sentence.ts";

/** A note that says more than the gates do. */
export function noteItem({ message, at }: Note, links: Links): RootContent {
  return paragraphOf(words("⚠️ "), ...prose(capitalised(message)), ...placeNodes(at, links));
}

/** What holds now and is the first to stop. */
export function expiryItem({ when, problem, at, who, service }: Expiry, links: Links): RootContent {
  return paragraphOf(
    strong(words(`First to expire, on ${formatInstant(when)}:`)),
    words(" "),
    ...(service === null ? [] : [code(service), words(" · ")]),
    ...prose(problem),
    ...placeNodes(at, links),
    ...(who === null ? [] : [words(", to be renewed by "), code(who.replace(/^@/, ""))]),
  );
}

/** Why something that needs an issue has none. */
export function troubleItem(why: string): RootContent {
  return paragraphOf(words("⚠️ No issue was opened: "), ...prose(closed(why)));
}
