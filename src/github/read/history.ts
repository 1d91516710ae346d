import { type Fact, type FactRequest, type FileVersion, known } from "../../model/fact.ts";
import { pageAt, parseInstant } from "../answer-data.ts";
import type { Query } from "../query.ts";
import { entryFields } from "./blobs.ts";
import { type Answering, commitOf, type Reading } from "./reading.ts";

const MOST_VERSIONS = 50;

/**
 * Versions of a file on a branch. A version reached it when the pull request that brought it was
 * merged, whatever dates its commits carry; what was pushed without one, when it was committed, and
 * not before it was merged anywhere.
 */
export function askHistory(
  query: Query,
  { path, revision }: FactRequest<"history">,
  reading: Reading,
): Answering {
  const { baseBranch, defaultBranch } = reading.pull;
  const branches = revision === "base" ? [baseBranch] : [baseBranch, defaultBranch.name];
  const at = query.variable("String!", path);
  const oid = query.variable("GitObjectID!", commitOf(revision, reading));
  const entry = `file(path: ${at}) { ${entryFields(query)} }`;
  const alias = query.inRepository(`object(oid: ${oid}) { ... on Commit {
    history(first: ${MOST_VERSIONS}, path: ${at}) { nodes {
      oid committedDate ${entry}
      associatedPullRequests(first: 10) { nodes {
        merged mergedAt baseRefName mergeCommit { oid ${entry} } } } } } } }`);
  return async (answer) => {
    const page = pageAt<CommitData>(answer, ["repository", alias, "history"], {
      what: `versions of \`${path}\``,
      permission: "contents: read",
    });
    if (page.state === "missing") return page;
    const versions = new Map<string, FileVersion>();
    for (const node of page.value.nodes) {
      const brought = mergeOf(node, (branch) => branches.includes(branch));
      const version = brought ?? { ...node, at: arrivalOf(node) };
      if (versions.has(version.oid)) continue;
      const content = await reading.blobs.fileAt(version.file, null);
      if (content.state === "missing") return content;
      versions.set(version.oid, { commit: version.oid, at: version.at, content: content.value });
    }
    return known([...versions.values()]) satisfies Fact<readonly FileVersion[]>;
  };
}

interface CommitData {
  readonly oid: string;
  readonly committedDate: string;
  readonly file: unknown;
  readonly associatedPullRequests: { readonly nodes: readonly PullData[] };
}

interface PullData {
  readonly merged: boolean;
  readonly mergedAt: string | null;
  readonly baseRefName: string;
  readonly mergeCommit: { readonly oid: string; readonly file: unknown } | null;
}

/** When it came at the earliest: its author chose the date it carries, and nobody that of a merge. */
function arrivalOf(node: CommitData): number {
  const committed = parseInstant(node.committedDate);
  return Math.max(committed, mergeOf(node, () => true)?.at ?? committed);
}

/** The merge that brought a commit to such a branch; the first, where several did. */
function mergeOf(commit: CommitData, isMeant: (branch: string) => boolean) {
  const merges = commit.associatedPullRequests.nodes.flatMap((pull) =>
    pull.merged && isMeant(pull.baseRefName) && pull.mergeCommit !== null
      ? [{ ...pull.mergeCommit, at: parseInstant(pull.mergedAt ?? "") }]
      : [],
  );
  return merges.toSorted((a, b) => a.at - b.at)[0] ?? null;
}
