import type { ListItem, RootContent } from "mdast";
import { issueMarker } from "../model/marker.ts";
import type { BrokenGlass, GateVerdict } from "../model/verdict.ts";
import { dayOf, formatInstant } from "../time/date.ts";
import { markdownOf } from "./markdown-budget.ts";
import { nameNodes } from "./markdown-gate.ts";
import {
  bullet,
  bullets,
  code,
  heading,
  html,
  link,
  paragraphOf,
  prose,
  strong,
  words,
} from "./markdown-text.ts";
import { counted } from "./sentence.ts";

/** Gates listed; the comment on the pull request has them all. */
const SHOWN = 30;

export interface ReviewTerms {
  readonly fingerprint: string;
  readonly repository: string;
  readonly pull: number;
  readonly stage: string;
  /** Those that would have blocked. */
  readonly gates: readonly GateVerdict[];
}

export function reviewTitle(pull: number, { reviewDue }: BrokenGlass): string {
  return `Review the emergency of #${pull}, due ${dayOf(reviewDue)}`;
}

/** What was let through in an emergency, by whom and why, so that somebody looks at it afterwards. */
export function renderReview(glass: BrokenGlass, terms: ReviewTerms): string {
  const { repository, pull, stage, gates, fingerprint } = terms;
  const content: RootContent[] = [
    paragraphOf(
      link(`${repository}/pull/${pull}`, words(`#${pull}`)),
      words(" was let into "),
      code(stage),
      words(" at "),
      link(`${repository}/commit/${glass.commit}`, code(glass.commit.slice(0, 7))),
      words(" although not all gates passed. Somebody has to look at it before "),
      strong(words(formatInstant(glass.reviewDue))),
      words("."),
    ),
    heading("Who, and why"),
    bullets(
      glass.approvals.map(({ by, reason, at }) =>
        bullet([
          paragraphOf(code(by), words(`, ${formatInstant(at)}: “`), ...prose(reason), words("”")),
        ]),
      ),
    ),
    heading("What did not pass"),
    bullets(gateItems(gates)),
    heading("What to do"),
    bullets([
      bullet([paragraphOf(words("See whether what was let through does harm, and mend it."))]),
      bullet([paragraphOf(words("Write down here what was found."))]),
      bullet([paragraphOf(words("Close this issue. Nothing else closes it."))]),
    ]),
    html(issueMarker(fingerprint)),
  ];
  return markdownOf(content).trimEnd();
}

function gateItems(gates: readonly GateVerdict[]): ListItem[] {
  const items = gates.slice(0, SHOWN).map((gate) => bullet([paragraphOf(...nameNodes({ gate }))]));
  const more = gates.length - items.length;
  return more > 0
    ? [...items, bullet([paragraphOf(words(`${counted(more, "gate")} more`))])]
    : items;
}
