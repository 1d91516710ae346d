import type { Account, Team } from "../../world/account.ts";
import { notFound, Refusal } from "../../world/refusal.ts";
import { seesTeams } from "../../world/token.ts";
import { page, type RestOperation, type RestRequest } from "../operation.ts";
import { organizationShape } from "../shapes/organization.ts";
import { teamShape } from "../shapes/pull-request.ts";
import { simpleUser } from "../shapes/user.ts";

/** Organizations, their teams and members. */
export const organizationOperations: Readonly<Record<string, RestOperation>> = {
  "orgs/get": (request) => {
    const found = organizationOf(request);
    return { status: 200, body: organizationShape(found, request.at) };
  },

  "teams/list": (request) => {
    const { world, parameters, token, at } = request;
    const { login } = organizationOf(request);
    if (!seesTeams(token)) throw new Refusal(403, "Resource not accessible by integration");
    const shapes = world.teamsOf(login).map((team) => teamShape(team, { at }));
    return page(shapes, request, `/orgs/${parameters.org}/teams`);
  },

  "teams/get-by-name": (request) => {
    const { world, at } = request;
    const team = teamOf(request);
    const organization = world.author(team.organization);
    const repositories = world
      .repositories()
      .filter(({ owner, teams }) => owner === organization.login && teams.has(team.slug));
    return {
      status: 200,
      body: {
        ...teamShape(team, { at }),
        members_count: team.members.size,
        repos_count: repositories.length,
        created_at: "1970-01-01T00:00:00Z",
        updated_at: "1970-01-01T00:00:00Z",
        organization: organizationShape(organization, at),
      },
    };
  },

  "teams/list-members-in-org": (request) => {
    const { world, parameters, at } = request;
    const members = [...teamOf(request).members];
    const shapes = members.map((login) => simpleUser(world.author(login), at));
    return page(shapes, request, `/orgs/${parameters.org}/teams/${parameters.team_slug}/members`);
  },

  "teams/get-membership-for-user-in-org": (request) => {
    const { parameters, at } = request;
    const { organization, slug, members } = teamOf(request);
    const login = parameters.username ?? "";
    if (!members.has(login.toLowerCase())) throw notFound();
    const url = `${at.api}/orgs/${organization}/teams/${slug}/memberships/${login}`;
    return { status: 200, body: { url, role: "member", state: "active" } };
  },
};

function organizationOf({ world, parameters }: RestRequest): Account {
  const found = world.account(parameters.org ?? "");
  if (found?.type !== "Organization") throw notFound();
  return found;
}

/** `GITHUB_TOKEN` sees no team, whatever its permissions: there is none that would let it. */
function teamOf({ world, parameters, token }: RestRequest): Team {
  const team = world.team(parameters.org ?? "", parameters.team_slug ?? "");
  if (team === null || !seesTeams(token)) throw notFound();
  return team;
}
