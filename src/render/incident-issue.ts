import type { PhrasingContent, RootContent } from "mdast";
import { issueMarker } from "../model/marker.ts";
import { formatInstant } from "../time/date.ts";
import { inertLine } from "./inert-text.ts";
import { markdownOf } from "./markdown-budget.ts";
import {
  bullet,
  bullets,
  code,
  heading,
  html,
  link,
  paragraphOf,
  prose,
  words,
} from "./markdown-text.ts";

/** How something came into a branch without a pass. */
export type Intruder =
  /** Merged without a passing verdict; `said`: what the verdict was, `null` for none. */
  | {
      readonly is: "pull";
      readonly number: number;
      readonly mergedAt: number;
      readonly mergedBy: string;
      readonly said: string | null;
    }
  /** Of no pull request. */
  | { readonly is: "commit"; readonly commit: string }
  /** The branch does not hold any more what it held at `before`. */
  | { readonly is: "forced"; readonly before: string }
  /** The branch was made anew. */
  | { readonly is: "created" };

export interface IncidentTerms {
  readonly fingerprint: string;
  /** Address. */
  readonly repository: string;
  readonly branch: string;
  readonly before: string | null;
  readonly after: string;
  /** Who pushed, or merged. */
  readonly by: string;
  readonly stage: string;
  /** Ids of those that stand before the branch. */
  readonly gates: readonly string[];
  readonly intruders: readonly Intruder[];
  /** Whether the whole push was looked at. */
  readonly isWhole: boolean;
}

/** Gates that are named. */
const SHOWN = 30;

export function incidentTitle({ stage, after }: Pick<IncidentTerms, "stage" | "after">): string {
  return `Without a pass: ${after.slice(0, 7)} in ${inertLine(stage, 64)}`;
}

/** What came in, by whom and past which gates, so that somebody looks at it. */
export function renderIncident(terms: IncidentTerms): string {
  const { repository, branch, after, stage, by, gates, intruders, isWhole, fingerprint } = terms;
  const commit = (sha: string) => link(`${repository}/commit/${sha}`, code(sha.slice(0, 7)));
  const shown = gates
    .slice(0, SHOWN)
    .flatMap((id, index) => [...(index === 0 ? [] : [words(", ")]), code(id)]);
  const more = gates.length - SHOWN;
  const content: RootContent[] = [
    paragraphOf(
      ...[code(branch), words(" became "), commit(after), words(" by a push of "), code(by)],
      ...[words(", past the gates of "), code(stage), words(gates.length === 0 ? "." : ": ")],
      ...shown,
      words(gates.length === 0 ? "" : more > 0 ? ` and ${more} more.` : "."),
    ),
    heading("What got in"),
    bullets([
      ...intruders.map((one) => bullet([paragraphOf(...itemOf(one, repository, commit))])),
      ...(isWhole
        ? []
        : [
            bullet([
              paragraphOf(words("The push holds more than was looked at: see to the rest.")),
            ]),
          ]),
    ]),
    heading("What to do"),
    bullets(
      [
        "See whether what got in does harm, and mend it, or take it back by a pull request.",
        "See by whose bypass it got in, and whether they need it: `stage-gates doctor` lists them.",
        "Write down here what was found, and close this issue. Nothing else closes it.",
      ].map((text) => bullet([paragraphOf(...prose(text))])),
    ),
    html(issueMarker(fingerprint)),
  ];
  return markdownOf(content).trimEnd();
}

function itemOf(
  intruder: Intruder,
  repository: string,
  commit: (sha: string) => PhrasingContent,
): PhrasingContent[] {
  switch (intruder.is) {
    case "pull": {
      const { number, mergedBy, mergedAt, said } = intruder;
      return [
        ...[link(`${repository}/pull/${number}`, words(`#${number}`)), words(" was merged by ")],
        ...[code(mergedBy), words(` at ${formatInstant(mergedAt)}, `)],
        ...(said === null
          ? [words("without a verdict.")]
          : [words("although its verdict was: “"), ...prose(said), words("”")]),
      ];
    }
    case "commit":
      return [commit(intruder.commit), words(" belongs to no merged pull request.")];
    case "forced":
      return [
        words("The branch was moved by force: it was at "),
        commit(intruder.before),
        words(" before, which it holds no more."),
      ];
    case "created":
      return [words("The branch was made anew, by no pull request.")];
  }
}
