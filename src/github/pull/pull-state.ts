import { loginOf, parseInstant } from "../answer-data.ts";
import { GitHubFailure } from "../failure.ts";
import type { PullData } from "./pull-fields.ts";

/** A pull request as it stood when the judgement began; every fact is about this state. */
export interface PullState {
  /** `owner/name`, as GitHub spells it. */
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly isDraft: boolean;
  /** Whoever opened it. */
  readonly author: string;
  readonly openedAt: number;
  /** Branch it would be merged into. */
  readonly baseBranch: string;
  /** Live tip of that branch; of a merged pull request the tip before. */
  readonly base: string;
  readonly head: string;
  readonly headBranch: string;
  /** `owner/name`; `null` where the fork is gone. */
  readonly headRepository: string | null;
  /**
   * The commit that would land: GitHub's merge of just this head and base. The head itself where
   * there is none (yet).
   */
  readonly evidence: string;
  readonly defaultBranch: { readonly name: string; readonly tip: string };
  /** The last time its head or base went elsewhere than forward; `null` where they never did. */
  readonly lastMove: string | null;
}

/** @throws {GitHubFailure} where it is open and the branch it would be merged into is gone. */
export function pullState(
  data: PullData,
  about: Pick<PullState, "repository" | "defaultBranch">,
): PullState {
  // Of one that is closed nothing is judged, and its branch may be long gone.
  const last = data.state === "OPEN" ? undefined : data.baseRefOid;
  const base = data.baseRef?.target?.oid ?? last;
  if (base === undefined) {
    throw new GitHubFailure("unreadable", `there is no branch \`${data.baseRefName}\` any more`);
  }
  return {
    ...about,
    number: data.number,
    title: data.title,
    isOpen: data.state === "OPEN",
    isMerged: data.state === "MERGED",
    isDraft: data.isDraft,
    author: loginOf(data.author),
    openedAt: parseInstant(data.createdAt),
    baseBranch: data.baseRefName,
    base,
    head: data.headRefOid,
    headBranch: data.headRefName,
    headRepository: data.headRepository?.nameWithOwner ?? null,
    evidence: mergeOf(data, base) ?? data.headRefOid,
    lastMove: data.moves?.nodes[0]?.id ?? null,
  };
}

/** GitHub makes the merge in its own time: it may still be that of an older head or base. */
function mergeOf({ potentialMergeCommit: merge, headRefOid }: PullData, base: string) {
  const [first, second, ...more] = merge?.parents.nodes ?? [];
  const isOfThese = first?.oid === base && second?.oid === headRefOid && more.length === 0;
  return isOfThese ? (merge?.oid ?? null) : null;
}
