import { installedRepository } from "../rest/operations/apps.ts";
import type { Addresses } from "../rest/shapes/addresses.ts";
import { installationShape } from "../rest/shapes/installation.ts";
import { teamShape } from "../rest/shapes/pull-request.ts";
import { simpleUser } from "../rest/shapes/user.ts";
import { notFound } from "../world/refusal.ts";
import type { World } from "../world/world.ts";
import type { EventDetails, WorldEvent } from "../world/world-event.ts";

interface About {
  readonly world: World;
  readonly at: Addresses;
  readonly details: EventDetails;
}

/** What a payload holds that is about an account and none of its repositories. */
export function accountBody(event: WorldEvent, about: About): object {
  const make = BODIES[event.name];
  if (make === undefined) throw new Error(`the sandbox has no payload for \`${event.name}\``);
  return make({ ...about, event });
}

const BODIES: Readonly<Record<string, (about: About & { readonly event: WorldEvent }) => object>> =
  {
    installation(about) {
      const { installation, names = [] } = about.details;
      if (installation === undefined) throw notFound();
      return {
        installation: installationShape(installation, about),
        repositories: names.map((name) => installedRepository(name, about)),
        requester: null,
      };
    },

    installation_repositories(about) {
      const { event, details } = about;
      const { installation, names = [] } = details;
      if (installation === undefined) throw notFound();
      const { repositories } = installation;
      const changed = names.map((name) => installedRepository(name, about));
      return {
        installation: installationShape(installation, about),
        repository_selection: repositories === null ? "all" : "selected",
        repositories_added: event.action === "added" ? changed : [],
        repositories_removed: event.action === "removed" ? changed : [],
        requester: null,
      };
    },

    team({ details: { team }, at }) {
      if (team === undefined) throw notFound();
      return { team: teamShape(team, { at }) };
    },

    membership({ details: { team, member = "" }, world, at }) {
      if (team === undefined) throw notFound();
      const person = simpleUser(world.author(member), at);
      return { scope: "team", member: person, team: teamShape(team, { at }) };
    },

    organization({ event, details: { member = "" }, world, at }) {
      const organization = `${at.api}/orgs/${event.organization}`;
      return {
        membership: {
          url: `${organization}/memberships/${member}`,
          state: "active",
          role: "member",
          organization_url: organization,
          user: simpleUser(world.author(member), at),
        },
      };
    },
  };
