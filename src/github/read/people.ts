import { type AccountFact, type Fact, type FactRequest, known, missing } from "../../model/fact.ts";
import { dataAt, pageAt, problemFact } from "../answer-data.ts";
import { factOf, failureOf } from "../failure.ts";
import type { Query } from "../query.ts";
import type { Answering, Reading } from "./reading.ts";

const ACCESS = ["none", "read", "triage", "write", "maintain", "admin"] as const;

/** An account and what it may do here. Takes one call over REST, which knows both. */
export async function readAccount(
  { login }: FactRequest<"account">,
  { client, name: { owner, name } }: Pick<Reading, "client" | "name">,
): Promise<Fact<AccountFact>> {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  try {
    const { data } = await client.request(route, { owner, repo: name, username: login });
    const { role_name: role, permission, user } = data as PermissionData;
    const type = TYPES[user?.type ?? ""];
    if (type === undefined) return known({ state: "absent" });
    const access = ACCESS.find((one) => one === role) ?? ACCESS.find((one) => one === permission);
    return known({ state: type, access: access ?? "read" });
  } catch (error) {
    const failure = failureOf(error);
    return failure.status === 404 ? known({ state: "absent" }) : factOf(failure);
  }
}

const TYPES: Readonly<Record<string, "user" | "bot" | "organization">> = {
  User: "user",
  Bot: "bot",
  Organization: "organization",
};

interface PermissionData {
  readonly permission: string;
  /** A name of the organization's own where it has roles of its own. */
  readonly role_name?: string;
  readonly user: { readonly type: string } | null;
}

/**
 * A team, its members (those of the teams inside are members too) and what it may do here. Asked of
 * a client that sees the organization's teams.
 */
export function askTeam(query: Query, { team }: FactRequest<"team">, reading: Reading): Answering {
  const [organization = "", slug = ""] = team.split("/");
  const login = query.variable("String!", organization);
  const name = query.variable("String!", slug);
  const repository = query.variable("String!", reading.name.name);
  const alias = query.atRoot(`organization(login: ${login}) {
    teams(first: 1) { totalCount }
    team(slug: ${name}) {
      members(first: 100) { nodes { login } pageInfo { hasNextPage } }
      repositories(first: 100, query: ${repository}) {
        edges { permission node { nameWithOwner } } } } }`);
  return (answer) => {
    const { root, problemAt } = answer;
    const problem = problemAt(alias, "team");
    if (problem !== null && problem.type !== "NOT_FOUND") return problemFact(problem);
    const found = dataAt(root, alias, "team") as TeamData | null | undefined;
    if (found === null || found === undefined) {
      // Without the permission GitHub shows no team at all, and says nothing else.
      const seen = dataAt(root, alias, "teams", "totalCount");
      return typeof seen === "number" && seen > 0 ? known({ state: "absent" }) : NO_TEAMS;
    }
    const members = pageAt<MemberData>(answer, [alias, "team", "members"], {
      what: `members of @${team}`,
      permission: "members: read",
    });
    if (members.state === "missing") return members;
    const { nodes, pageInfo } = members.value;
    if (pageInfo.hasNextPage) return missing("too-large", `@${team} has more than 100 members`);
    const here = `${reading.name.owner}/${reading.name.name}`.toLowerCase();
    const edge = found.repositories.edges.find(
      ({ node }) => node.nameWithOwner.toLowerCase() === here,
    );
    const access = ACCESS.find((one) => one === edge?.permission.toLowerCase()) ?? "none";
    return known({ state: "team", members: nodes.map((one) => one.login), access });
  };
}

const NO_TEAMS = missing(
  "forbidden",
  "the token sees no teams: a workflow's own token never does; give one with `members: read` as `org-token`, or use the app",
);

interface MemberData {
  readonly login: string;
}

interface TeamData {
  readonly repositories: {
    readonly edges: readonly {
      readonly permission: string;
      readonly node: { readonly nameWithOwner: string };
    }[];
  };
}
