import type { Addresses } from "../rest/shapes/addresses.ts";
import { checkRunShape, checkSuiteShape, simpleCommit } from "../rest/shapes/check.ts";
import { commitShape, statusShape } from "../rest/shapes/commit.ts";
import { commentShape, issueShape, labelShape, type Shaping } from "../rest/shapes/issue.ts";
import { simpleOrganization } from "../rest/shapes/organization.ts";
import { fullPull, reviewShape, simplePull } from "../rest/shapes/pull-request.ts";
import { plainRepository } from "../rest/shapes/repository.ts";
import { simpleUser } from "../rest/shapes/user.ts";
import { type Issue, isPullRequest, type PullRequest } from "../world/conversation.ts";
import { notFound } from "../world/refusal.ts";
import type { EventDetails, World, WorldEvent } from "../world/world.ts";
import { pushPayload } from "./push-payload.ts";

/** An event with what it is about as it was when it happened: the world may go on. */
export interface FrozenEvent extends WorldEvent {
  readonly issue: Issue | PullRequest | null;
}

export function frozen(event: WorldEvent): FrozenEvent {
  const { subject, repository, details = {} } = event;
  const issue = typeof subject === "number" ? repository.issue(subject) : null;
  return { ...event, details: structuredClone(details), issue: structuredClone(issue) };
}

/**
 * What GitHub sends to webhooks for an event, and what a workflow finds at `GITHUB_EVENT_PATH`.
 * That of `pull_request_target` is that of `pull_request`.
 */
export async function eventPayload(
  event: WorldEvent,
  { world, at }: { readonly world: World; readonly at: Addresses },
): Promise<Readonly<Record<string, unknown>>> {
  const { name, action, repository, sender, details = {}, issue } = frozen(event);
  const shaping = { world, repository, at };
  const body = await bodyOf(name, { event, issue, details, shaping });
  const owner = world.author(repository.owner);
  const payload = {
    ...(action !== null && { action }),
    ...body,
    repository: plainRepository(repository, world, at),
    ...(owner.type === "Organization" && { organization: simpleOrganization(owner, at) }),
    sender: simpleUser(world.author(sender), at),
  };
  // As it goes over the wire: what is `undefined` is not there.
  return JSON.parse(JSON.stringify(payload));
}

interface About {
  readonly event: WorldEvent;
  readonly issue: Issue | PullRequest | null;
  readonly details: EventDetails;
  readonly shaping: Shaping;
}

function bodyOf(name: string, about: About): object | Promise<object> {
  const make = BODIES[name];
  if (make === undefined) throw new Error(`the sandbox has no payload for \`${name}\``);
  return make(about);
}

const BODIES: Readonly<Record<string, (about: About) => object | Promise<object>>> = {
  async pull_request({ issue, details, shaping }) {
    const pull = pullIn(issue);
    const { changes, label, push } = details;
    return {
      number: pull.number,
      pull_request: await fullPull(pull, shaping),
      ...(changes !== undefined && { changes }),
      ...(label !== undefined && { label: labelShape(label, shaping) }),
      ...(push !== undefined && push),
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

  issues({ issue, details: { changes, label }, shaping }) {
    if (issue === null) throw notFound();
    return {
      issue: issueShape(issue, shaping),
      ...(changes !== undefined && { changes }),
      ...(label !== undefined && { label: labelShape(label, shaping) }),
    };
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

  async check_run({ details: { run }, shaping }) {
    const suite = shaping.repository.suites.find(({ id }) => id === run?.suite);
    if (run === undefined || suite === undefined) throw notFound();
    const check_suite = await checkSuiteShape(suite, shaping);
    return { check_run: { ...checkRunShape(run, shaping), check_suite } };
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

function pullIn(issue: Issue | PullRequest | null): PullRequest {
  if (issue === null || !isPullRequest(issue)) throw notFound();
  return issue;
}
