import { checkRunShape, checkSuiteShape, simpleCommit } from "../rest/shapes/check.ts";
import { commitShape, statusShape } from "../rest/shapes/commit.ts";
import { commentShape, issueShape, labelShape, type Shaping } from "../rest/shapes/issue.ts";
import { fullPull, reviewShape, simplePull, teamShape } from "../rest/shapes/pull-request.ts";
import { simpleUser } from "../rest/shapes/user.ts";
import { type Issue, isPullRequest, type PullRequest } from "../world/issue.ts";
import { notFound } from "../world/refusal.ts";
import type { EventDetails, WorldEvent } from "../world/world-event.ts";
import { HOSTING_BODIES } from "./hosting-body.ts";
import { pushPayload } from "./push-payload.ts";

export interface About {
  readonly issue: Issue | PullRequest | null;
  readonly details: EventDetails;
  readonly shaping: Shaping;
}

export type Body = (about: About & { readonly event: WorldEvent }) => object | Promise<object>;

/** What a payload holds beside the repository and who did it. */
export function repositoryBody(event: WorldEvent, about: About): object | Promise<object> {
  const make = BODIES[event.name] ?? HOSTING_BODIES[event.name];
  if (make === undefined) throw new Error(`the sandbox has no payload for \`${event.name}\``);
  return make({ ...about, event });
}

const BODIES: Readonly<Record<string, Body>> = {
  async pull_request({ issue, details, event, shaping }) {
    const pull = pullIn(issue);
    const { push } = details;
    return {
      number: pull.number,
      pull_request: await fullPull(pull, shaping),
      ...changed(details, shaping),
      ...(push !== undefined && push),
      ...(event.action === "dequeued" && { reason: "CI_FAILURE" }),
    };
  },

  pull_request_review({ issue, details: { review, changes }, shaping }) {
    const pull = pullIn(issue);
    if (review === undefined) throw notFound();
    return {
      pull_request: simplePull(pull, shaping),
      // Lower case here, upper case over REST.
      review: { ...reviewShape(review, pull, shaping), state: review.state.toLowerCase() },
      ...(changes !== undefined && { changes }),
    };
  },

  issues({ issue, details, shaping }) {
    if (issue === null) throw notFound();
    return { issue: issueShape(issue, shaping), ...changed(details, shaping) };
  },

  issue_comment({ issue, details: { comment, changes }, shaping }) {
    if (issue === null || comment === undefined) throw notFound();
    return {
      issue: issueShape(issue, shaping),
      comment: commentShape(comment, issue, shaping),
      ...(changes !== undefined && { changes }),
    };
  },

  push: ({ event, shaping }) => pushPayload(event, shaping),

  async status({ event, details: { status }, shaping }) {
    const sha = String(event.subject);
    const commit = await shaping.repository.git.commitObject(sha);
    if (status === undefined || commit === null) throw notFound();
    const { id, avatar_url, created_at, updated_at, ...said } = statusShape(status, sha, shaping);
    return {
      id,
      sha,
      name: shaping.repository.fullName,
      avatar_url,
      target_url: said.target_url,
      context: said.context,
      description: said.description,
      state: said.state,
      commit: commitShape(commit, shaping),
      branches: [],
      created_at,
      updated_at,
    };
  },

  async check_run({ details: { run, identifier }, shaping }) {
    const suite = shaping.repository.suites.find(({ id }) => id === run?.suite);
    if (run === undefined || suite === undefined) throw notFound();
    const check_suite = await checkSuiteShape(suite, shaping);
    return {
      check_run: { ...checkRunShape(run, shaping), check_suite },
      ...(identifier !== undefined && { requested_action: { identifier } }),
    };
  },

  async check_suite({ details: { suite }, shaping }) {
    if (suite === undefined) throw notFound();
    return { check_suite: await checkSuiteShape(suite, shaping) };
  },

  async merge_group({ details: { group, reason }, shaping }) {
    if (group === undefined) throw notFound();
    return {
      merge_group: {
        head_sha: group.headSha,
        head_ref: `refs/heads/${group.branch}`,
        base_sha: group.baseSha,
        base_ref: `refs/heads/${group.base}`,
        head_commit: await simpleCommit(group.headSha, shaping),
      },
      ...(reason !== undefined && { reason }),
    };
  },

  schedule: ({ event, details: { workflow } }) => ({ schedule: event.subject, workflow }),

  workflow_dispatch: ({ event, details: { inputs = {}, workflow } }) => ({
    inputs,
    ref: event.subject,
    workflow,
  }),
};

/** What it was that changed. */
function changed({ changes, label, assignee, reviewer }: EventDetails, shaping: Shaping) {
  const { world, repository, at } = shaping;
  const team =
    reviewer !== undefined && "slug" in reviewer
      ? world.team(repository.owner, reviewer.slug)
      : null;
  const user = (login: string) => simpleUser(world.author(login), at);
  return {
    ...(changes !== undefined && { changes }),
    ...(label !== undefined && { label: labelShape(label, shaping) }),
    ...(assignee !== undefined && { assignee: user(assignee) }),
    ...(reviewer !== undefined &&
      "login" in reviewer && { requested_reviewer: user(reviewer.login) }),
    ...(team !== null && { requested_team: teamShape(team, { at }) }),
  };
}

function pullIn(issue: Issue | PullRequest | null): PullRequest {
  if (issue === null || !isPullRequest(issue)) throw notFound();
  return issue;
}
