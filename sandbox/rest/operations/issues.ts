import type { Issue } from "../../world/conversation.ts";
import {
  addComment,
  changeIssue,
  checkBody,
  ensureLabel,
  type IssueChanges,
  openIssue,
  setLabels,
} from "../../world/conversations.ts";
import { invalid, notFound, Refusal } from "../../world/refusal.ts";
import { loginOf } from "../../world/token.ts";
import {
  names,
  onRepository,
  page,
  type RepositoryRequest,
  type RestOperation,
  text,
} from "../operation.ts";
import { commentShape, issueShape, labelShape, labelsOf } from "../shapes/issue.ts";

const read = { permission: "issues", level: "read" } as const;
const write = { permission: "issues", level: "write", access: "triage" } as const;
/** Anybody who can read may open an issue or comment. */
const speak = { permission: "issues", level: "write", access: "read" } as const;

/** Issues, their comments and labels. Pull requests are issues too. */
export const issueOperations: Readonly<Record<string, RestOperation>> = {
  "issues/get": onRepository(read, (request) => ({
    status: 200,
    body: issueShape(issueOf(request), request.shaping),
  })),

  "issues/list-for-repo": onRepository(read, (request) => {
    const { repository, query, shaping } = request;
    const state = query.get("state") ?? "open";
    const wanted = (query.get("labels") ?? "").split(",").filter((name) => name !== "");
    const creator = query.get("creator");
    const list = [...repository.issues.values()]
      .filter((issue) => state === "all" || issue.state === state)
      .filter((issue) => wanted.every((name) => issue.labels.includes(name)))
      .filter((issue) => creator === null || issue.author === creator);
    if (query.get("direction") !== "asc") list.reverse();
    const shapes = list.map((issue) => issueShape(issue, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/issues`);
  }),

  "issues/create": onRepository(speak, ({ world, repository, body, by, shaping }) => {
    const issue = openIssue(world, repository, {
      author: by,
      title: text(body.title) ?? String(body.title),
      body: text(body.body) ?? null,
      labels: names(body.labels) ?? [],
      assignees: names(body.assignees) ?? [],
    });
    return { status: 201, body: issueShape(issue, shaping) };
  }),

  "issues/update": onRepository(write, (request) => {
    const { world, repository, body, by, shaping } = request;
    const issue = issueOf(request);
    changeIssue(world, repository, issue, changesIn(body), by);
    return { status: 200, body: issueShape(issue, shaping) };
  }),

  "issues/list-comments": onRepository(read, (request) => {
    const { repository, shaping } = request;
    const issue = issueOf(request);
    const shapes = issue.comments.map((comment) => commentShape(comment, issue, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/issues/${issue.number}/comments`);
  }),

  "issues/create-comment": onRepository(speak, (request) => {
    const { world, repository, body, by, token, shaping } = request;
    const issue = issueOf(request);
    if (issue.locked) throw new Refusal(403, "Unable to create comment because issue is locked.");
    const viaApp = token?.kind === "app" ? token.app.id : null;
    const said = { author: by, body: text(body.body) ?? "", viaApp };
    const comment = addComment(world, repository, issue, said);
    return { status: 201, body: commentShape(comment, issue, shaping) };
  }),

  "issues/get-comment": onRepository(read, ({ repository, parameters, shaping }) => {
    const { comment, issue } = repository.comment(Number(parameters.comment_id));
    return { status: 200, body: commentShape(comment, issue, shaping) };
  }),

  "issues/update-comment": onRepository(speak, (request) => {
    const { world, repository, parameters, body, by, shaping } = request;
    const { comment, issue } = repository.comment(Number(parameters.comment_id));
    mayChange(request, comment.author);
    checkBody("IssueComment", text(body.body) ?? "", false);
    comment.body = text(body.body) ?? "";
    comment.updated = world.tick();
    const subject = issue.number;
    world.tell({ name: "issue_comment", action: "edited", repository, sender: by, subject });
    return { status: 200, body: commentShape(comment, issue, shaping) };
  }),

  "issues/delete-comment": onRepository(speak, (request) => {
    const { world, repository, parameters, by } = request;
    const { comment, issue } = repository.comment(Number(parameters.comment_id));
    mayChange(request, comment.author);
    issue.comments.splice(issue.comments.indexOf(comment), 1);
    const subject = issue.number;
    world.tell({ name: "issue_comment", action: "deleted", repository, sender: by, subject });
    return { status: 204 };
  }),

  "issues/add-labels": onRepository(write, (request) => {
    const { world, repository, body, shaping } = request;
    const issue = issueOf(request);
    setLabels(world, repository, issue, [...issue.labels, ...(names(body.labels) ?? [])]);
    return { status: 200, body: labelsOf(issue, shaping) };
  }),

  "issues/remove-label": onRepository(write, (request) => {
    const { parameters, shaping } = request;
    const issue = issueOf(request);
    if (!issue.labels.includes(parameters.name ?? ""))
      throw new Refusal(404, "Label does not exist");
    issue.labels = issue.labels.filter((name) => name !== parameters.name);
    return { status: 200, body: labelsOf(issue, shaping) };
  }),

  "issues/get-label": onRepository(read, ({ repository, parameters, shaping }) => {
    const label = repository.labels.get(parameters.name ?? "");
    if (label === undefined) throw notFound();
    return { status: 200, body: labelShape(label, shaping) };
  }),

  "issues/list-labels-for-repo": onRepository(read, (request) => {
    const { repository, shaping } = request;
    const shapes = [...repository.labels.values()].map((label) => labelShape(label, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/labels`);
  }),

  "issues/create-label": onRepository(write, ({ world, repository, body, shaping }) => {
    const name = text(body.name) ?? "";
    if (body.color !== undefined && !/^[0-9a-f]{6}$/i.test(String(body.color))) {
      throw invalid("Label", "color", "invalid");
    }
    if (repository.labels.has(name)) {
      const errors = [{ resource: "Label", code: "already_exists", field: "name" }];
      throw new Refusal(422, "Validation Failed", { errors });
    }
    ensureLabel(world, repository, name);
    const label = repository.labels.get(name);
    if (label === undefined) throw notFound();
    label.color = text(body.color) ?? label.color;
    label.description = text(body.description) ?? null;
    return { status: 201, body: labelShape(label, shaping) };
  }),
};

function issueOf({ repository, parameters }: RepositoryRequest): Issue {
  return repository.issue(Number(parameters.issue_number));
}

/** Authors change what they wrote; who maintains the repository changes everything. */
function mayChange({ world, repository, token, by }: RepositoryRequest, author: string): void {
  const isOwn = author.toLowerCase() === by.toLowerCase();
  const access = token?.kind === "user" ? world.access(repository, loginOf(token)) : "none";
  if (isOwn || access === "write" || access === "maintain" || access === "admin") return;
  if (token?.kind === "app") return;
  throw new Refusal(403, "Must have admin rights to Repository.");
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
