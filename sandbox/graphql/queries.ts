import { isPullRequest } from "../world/issue.ts";
import { loginOf, seesTeams } from "../world/token.ts";
import { type Asking, maySee } from "./asking.ts";
import { connection, type PageArguments } from "./connection.ts";
import { notResolved } from "./graphql-refusal.ts";
import { actorNode, authorNode, teamNode } from "./nodes/actor.ts";
import { repositoryNode } from "./nodes/repository.ts";

/** The fields of `Query` that the sandbox knows. */
export const QUERIES = {
  repository({ owner, name }: { owner: string; name: string }, asking: Asking) {
    const found = asking.world.find(`${owner}/${name}`);
    if (found === null || !maySee(asking, found)) {
      throw notResolved("a Repository", `name '${owner}/${name}'`);
    }
    return repositoryNode(found, asking);
  },

  user({ login }: { login: string }, asking: Asking) {
    const found = asking.world.account(login);
    if (found?.type !== "User") throw notResolved("a User", `login of '${login}'`);
    return actorNode(found, asking);
  },

  organization({ login }: { login: string }, asking: Asking) {
    const { world, token } = asking;
    const found = world.account(login);
    if (found?.type !== "Organization") {
      throw notResolved("an Organization", `login of '${login}'`);
    }
    const isSeen = seesTeams(token);
    return {
      ...actorNode(found, asking),
      team: ({ slug }: { slug: string }) => {
        const team = world.team(login, slug);
        return team === null || !isSeen ? null : teamNode(team, asking);
      },
      teams: (page: PageArguments) => {
        const teams = isSeen ? world.teamsOf(login) : [];
        const nodes = teams.map((team) => teamNode(team, asking));
        return connection(nodes, page, "teams");
      },
    };
  },

  viewer(_: unknown, asking: Asking) {
    return authorNode(loginOf(asking.token), asking);
  },
};

/** An issue comment by its global id. */
export function findComment(id: string, { world }: Asking) {
  const [type, number] = Buffer.from(id, "base64url").toString().split(":");
  for (const repository of world.repositories()) {
    for (const issue of repository.issues.values()) {
      const comment = issue.comments.find((one) => one.id === Number(number));
      if (type === "IssueComment" && comment !== undefined) {
        return { repository, issue, comment, isOnPull: isPullRequest(issue) };
      }
    }
  }
  throw notResolved("a node", `global id of '${id}'`);
}
