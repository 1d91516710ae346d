import type { PostedComment } from "../../commands/read-comments.ts";
import { type Fact, known, missing, type PullRequestFact, type Review } from "../../model/fact.ts";
import { loginOf, type Page, pageAt, parseInstant } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf } from "../failure.ts";
import { Query, type QueryAnswer } from "../query.ts";
import {
  type CommentData,
  commentFields,
  type DismissalData,
  NEXT,
  PAGE,
  type PullData,
  type RetargetData,
  type ReviewData,
  type RewriteData,
  reviewFields,
} from "./pull-fields.ts";

/** What was said on a pull request, to its end. */
export interface Conversation {
  readonly fact: Fact<PullRequestFact>;
  /** All comments, oldest first; missing where they could not be read to their end. */
  readonly comments: Fact<readonly CommentData[]>;
}

export interface ConversationAsked {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly data: PullData;
  /** The answer that `data` is of, at this alias: it knows what went wrong. */
  readonly answer: QueryAnswer;
  readonly alias: string;
}

/** Takes the first pages out of the answer, and reads the others. */
export async function readConversation(asked: ConversationAsked): Promise<Conversation> {
  const { data, answer, alias } = asked;
  const read = async <Node>(field: keyof typeof FIELDS): Promise<Fact<readonly Node[]>> => {
    const first = pageAt<Node>(answer, ["repository", alias, field], saidAs(field));
    if (first.state === "missing") return first;
    return readPages<Node>({ ...asked, number: data.number }, field, first.value);
  };
  const [reviews, comments] = await Promise.all([
    read<ReviewData>("reviews"),
    read<CommentData>("comments"),
  ]);
  const events = <Node>(field: string) =>
    pageAt<Node>(answer, ["repository", alias, field], saidAs("events"));
  const retargets = events<RetargetData>("retargets");
  const rewrites = events<RewriteData>("rewrites");
  const dismissals = events<DismissalData>("dismissals");
  const said = { reviews, comments, retargets, rewrites, dismissals };
  return { fact: await pullFact(data, said), comments };
}

function saidAs(what: string) {
  return { what: `${what} of the pull request`, permission: "pull-requests: read" };
}

/** More pages than this are no conversation any more. */
const MOST_PAGES = 50;

const FIELDS = { reviews: reviewFields, comments: commentFields } as const;

async function readPages<Node>(
  { client, name, number: of }: Pick<ConversationAsked, "client" | "name"> & { number: number },
  field: keyof typeof FIELDS,
  first: Page<Node>,
): Promise<Fact<readonly Node[]>> {
  const nodes = [...first.nodes];
  let { hasNextPage, endCursor } = first.pageInfo;
  for (let page = 1; hasNextPage; page += 1) {
    if (page > MOST_PAGES) return missing("too-large", `there are over ${nodes.length} ${field}`);
    const query = new Query();
    const number = query.variable("Int!", of);
    const after = query.variable("String", endCursor);
    const alias = query.inRepository(`pullRequest(number: ${number}) {
      list: ${field}(first: ${PAGE}, after: ${after}) { nodes { ${FIELDS[field](query)} } ${NEXT} } }`);
    try {
      const answer = await query.ask(client, name);
      const next = pageAt<Node>(answer, ["repository", alias, "list"], saidAs(field));
      if (next.state === "missing") return next;
      nodes.push(...next.value.nodes);
      ({ hasNextPage, endCursor } = next.value.pageInfo);
    } catch (error) {
      return factOf(error);
    }
  }
  return known(nodes);
}

/** All comments of a pull request, as they are now. */
export async function readAllComments(
  number: number,
  asked: Pick<ConversationAsked, "client" | "name">,
): Promise<Fact<readonly CommentData[]>> {
  const before = { hasNextPage: true, endCursor: null };
  return readPages({ ...asked, number }, "comments", { nodes: [], pageInfo: before });
}

