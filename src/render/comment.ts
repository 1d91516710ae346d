import type { Paragraph, PhrasingContent } from "mdast";
import { statusMarker } from "../model/marker.ts";
import type { GateVerdict, Verdict } from "../model/verdict.ts";
import { formatInstant } from "../time/date.ts";
import { type CommentParts, layOut } from "./comment-layout.ts";
import { type WaiveTerms, waiveFold } from "./comment-waive.ts";
import type { Links } from "./links.ts";
import { printWithin } from "./markdown-budget.ts";
import { headingNodes } from "./markdown-heading.ts";
import { code, html, link, paragraphOf, words } from "./markdown-text.ts";
import { blocks, outline } from "./outline.ts";

/** Before the folds, whatever the number of gates: readers are promised 150. */
export const WORDS = 135;
/** Of the line that counts what is left out of a comment over the limit. */
const CUT = 30;

export interface CommentTerms {
  readonly links: Links;
  /** Of the repository, without a slash at its end. */
  readonly repository: string;
  readonly head: string;
  /** Numbers of the issues about a gate of a service. */
  tracked(gate: GateVerdict): readonly number[];
  /** Why issues could not be opened: a clause that ends a sentence. */
  readonly issueTrouble: string | null;
  /** `null` where nobody can waive anything. */
  readonly waive: WaiveTerms | null;
  readonly reportUrl: string | null;
}

/** The one comment: the verdict in its first words, what blocks and who acts, the rest folded. */
export function renderComment(verdict: Verdict, terms: CommentTerms): string {
  const parts = commentParts(verdict, terms);
  const last = [parts.foot, html(statusMarker(verdict.stage))];
  const whole = printWithin(layOut(parts, WORDS), last);
  return whole.isCut ? printWithin(layOut(parts, WORDS - CUT), last).text : whole.text;
}

export function commentParts(verdict: Verdict, terms: CommentTerms): CommentParts {
  const arranged = outline(verdict);
  const blocking = arranged.told.filter(({ standing }) => blocks(standing));
  const canWaive = verdict.mode === "enforce" && verdict.decision === "no-go";
  return {
    verdict,
    arranged,
    heading: { type: "heading", depth: 3, children: headingNodes(verdict, arranged) },
    foot: footer(verdict, terms),
    links: terms.links,
    tracked: (gate) => trackedNodes(terms.tracked(gate), terms.repository),
    issueTrouble: terms.issueTrouble,
    waive: terms.waive === null || !canWaive ? [] : waiveFold(blocking, terms.waive),
  };
}

function trackedNodes(numbers: readonly number[], repository: string): PhrasingContent[] {
  const links = numbers
    .slice(0, 3)
    .flatMap((number, index) => [
      ...(index === 0 ? [] : [words(", ")]),
      link(`${repository}/issues/${number}`, words(`#${number}`)),
    ]);
  return links.length === 0 ? [] : [words("Tracked in "), ...links];
}

const REPORT = "Full report";

/** As the body would be with another run's report: that alone is no reason to write it anew. */
export function withoutReport(body: string): string {
  return body.replace(/ \[Full report\]\([^()\s]*\)\.(?=<\/sub>)/, "");
}

/** Nothing here changes while the verdict does not; hence no clock. */
function footer(verdict: Verdict, { repository, head, reportUrl }: CommentTerms): Paragraph {
  const { policy, validUntil } = verdict;
  const policyName = code(
    `${policy.ref}${policy.sha === null ? "" : `@${policy.sha.slice(0, 7)}`}`,
  );
  const policyUrl = policy.sha === null ? null : `${repository}/tree/${policy.sha}`;
  const until = validUntil === null ? "" : `; holds until ${formatInstant(validUntil)}`;
  return paragraphOf(
    html("<sub>"),
    words("Checked commit "),
    link(`${repository}/commit/${head}`, code(head.slice(0, 7))),
    words(" with the policy at "),
    policyUrl === null ? policyName : link(policyUrl, policyName),
    words(`${until}.`),
    ...(reportUrl === null ? [] : [words(" "), link(reportUrl, words(REPORT)), words(".")]),
    html("</sub>"),
  );
}
