import { POLICY_PATH } from "../../files/policy-file.ts";
import { type Fact, known } from "../../model/fact.ts";
import type { Listed, NamedFile, OpenPull, RepositoryState } from "../../model/protection.ts";
import { dataAt, pageAt, parseInstant, problemFact } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { GitHubFailure } from "../failure.ts";
import {
  askOrganizationPolicy,
  type BranchData,
  type PolicyAtTip,
  policyFields,
  readPolicy,
} from "../policy-at-tip.ts";
import { type ListedPull, PULLS } from "../pull/open-pulls.ts";
import { Query, type QueryAnswer } from "../query.ts";
import { Blobs, entryFields } from "../read/blobs.ts";

/** Where GitHub looks for it, in this order. */
const CODEOWNERS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
const WORKFLOWS = ".github/workflows";
/** The policy, and the folder of what softens it. */
const POLICY = [POLICY_PATH, ".github/stage-gates"];

const MOST_PULLS = 50;
const MOST_BRANCHES = 100;

/**
 * What a repository has on its default branch and which pull requests are open, in one request.
 *
 * @throws {GitHubFailure} where GitHub does not show the repository.
 */
export async function readRepositoryState(
  client: GitHubClient,
  name: RepositoryName,
): Promise<{ readonly state: RepositoryState; readonly policy: PolicyAtTip }> {
  const query = new Query();
  const about = query.inRepository("nameWithOwner");
  const organization = askOrganizationPolicy(query, name);
  const fields = `${policyFields(query)} ${tipFields(query)}`;
  const tip = query.inRepository(
    `defaultBranchRef { name target { oid ... on Commit { ${fields} } } }`,
  );
  const pulls = query.inRepository(
    `pullRequests(states: OPEN, first: ${MOST_PULLS}, orderBy: {field: UPDATED_AT, direction: DESC}) {
      nodes { number baseRefName headRefOid } pageInfo { hasNextPage } }`,
  );
  const branches = query.inRepository(
    `refs(refPrefix: "refs/heads/", first: ${MOST_BRANCHES}) { nodes { name } pageInfo { hasNextPage } }`,
  );
  const answer = await query.ask(client, name);
  const repository = dataAt(answer.repository, about);
  if (typeof repository !== "string") throw notShown(name);
  const branch = dataAt(answer.repository, tip) as BranchData | null | undefined;
  if (branch === null || branch === undefined) {
    throw new GitHubFailure("unreadable", `\`${repository}\` has no commit yet`);
  }
  const blobs = new Blobs(client, name);
  const asked = { answer, blobs, way: [tip, "target"] };
  return {
    policy: {
      ref: branch.name,
      sha: branch.target.oid,
      ...(await readPolicy(answer, tip, branch, blobs)),
      organization: await organization(answer, client),
    },
    state: {
      repository,
      defaultBranch: branch.name,
      codeowners: await codeownersOf(asked),
      workflows: await workflowsOf(asked),
      policyChanged: changeOf(asked),
      pulls: pullsOf(answer, pulls),
      branches: namesOf(dataAt(answer.repository, branches, "nodes")),
      allBranches: dataAt(answer.repository, branches, "pageInfo", "hasNextPage") === false,
    },
  };
}

function notShown({ owner, name }: RepositoryName): GitHubFailure {
  const what = `there is no repository \`${owner}/${name}\`, or the token does not see it`;
  return new GitHubFailure("unreadable", what, 404);
}

function tipFields(query: Query): string {
  const path = (text: string) => query.variable("String!", text);
  const owners = CODEOWNERS.map(
    (file, index) => `owners${index}: file(path: ${path(file)}) { ${entryFields(query)} }`,
  );
  const changes = POLICY.map(
    (file, index) =>
      `changes${index}: history(first: 1, path: ${path(file)}) { nodes { committedDate } }`,
  );
  const workflows = `workflows: file(path: ${path(WORKFLOWS)}) {
    object { ... on Tree { entries { name ${entryFields(query)} } } } }`;
  return [...owners, ...changes, workflows].join("\n");
}

/** The answer, and the way in it to the tip of the default branch. */
interface Asked {
  readonly answer: QueryAnswer;
  readonly blobs: Blobs;
  readonly way: readonly string[];
}

async function codeownersOf({ answer, blobs, way }: Asked): Promise<NamedFile | null> {
  for (const [index, name] of CODEOWNERS.entries()) {
    const here = [...way, `owners${index}`];
    const problem = answer.problemAt("repository", ...here, "object");
    const fact = await blobs.fileAt(dataAt(answer.repository, ...here), problem);
    if (fact.state === "missing" || fact.value.state !== "absent") return { name, fact };
  }
  return null;
}

async function workflowsOf({ answer, blobs, way }: Asked): Promise<RepositoryState["workflows"]> {
  const here = [...way, "workflows"];
  const problem = answer.problemAt("repository", ...here, "object", "entries");
  if (problem !== null) return problemFact(problem, "contents: read");
  const entries = (dataAt(answer.repository, ...here, "object", "entries") ?? []) as readonly {
    readonly name: string;
  }[];
  const files = entries
    .filter(({ name }) => /\.ya?ml$/.test(name))
    .map(async (entry) => ({
      name: `${WORKFLOWS}/${entry.name}`,
      fact: await blobs.fileAt(entry, null),
    }));
  return known(await Promise.all(files));
}

function changeOf({ answer, way }: Asked): Fact<number | null> {
  const moments: number[] = [];
  for (const index of POLICY.keys()) {
    const here = [...way, `changes${index}`];
    const problem = answer.problemAt("repository", ...here);
    if (problem !== null) return problemFact(problem);
    const [last] = (dataAt(answer.repository, ...here, "nodes") ?? []) as readonly {
      readonly committedDate: string;
    }[];
    if (last !== undefined) moments.push(parseInstant(last.committedDate));
  }
  return known(moments.length === 0 ? null : Math.max(...moments));
}

function pullsOf(answer: QueryAnswer, alias: string): Fact<Listed<OpenPull>> {
  const page = pageAt<Omit<ListedPull, "author">>(answer, ["repository", alias], PULLS);
  if (page.state === "missing") return page;
  const { nodes, pageInfo } = page.value;
  const open = nodes.map(({ number, baseRefName, headRefOid }) => ({
    number,
    base: baseRefName,
    head: headRefOid,
  }));
  return known({ open, isWhole: !pageInfo.hasNextPage });
}

function namesOf(nodes: unknown): readonly string[] {
  return ((nodes ?? []) as readonly { readonly name: string }[]).map(({ name }) => name);
}
