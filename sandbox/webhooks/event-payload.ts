import type { Addresses } from "../rest/shapes/addresses.ts";
import { simpleOrganization } from "../rest/shapes/organization.ts";
import { plainRepository } from "../rest/shapes/repository.ts";
import { simpleUser } from "../rest/shapes/user.ts";
import type { Issue, PullRequest } from "../world/issue.ts";
import type { World } from "../world/world.ts";
import type { WorldEvent } from "../world/world-event.ts";
import { accountBody } from "./account-body.ts";
import { repositoryBody } from "./repository-body.ts";

/** An event with what it is about as it was when it happened: the world may go on. */
export interface FrozenEvent extends WorldEvent {
  readonly issue: Issue | PullRequest | null;
}

export function frozen(event: WorldEvent): FrozenEvent {
  const { subject, repository, details = {} } = event;
  const issue =
    repository !== null && typeof subject === "number" ? repository.issue(subject) : null;
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
  const then = isFrozen(event) ? event : frozen(event);
  const { action, repository, sender, details = {}, issue } = then;
  const { organization = repository?.owner ?? "" } = event;
  const body =
    repository === null
      ? accountBody(event, { world, at, details })
      : await repositoryBody(event, { issue, details, shaping: { world, repository, at } });
  const owner = world.author(organization);
  const payload = {
    ...(action !== null && { action }),
    ...(repository !== null && { repository: plainRepository(repository, world, at) }),
    ...(owner.type === "Organization" && { organization: simpleOrganization(owner, at) }),
    sender: simpleUser(world.author(sender), at),
    // May say more of the repository.
    ...body,
  };
  // As it goes over the wire: what is `undefined` is not there.
  return JSON.parse(JSON.stringify(payload));
}

function isFrozen(event: WorldEvent): event is FrozenEvent {
  return "issue" in event;
}
