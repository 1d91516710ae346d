import type { Resource } from "../../server/rate-limits.ts";
import type { Access } from "../../world/account.ts";
import { notFound } from "../../world/refusal.ts";
import { onRepository, page, type RestOperation, unauthenticated } from "../operation.ts";
import { permissionsOf } from "../shapes/repository.ts";
import { publicUser, simpleUser } from "../shapes/user.ts";

const metadata = { permission: "metadata", level: "read" } as const;

export const peopleOperations: Readonly<Record<string, RestOperation>> = {
  "users/get-by-username": ({ world, parameters, at }) => {
    const account = world.account(parameters.username ?? "");
    if (account === null) throw notFound();
    return { status: 200, body: publicUser(account, at) };
  },

  "rate-limit/get": ({ limits, token }) => {
    const told = (resource: Resource) => {
      const { reset, ...counts } = limits.of(token, resource);
      return { ...counts, reset: Math.ceil(reset / 1000) };
    };
    const core = told("core");
    const resources = { core, graphql: told("graphql"), search: { ...core, limit: 30 } };
    return { status: 200, body: { resources, rate: core } };
  },

  "users/get-authenticated": ({ world, token, at }) => {
    if (token === null) throw unauthenticated();
    // A workflow's token belongs to no person.
    if (token.kind === "app") throw notFound();
    return { status: 200, body: publicUser(world.author(token.login), at) };
  },

  "repos/get-collaborator-permission-level": onRepository(
    metadata,
    ({ world, repository, parameters, at }) => {
      const account = world.account(parameters.username ?? "");
      if (account === null) throw notFound();
      const access = world.access(repository, account.login);
      return {
        status: 200,
        body: {
          // The old word, which knows no more than four.
          permission: OLD_WORDS[access],
          role_name: access,
          user: {
            ...simpleUser(account, at),
            permissions: permissionsOf(access),
            role_name: access,
          },
        },
      };
    },
  ),

  "teams/list-members-in-org": (request) => {
    const { world, parameters, token, at } = request;
    const { org = "", team_slug: slug = "" } = parameters;
    const team = world.team(org, slug);
    // `GITHUB_TOKEN` sees no team, whatever its permissions.
    if (team === null || token === null || token.kind === "app") throw notFound();
    const members = [...team.members].map((login) => simpleUser(world.author(login), at));
    return page(members, request, `/orgs/${org}/teams/${slug}/members`);
  },
};

const OLD_WORDS: Readonly<Record<Access, string>> = {
  none: "none",
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin",
};
