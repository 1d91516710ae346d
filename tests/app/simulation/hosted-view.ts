import { blobId } from "../../../src/files/content.ts";
import type { Field, Node } from "./answer-graphql.ts";
import type { Hosted } from "./hosted.ts";
import {
  BOT,
  type Comment,
  type HostedState,
  type Issue,
  POLICY_BRANCH,
  type Pull,
  REPOSITORY,
  type Review,
  RUNBOOK,
} from "./hosted-state.ts";

const WHOLE = { hasNextPage: false, endCursor: null };

/** How a state looks to GraphQL. */
export function viewOf(hosted: Hosted, state: HostedState): Node {
  const commit = commitsOf(hosted, state);
  const pull = (one: Pull) => pullNode(one, { hosted, state, commit });
  const repository: Node = {
    nameWithOwner: REPOSITORY,
    url: `https://github.test/${REPOSITORY}`,
    hasIssuesEnabled: true,
    defaultBranchRef: {
      name: POLICY_BRANCH,
      target: () => commit(state.branches[POLICY_BRANCH] ?? ""),
    },
    object: ({ oid }: Node) => commit(String(oid)),
    pullRequest: ({ number }: Node) => {
      const found = state.pulls.find((one) => one.number === number);
      return found === undefined ? null : pull(found);
    },
    pullRequests: page(() => state.pulls.filter(({ isOpen }) => isOpen).map(pull)),
    issues: page(() => state.issues.map(issueNode)),
  };
  const ofName: Field = ({ name }) => (name === "shop" ? repository : null);
  return { repository: ofName };
}

type CommitView = (sha: string) => Node | null;

function commitsOf(hosted: Hosted, { runs }: HostedState): CommitView {
  return (sha) => {
    const files = hosted.commits.get(sha);
    if (files === undefined) return null;
    return {
      __typename: "Commit",
      oid: sha,
      status: null,
      file: ({ path }: Node) => entryOf(files[String(path)]),
      checkSuites: ({ filterBy }: Node) => {
        const { appId } = filterBy as { readonly appId: number };
        const own = runs.filter((run) => run.sha === sha && run.app === appId);
        const node = {
          status: "COMPLETED",
          app: { databaseId: appId },
          checkRuns: {
            nodes: own.map(({ id, name, conclusion, externalId }) => ({
              ...{ databaseId: id, name, status: "COMPLETED", externalId },
              conclusion: conclusion.toUpperCase(),
            })),
            pageInfo: WHOLE,
          },
        };
        return { nodes: own.length === 0 ? [] : [node], pageInfo: WHOLE };
      },
    };
  };
}

function entryOf(text: string | undefined): Node | null {
  if (text === undefined) return null;
  const bytes = Buffer.from(text, "utf8");
  const blob = { byteSize: bytes.length, isTruncated: false, isBinary: false, text };
  const object = { __typename: "Blob", ...blob };
  return { mode: 0o100644, type: "blob", oid: blobId(bytes, "sha1"), object };
}

function pullNode(
  pull: Pull,
  {
    hosted,
    state,
    commit,
  }: { readonly hosted: Hosted; readonly state: HostedState; readonly commit: CommitView },
): Node {
  const { number, head, base } = pull;
  const tip = state.branches[base] ?? "";
  return {
    ...{ number, title: `Promotion ${number}`, isDraft: false, createdAt: instant(pull.at) },
    state: pull.isOpen ? "OPEN" : "CLOSED",
    ...{ baseRefName: base, baseRefOid: tip, headRefName: `feature-${number}`, headRefOid: head },
    author: actor(pull.author),
    headRepository: { nameWithOwner: REPOSITORY },
    baseRef: { target: { oid: tip } },
    potentialMergeCommit: () => {
      const merged = commit(hosted.mergeOf(tip, head));
      return { ...merged, parents: { nodes: [{ oid: tip }, { oid: head }] } };
    },
    reviews: page(() => pull.reviews.map(reviewNode)),
    comments: page(() => pull.comments.map(commentNode)),
    files: page(() => [{ path: RUNBOOK, changeType: "MODIFIED" }]),
    commits: () => ({ nodes: [{ commit: commit(head) }] }),
    timelineItems: ({ itemTypes }: Node) => timeline(pull, itemTypes as readonly string[]),
  };
}

/** The last of the kinds asked for. */
function timeline({ moves, reviews, head }: Pull, kinds: readonly string[]): Node {
  const isAsked = (what: string) =>
    kinds.includes(what === "force" ? "HEAD_REF_FORCE_PUSHED_EVENT" : "BASE_REF_CHANGED_EVENT");
  const moved = moves
    .filter(({ what }) => isAsked(what))
    .slice(-1)
    .map(({ id, at }) => {
      return { id, createdAt: instant(at), actor: actor("ana"), afterCommit: { oid: head } };
    });
  const dismissed = kinds.includes("REVIEW_DISMISSED_EVENT")
    ? reviews
        .filter(({ isDismissed }) => isDismissed)
        .map(({ id, said }) => ({ previousReviewState: said, review: { fullDatabaseId: id } }))
    : [];
  return { nodes: [...moved, ...dismissed], pageInfo: WHOLE };
}

function reviewNode({ id, author, said, commit, at, isDismissed }: Review): Node {
  return {
    ...{ fullDatabaseId: id, state: isDismissed ? "DISMISSED" : said, submittedAt: instant(at) },
    ...{ isMinimized: false, author: actor(author), commit: { oid: commit } },
  };
}

/** As GraphQL names them. */
const REACTIONS: Readonly<Record<string, string>> = {
  ...{ "+1": "THUMBS_UP", "-1": "THUMBS_DOWN", eyes: "EYES", confused: "CONFUSED" },
};

function commentNode({ id, author, body, at, isEdited, reactions }: Comment): Node {
  return {
    ...{ fullDatabaseId: id, body, createdAt: instant(at), includesCreatedEdit: isEdited },
    ...{ lastEditedAt: isEdited ? instant(at) : null, isMinimized: false },
    ...{ viewerDidAuthor: author === BOT, url: `https://github.test/comment/${id}` },
    ...{ author: actor(author) },
    reactionGroups: reactions.map((content) => {
      return { content: REACTIONS[content] ?? content, viewerHasReacted: true };
    }),
  };
}

function issueNode(issue: Issue): Node {
  const { number, body, isOpen, reason, at, closedAt } = issue;
  return {
    ...{
      number,
      body,
      state: isOpen ? "OPEN" : "CLOSED",
      stateReason: reason?.toUpperCase() ?? null,
    },
    ...{ createdAt: instant(at), closedAt: closedAt === null ? null : instant(closedAt) },
    ...{ viewerDidAuthor: true, author: actor(BOT) },
    timelineItems: { nodes: isOpen ? [] : [{ actor: actor(BOT) }] },
    comments: page(() => issue.comments.map(commentNode)),
  };
}

function page(nodes: () => readonly Node[]): Field {
  return () => {
    const all = nodes();
    return { nodes: all, pageInfo: WHOLE, totalCount: all.length };
  };
}

function actor(login: string): Node {
  const isBot = login.endsWith("[bot]");
  return { __typename: isBot ? "Bot" : "User", login: login.replace("[bot]", "") };
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
