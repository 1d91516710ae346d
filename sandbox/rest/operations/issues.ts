import { atLeast } from "../../world/account.ts";
import type { Issue } from "../../world/issue.ts";
import {
  changeIssue,
  type IssueChanges,
  isAssignable,
  openIssue,
  setLocked,
} from "../../world/issue-changes.ts";
import { notFound } from "../../world/refusal.ts";
import {
  mayEdit,
  names,
  onRepository,
  page,
  type RepositoryRequest,
  type RestAnswer,
  type RestOperation,
  text,
} from "../operation.ts";
import { issueShape } from "../shapes/issue.ts";

/** GitHub takes either permission for what issues and pull requests share. */
const both = ["issues", "pull_requests"] as const;
const read = { permission: both, level: "read" } as const;
/** Anybody who can read may open an issue, and change their own. */
const speak = { permission: "issues", level: "write", access: "read" } as const;
const assign = { permission: both, level: "write", access: "triage" } as const;
const change = { permission: both, level: "write", access: "read" } as const;

/** Issues. Pull requests are issues too. */
export const issueOperations: Readonly<Record<string, RestOperation>> = {
  "issues/get": onRepository(read, (request) => ({
    status: 200,
    body: issueShape(issueOf(request), request.shaping),
  })),

  "issues/list-for-repo": onRepository(read, (request) => {
    const { repository, query, shaping } = request;
    const state = query.get("state") ?? "open";
    const wanted = (query.get("labels") ?? "").split(",").filter((name) => name !== "");
    const creator = query.get("creator")?.toLowerCase() ?? null;
    const assignee = query.get("assignee")?.toLowerCase() ?? null;
    const since = Date.parse(query.get("since") ?? "1970-01-01");
    const list = [...repository.issues.values()]
      .filter((issue) => state === "all" || issue.state === state)
      .filter((issue) => wanted.every((name) => issue.labels.includes(name)))
      .filter(({ author }) => creator === null || author.toLowerCase() === creator)
      .filter(({ assignees }) => isAssigned(assignees, assignee))
      .filter(({ updated }) => updated >= since);
    const sort = SORTS[query.get("sort") ?? ""] ?? SORTS.created;
    list.sort((one, other) => sort(one) - sort(other) || one.number - other.number);
    if (query.get("direction") !== "asc") list.reverse();
    const shapes = list.map((issue) => issueShape(issue, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/issues`);
  }),

  "issues/create": onRepository(speak, ({ world, repository, body, by, token, shaping }) => {
    // Of who may not set them, GitHub passes over labels and assignees without a word.
    const maySet = token?.kind === "app" || atLeast(world.access(repository, by), "triage");
    const issue = openIssue(world, repository, {
      author: by,
      title: text(body.title) ?? String(body.title),
      body: text(body.body) ?? null,
      labels: maySet ? (names(body.labels) ?? []) : [],
      assignees: maySet ? (names(body.assignees) ?? []) : [],
    });
    return { status: 201, body: issueShape(issue, shaping) };
  }),

  "issues/add-assignees": onRepository(assign, (request) => {
    const { assignees } = issueOf(request);
    return reassign(request, 201, [...assignees, ...(names(request.body.assignees) ?? [])]);
  }),

  "issues/remove-assignees": onRepository(assign, (request) => {
    const gone = names(request.body.assignees) ?? [];
    const left = issueOf(request).assignees.filter((login) => !gone.includes(login));
    return reassign(request, 200, left);
  }),

  "issues/check-user-can-be-assigned": onRepository(read, ({ world, repository, parameters }) => {
    if (!isAssignable(world, repository, parameters.assignee ?? "")) throw notFound();
    return { status: 204 };
  }),

  "issues/lock": onRepository({ ...assign, access: "write" }, (request) => {
    const { world, repository, by } = request;
    setLocked(world, repository, issueOf(request), { locked: true, by });
    return { status: 204 };
  }),

  "issues/unlock": onRepository({ ...assign, access: "write" }, (request) => {
    const { world, repository, by } = request;
    setLocked(world, repository, issueOf(request), { locked: false, by });
    return { status: 204 };
  }),

  "issues/update": onRepository(change, (request) => {
    const { world, repository, body, by, shaping } = request;
    const issue = issueOf(request);
    mayEdit(request, issue.author, "triage");
    changeIssue(world, repository, issue, changesIn(body), by);
    return { status: 200, body: issueShape(issue, shaping) };
  }),
};

/** What lists can be sorted by, under GitHub's words. */
const SORTS: Readonly<Record<string, (issue: Issue) => number>> & {
  readonly created: (issue: Issue) => number;
} = {
  created: ({ created }) => created,
  updated: ({ updated }) => updated,
  comments: ({ comments }) => comments.length,
};

function isAssigned(assignees: readonly string[], wanted: string | null): boolean {
  if (wanted === null || wanted === "*") return wanted === null || assignees.length > 0;
  if (wanted === "none") return assignees.length === 0;
  return assignees.some((login) => login.toLowerCase() === wanted);
}

function reassign(
  request: RepositoryRequest,
  status: number,
  wanted: readonly string[],
): RestAnswer {
  const { world, repository, by, shaping } = request;
  const issue = issueOf(request);
  changeIssue(world, repository, issue, { assignees: [...new Set(wanted)] }, by);
  return { status, body: issueShape(issue, shaping) };
}

export function issueOf({ repository, parameters }: RepositoryRequest): Issue {
  return repository.issue(Number(parameters.issue_number));
}

function changesIn(body: RepositoryRequest["body"]): IssueChanges {
  const title = body.title === undefined || body.title === null ? undefined : String(body.title);
  const labels = names(body.labels);
  const assignees = names(body.assignees);
  return {
    ...(title !== undefined && { title }),
    ...(body.body !== undefined && { body: text(body.body) ?? null }),
    ...((body.state === "open" || body.state === "closed") && { state: body.state }),
    ...(text(body.state_reason) !== undefined && {
      stateReason: text(body.state_reason) as Issue["stateReason"],
    }),
    ...(labels !== undefined && { labels }),
    ...(assignees !== undefined && { assignees }),
  };
}
