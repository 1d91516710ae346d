import type { Resource } from "../../server/rate-limits.ts";
import { type Access, atLeast } from "../../world/account.ts";
import { notFound } from "../../world/refusal.ts";
import { onRepository, page, type RestOperation, unauthenticated } from "../operation.ts";
import { permissionsOf } from "../shapes/repository.ts";
import { publicUser, simpleUser } from "../shapes/user.ts";

const metadata = { permission: "metadata", level: "read" } as const;
/** Of people, who may write sees who else may. */
const push = { ...metadata, access: "write" } as const;

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

  "repos/list-collaborators": onRepository(push, (request) => {
    const { world, repository, query, at } = request;
    const wanted = query.get("permission");
    const shapes = [...repository.collaborators.keys()].flatMap((login) => {
      const account = world.author(login);
      const access = world.access(repository, login);
      const permissions = permissionsOf(access);
      if (wanted !== null && !permissions[wanted as keyof typeof permissions]) return [];
      return [{ ...simpleUser(account, at), permissions, role_name: access }];
    });
    return page(shapes, request, `/repos/${repository.fullName}/collaborators`);
  }),

  "repos/check-collaborator": onRepository(push, ({ world, repository, parameters }) => {
    const login = parameters.username ?? "";
    const isOne = repository.collaborators.has(login.toLowerCase());
    const ofTeam = atLeast(world.access(repository, login), "triage");
    if (!isOne && !ofTeam) throw notFound();
    return { status: 204 };
  }),
};

const OLD_WORDS: Readonly<Record<Access, string>> = {
  none: "none",
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin",
};