interface Said {
  readonly reviews: Fact<readonly ReviewData[]>;
  readonly comments: Fact<readonly CommentData[]>;
  /** The last. */
  readonly retargets: Fact<Pick<Page<RetargetData>, "nodes">>;
  /** The last. */
  readonly rewrites: Fact<Pick<Page<RewriteData>, "nodes">>;
  /** The last hundred: what one before them said is not known any more. */
  readonly dismissals: Fact<Pick<Page<DismissalData>, "nodes">>;
}

async function pullFact(
  data: PullData,
  { reviews, comments, retargets, rewrites, dismissals }: Said,
): Promise<Fact<PullRequestFact>> {
  if (reviews.state === "missing") return reviews;
  if (comments.state === "missing") return comments;
  if (retargets.state === "missing") return retargets;
  if (rewrites.state === "missing") return rewrites;
  if (dismissals.state === "missing") return dismissals;
  const [retarget] = retargets.value.nodes;
  const before = dismissedFrom(dismissals.value.nodes);
  // Commands are markdown, and its parser takes longer to load than all that comes before.
  const { readComments } = await import("../../commands/read-comments.ts");
  return known({
    number: data.number,
    head: data.headRefOid,
    openedAt: parseInstant(data.createdAt),
    authors: [loginOf(data.author), ...rewrites.value.nodes.flatMap(pusherOf(data.headRefOid))],
    reviews: reviews.value.flatMap((review) => reviewOf(review, before)),
    commands: readComments(comments.value.map(posted)),
    baseChangedAt: retarget === undefined ? null : parseInstant(retarget.createdAt),
  });
}

/** Whoever brought the head by force. Of other pushes GitHub tells nobody who made them. */
function pusherOf(head: string): (rewrite: RewriteData) => readonly string[] {
  return ({ actor, afterCommit }) => (afterCommit?.oid === head ? [loginOf(actor)] : []);
}

/** What each dismissed review had said, by its id. */
function dismissedFrom(events: readonly DismissalData[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap(({ review, previousReviewState }) =>
      review === null ? [] : [[String(review.fullDatabaseId), previousReviewState] as const],
    ),
  );
}

function reviewOf(data: ReviewData, dismissed: ReadonlyMap<string, string>): readonly Review[] {
  if (data.state === "PENDING" || data.submittedAt === null) return [];
  const id = String(data.fullDatabaseId);
  // What a dismissed review had said and is not known any more counts as the worse of the two.
  const said = data.state === "DISMISSED" ? (dismissed.get(id) ?? "CHANGES_REQUESTED") : data.state;
  return [
    {
      id,
      author: loginOf(data.author),
      state: STATES[said] ?? "commented",
      commit: data.commit?.oid ?? NO_COMMIT,
      submittedAt: parseInstant(data.submittedAt),
      dismissed: data.state === "DISMISSED" || data.isMinimized,
    },
  ];
}

/** As git writes what there is not: a review of a commit that is gone. */
const NO_COMMIT = "0".repeat(40);

const STATES: Readonly<Record<string, Review["state"]>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented",
};

export interface Asking {
  readonly comment: PostedComment;
  /** It carries a reaction of ours. */
  readonly isAcknowledged: boolean;
}

/** What was said, as that which may hold commands to answer. */
export function askingOf(comments: readonly CommentData[]): readonly Asking[] {
  return comments.map((data) => ({
    comment: posted(data),
    isAcknowledged: (data.reactionGroups ?? []).some(
      ({ content, viewerHasReacted }) => content !== VOID && viewerHasReacted,
    ),
  }));
}

/** Our reaction to a waiver that was taken back: it stays void, whatever becomes of the `unwaive`. */
const VOID = "THUMBS_DOWN";

function posted(data: CommentData): PostedComment {
  return {
    id: String(data.fullDatabaseId),
    author: loginOf(data.author),
    by: data.author?.__typename === "User" ? "person" : "bot",
    createdAt: parseInstant(data.createdAt),
    body: data.body,
    edited: data.includesCreatedEdit || data.lastEditedAt !== null,
    minimised: data.isMinimized,
    void: (data.reactionGroups ?? []).some(
      ({ content, viewerHasReacted }) => content === VOID && viewerHasReacted,
    ),
  };
}
