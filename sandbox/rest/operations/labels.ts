import type { Label } from "../../world/issue.ts";
import { setLabels } from "../../world/issue-changes.ts";
import { changeLabel, createLabel, deleteLabel, labelOf } from "../../world/labels.ts";
import { invalid, Refusal } from "../../world/refusal.ts";
import {
  names,
  onRepository,
  page,
  type RepositoryRequest,
  type RestAnswer,
  type RestOperation,
  text,
} from "../operation.ts";
import { labelShape, labelsOf } from "../shapes/issue.ts";
import { issueOf } from "./issues.ts";

const both = ["issues", "pull_requests"] as const;
const read = { permission: both, level: "read" } as const;
const write = { permission: both, level: "write", access: "triage" } as const;

/** Labels of a repository, and of its issues and pull requests. */
export const labelOperations: Readonly<Record<string, RestOperation>> = {
  "issues/list-labels-on-issue": onRepository(read, (request) => {
    const issue = issueOf(request);
    const path = `/repos/${request.repository.fullName}/issues/${issue.number}/labels`;
    return page(labelsOf(issue, request.shaping), request, path);
  }),

  "issues/add-labels": onRepository(write, (request) => {
    const before = issueOf(request).labels;
    return relabel(request, [...before, ...(namesIn(request) ?? [])]);
  }),

  "issues/set-labels": onRepository(write, (request) => relabel(request, namesIn(request) ?? [])),

  "issues/remove-all-labels": onRepository(write, (request) => {
    relabel(request, []);
    return { status: 204 };
  }),

  "issues/remove-label": onRepository(write, (request) => {
    const { labels } = issueOf(request);
    const { name = "" } = request.parameters;
    if (!labels.includes(name)) throw new Refusal(404, "Label does not exist");
    return relabel(
      request,
      labels.filter((one) => one !== name),
    );
  }),

  "issues/get-label": onRepository(read, (request) => ({
    status: 200,
    body: labelShape(labelIn(request), request.shaping),
  })),

  "issues/list-labels-for-repo": onRepository(read, (request) => {
    const { repository, shaping } = request;
    const shapes = [...repository.labels.values()].map((label) => labelShape(label, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/labels`);
  }),

  "issues/create-label": onRepository(
    { ...write, access: "write" },
    ({ world, repository, body, by, shaping }) => {
      const name = text(body.name) ?? "";
      if (body.color !== undefined && !/^[0-9a-f]{6}$/i.test(String(body.color))) {
        throw invalid("Label", "color", "invalid");
      }
      const label = createLabel(world, repository, { name, by, ...aboutIn(body) });
      return { status: 201, body: labelShape(label, shaping) };
    },
  ),

  "issues/update-label": onRepository({ ...write, access: "write" }, (request) => {
    const { world, repository, body, by, shaping } = request;
    const { name } = labelIn(request);
    const to = text(body.new_name) ?? name;
    const label = changeLabel(world, repository, { name, to, by, ...aboutIn(body) });
    return { status: 200, body: labelShape(label, shaping) };
  }),

  "issues/delete-label": onRepository({ ...write, access: "write" }, (request) => {
    const { world, repository, by } = request;
    deleteLabel(world, repository, { name: labelIn(request).name, by });
    return { status: 204 };
  }),
};

function aboutIn(body: RepositoryRequest["body"]) {
  const color = text(body.color);
  const description = text(body.description);
  return {
    ...(color !== undefined && { color }),
    ...(description !== undefined && { description }),
  };
}

function relabel(request: RepositoryRequest, wanted: readonly string[]): RestAnswer {
  const { world, repository, by, shaping } = request;
  const issue = issueOf(request);
  setLabels(world, repository, issue, { names: wanted, by });
  return { status: 200, body: labelsOf(issue, shaping) };
}

/** GitHub takes `{labels: […]}` and a plain list. */
function namesIn({ body }: RepositoryRequest): readonly string[] | undefined {
  return names(body.labels) ?? names(body);
}

function labelIn({ repository, parameters }: RepositoryRequest): Label {
  return labelOf(repository, parameters.name ?? "");
}
