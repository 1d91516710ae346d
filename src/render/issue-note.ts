import type { PhrasingContent } from "mdast";
import type { Finding } from "../model/finding.ts";
import { type NoteKind, noteMarker } from "../model/marker.ts";
import type { Links } from "./links.ts";
import { markdownOf } from "./markdown-budget.ts";
import { placeNodes } from "./markdown-gate.ts";
import { code, html, link, paragraphOf, prose, words } from "./markdown-text.ts";
import { formatCount } from "./sentence.ts";

/** Days within which a gap that is back is the same gap. */
export const REOPEN_DAYS = 30;

export interface NoteTerms {
  readonly repository: string;
  readonly defaultBranch: string;
  readonly commit: string;
}

/** On closing what has been mended. `pull`: the one that was known to mend it. */
export function renderResolved(terms: NoteTerms, pull: number | null): string {
  return note("resolved", [
    words("✅ Resolved: nothing of it is missing on "),
    code(terms.defaultBranch),
    words(" since "),
    commitLink(terms),
    ...(pull === null ? [] : [words(" ("), pullLink(pull, terms), words(")")]),
    words(
      `. Closing. If it breaks again within ${formatCount(REOPEN_DAYS)} days I reopen this issue; after that I open a new one that links here.`,
    ),
  ]);
}

/** On reopening. `still`: somebody had closed it as done. */
export function renderReopened(
  kind: "back" | "still",
  terms: NoteTerms & {
    readonly pull: number | null;
    readonly finding: Finding | null;
    readonly links: Links;
  },
): string {
  const { finding, pull, links } = terms;
  const what =
    finding === null
      ? []
      : [words(": "), ...prose(finding.problem), ...placeNodes(finding.at, links)];
  const where = pull === null ? [] : [words(" in "), pullLink(pull, terms)];
  return note(kind, [
    words(kind === "back" ? "This is back" : "This was closed as completed and is still so"),
    ...where,
    words(" at "),
    commitLink(terms),
    ...what,
    words(kind === "back" ? ". Reopening." : ". Reopening once; closed again, it stays closed."),
  ]);
}

/** On closing the younger of two that two runs opened at the same time. */
export function renderDuplicate(terms: NoteTerms, original: number): string {
  const url = `${terms.repository}/issues/${original}`;
  return note("duplicate", [words("The same as "), link(url, words(`#${original}`)), words(".")]);
}

function commitLink({ repository, commit }: NoteTerms): PhrasingContent {
  return link(`${repository}/commit/${commit}`, code(commit.slice(0, 7)));
}

function pullLink(pull: number, { repository }: NoteTerms): PhrasingContent {
  return link(`${repository}/pull/${pull}`, words(`#${pull}`));
}

function note(kind: NoteKind, content: readonly PhrasingContent[]): string {
  return markdownOf([paragraphOf(...content), html(noteMarker(kind))]).trimEnd();
}
