import { nodeId, when } from "../../rest/shapes/addresses.ts";
import type { Account, Team } from "../../world/account.ts";
import type { Asking } from "../asking.ts";
import { connection, type PageArguments } from "../connection.ts";
import { repositoryNode } from "./repository.ts";

/** A user, bot or organization. GitHub gives a bot's login without `[bot]` here. */
export function actorNode({ id, login, type, name }: Account, { at }: Asking) {
  const plain = login.replace(/\[bot\]$/, "");
  return {
    __typename: type,
    id: nodeId(type, id),
    databaseId: id,
    login: plain,
    name,
    url: `${at.html}/${plain}`,
    resourcePath: `/${plain}`,
    avatarUrl: `${at.html}/avatars/${id}`,
    createdAt: when(0),
  };
}

/** Whoever wrote something; `null` for an account that is gone, as GitHub says it. */
export function authorNode(login: string, asking: Asking) {
  const account = asking.world.account(login);
  return account === null ? null : actorNode(account, asking);
}

export function teamNode(team: Team, asking: Asking) {
  const { world, at } = asking;
  return {
    __typename: "Team",
    id: nodeId("Team", team.id),
    databaseId: team.id,
    slug: team.slug,
    name: team.name,
    combinedSlug: `${team.organization}/${team.slug}`,
    url: `${at.html}/orgs/${team.organization}/teams/${team.slug}`,
    members: (page: PageArguments) => {
      const people = [...team.members].flatMap((login) => world.account(login) ?? []);
      const nodes = people.map((person) => actorNode(person, asking));
      return connection(nodes, page, "members");
    },
    repositories: ({ query, ...page }: PageArguments & { readonly query?: string | null }) => {
      const owned = world.repositories().filter(({ owner }) => owner === team.organization);
      const edges = owned.flatMap((repository) => {
        const access = repository.teams.get(team.slug);
        if (access === undefined || !repository.name.includes(query ?? "")) return [];
        return [
          { permission: access.toUpperCase(), node: () => repositoryNode(repository, asking) },
        ];
      });
      const list = connection(edges, page, "repositories");
      const nodes = list.nodes.map(({ node }) => node());
      return {
        ...list,
        nodes,
        edges: list.nodes.map((edge, at) => ({ ...list.edges[at], ...edge })),
      };
    },
  };
}
