import { isOurContext } from "../model/context.ts";
import { type Fact, known } from "../model/fact.ts";
import type { OwnComment, OwnIssue, OwnStatus, Surroundings } from "../model/surroundings.ts";
import { loginOf, parseInstant } from "./answer-data.ts";
import type { OpenedPull } from "./open-pull.ts";
import type { IssueData } from "./pull/issue-pages.ts";
import type { CommentData, StatusData } from "./pull/pull-fields.ts";

const MARKER = "<!-- stage-gates:";
const ISSUE_MARKER = "<!-- stage-gates:issue";

/** What of ours an opened pull request showed. */
export function surroundingsOf(
  opened: OpenedPull,
  about: {
    /** Whether whoever opened it has write access. */
    readonly authorCanWrite: boolean;
    readonly openPulls: Surroundings["openPulls"];
  },
): Surroundings {
  const { pull, url, hasIssues, head, checkRuns, conversation, issues } = opened;
  const source = pull.headRepository;
  const [, host = ""] = /^(.*)\/[^/]+\/[^/]+$/.exec(url) ?? [];
  return {
    repository: { url, defaultBranch: pull.defaultBranch.name, hasIssues },
    head: pull.head,
    pull: {
      number: pull.number,
      base: pull.baseBranch,
      source: source === null ? null : { url: `${host}/${source}`, branch: pull.headBranch },
      author: pull.author,
      authorCanWrite: about.authorCanWrite,
    },
    statuses: head?.oid === pull.head ? ownStatuses(head.status?.contexts ?? []) : [],
    checkRuns,
    comments: mapped(conversation.comments, ownComments),
    issues: mapped(issues, ownIssues),
    openPulls: about.openPulls,
  };
}

function mapped<From, To>(fact: Fact<From>, then: (value: From) => To): Fact<To> {
  return fact.state === "known" ? known(then(fact.value)) : fact;
}

const STATES: Readonly<Record<StatusData["state"], OwnStatus["state"]>> = {
  ERROR: "error",
  EXPECTED: "pending",
  FAILURE: "failure",
  PENDING: "pending",
  SUCCESS: "success",
};

export function ownStatuses(contexts: readonly StatusData[]): readonly OwnStatus[] {
  return contexts.flatMap(ownStatus);
}

function ownStatus({ context, state, description, targetUrl }: StatusData): readonly OwnStatus[] {
  if (!isOurContext(context)) return [];
  return [{ context, state: STATES[state], description, targetUrl }];
}

/** By account, never by name or marker alone: whoever copies our marker is still not us. */
export function ownComments(
  comments: readonly Pick<
    CommentData,
    "fullDatabaseId" | "body" | "createdAt" | "viewerDidAuthor"
  >[],
): readonly OwnComment[] {
  return comments
    .filter(({ viewerDidAuthor, body }) => viewerDidAuthor && body.includes(MARKER))
    .map(({ fullDatabaseId, body, createdAt }) => ({
      id: Number(fullDatabaseId),
      body,
      createdAt: parseInstant(createdAt),
    }))
    .sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
}

const REASONS: Readonly<Record<string, OwnIssue["reason"]>> = {
  COMPLETED: "completed",
  NOT_PLANNED: "not_planned",
  DUPLICATE: "duplicate",
};

export function ownIssues(issues: readonly IssueData[]): readonly OwnIssue[] {
  return issues.flatMap(ownIssue);
}

function ownIssue(issue: IssueData): readonly OwnIssue[] {
  if (!issue.viewerDidAuthor || !issue.body.includes(ISSUE_MARKER)) return [];
  const isOpen = issue.state === "OPEN";
  const closer = issue.timelineItems.nodes[0]?.actor ?? null;
  return [
    {
      number: issue.number,
      state: isOpen ? "open" : "closed",
      reason: isOpen ? null : (REASONS[issue.stateReason ?? ""] ?? null),
      body: issue.body,
      createdAt: parseInstant(issue.createdAt),
      closedAt: issue.closedAt === null ? null : parseInstant(issue.closedAt),
      closedByUs: isOpen ? null : closer !== null && loginOf(closer) === loginOf(issue.author),
      comments: ownComments(issue.comments.nodes),
    },
  ];
}
