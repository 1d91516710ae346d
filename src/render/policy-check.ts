import type { RootContent } from "mdast";
import type { CheckAnnotation } from "../model/effect.ts";
import type { Problem } from "../model/finding.ts";
import { ofProblem } from "./annotations.ts";
import { bytesOf, MOST_ANNOTATIONS, printed } from "./check-run.ts";
import { type Piece, printWithin } from "./markdown-budget.ts";
import { problemItem } from "./markdown-problem.ts";
import { bullet, bullets, code, link, paragraphOf, prose, words } from "./markdown-text.ts";
import { capitalised, closed, counted } from "./sentence.ts";

/** What a pull request would make of the policy. */
export interface PolicyCheck {
  readonly problems: readonly Problem[];
  readonly approval: OwnersApproval;
  /** `null` where there was nothing to preview it with. */
  readonly preview: PolicyPreview | null;
}

/** Of those whom the policy names as its owners. */
export type OwnersApproval =
  | { readonly state: "not-asked" }
  | { readonly state: "approved"; readonly by: string }
  | { readonly state: "waits"; readonly roles: readonly string[] }
  | { readonly state: "unknown"; readonly why: string };

export interface PolicyPreview {
  /** Whether all open pull requests are known. */
  readonly isListed: boolean;
  readonly judged: number;
  readonly of: number;
  readonly flips: readonly PreviewedPromotion[];
}

export interface PreviewedPromotion {
  readonly number: number;
  readonly now: "passes" | "blocked" | "not-judged";
  readonly after: PreviewedPromotion["now"];
}

export interface PolicyCheckText {
  readonly title: string;
  readonly summary: string;
  readonly text: null;
  readonly annotations: readonly CheckAnnotation[];
}

/**
 * @param repository address of it
 * @param isOwn whether a file that problems are in is one of the pull request's repository
 */
export function renderPolicyCheck(
  check: PolicyCheck,
  { repository, isOwn }: { readonly repository: string; isOwn(file: string): boolean },
): PolicyCheckText {
  const { problems, approval, preview } = check;
  const pieces: Piece[] = [
    ...approvalItem(approval).map((node) => piece(0, "remark", node)),
    ...problems.map((problem) => piece(1, "problem", problemItem(problem))),
    ...previewItems(preview, repository).map((node) => piece(2, "remark", node)),
  ];
  const foot = paragraphOf(words("This pull request itself is judged by the policy as it stands."));
  return {
    title: titleOf(check),
    summary: printWithin(pieces, [foot], bytesOf).text,
    text: null,
    annotations: problems
      .filter(({ at }) => isOwn(at.file))
      .slice(0, MOST_ANNOTATIONS)
      .flatMap((problem) => printed(ofProblem(problem))),
  };
}

/** What there is to say where the policy stays as it is. */
export const UNTOUCHED: PolicyCheckText = {
  title: "The policy stays as it is",
  summary: "No file of the policy is changed.",
  text: null,
  annotations: [],
};

function titleOf({ problems, approval, preview }: PolicyCheck): string {
  if (problems.length > 0) return `The policy would have ${counted(problems.length, "problem")}`;
  if (approval.state === "unknown") return "Could not evaluate who approves it";
  if (approval.state === "waits") return "The policy is sound and waits for its owners";
  const flips = preview?.flips.length ?? 0;
  const changes = flips === 0 ? "" : `, and ${counted(flips, "open promotion")} would change`;
  return `The policy is sound${changes}`;
}

function approvalItem(approval: OwnersApproval): RootContent[] {
  switch (approval.state) {
    case "not-asked":
      return [];
    case "approved":
      return [paragraphOf(words("Approved for the policy by "), code(approval.by), words("."))];
    case "waits": {
      const names = approval.roles.flatMap((role, index) =>
        index === 0 ? [code(role)] : [words(" or "), code(role)],
      );
      const who = [words("Somebody in "), ...names, words(", but not the author,")];
      return [paragraphOf(...who, words(" has to approve this commit by a review."))];
    }
    case "unknown":
      return [paragraphOf(...prose(closed(capitalised(approval.why))))];
  }
}

const NOW = { passes: "passes", blocked: "is blocked", "not-judged": "is not judged" } as const;
const THEN = {
  passes: "would pass",
  blocked: "would be blocked",
  "not-judged": "would not be judged",
} as const;

function previewItems(preview: PolicyPreview | null, repository: string): RootContent[] {
  if (preview === null) return [];
  const { isListed, judged, of, flips } = preview;
  const unsure = isListed ? [] : [paragraphOf(words("Open promotions could not be listed."))];
  const looked =
    judged === of ? counted(of, "open promotion") : `${judged} of ${of} open promotions`;
  const said = `Judged by it beside the policy as it stands: ${looked}, of which ${flips.length === 0 ? "none would change" : `${flips.length} would change`}.`;
  const items = flips.map(({ number, now, after }) => {
    const name = link(`${repository}/pull/${number}`, words(`#${number}`));
    return bullet([paragraphOf(name, words(` ${NOW[now]} and ${THEN[after]}`))]);
  });
  const list = items.length === 0 ? [] : [bullets(items)];
  return [...unsure, ...(of === 0 ? [] : [paragraphOf(words(said)), ...list])];
}

function piece(rank: number, holds: string, node: RootContent): Piece {
  return { rank, holds, content: () => [node] };
}
