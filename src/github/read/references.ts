import { type Fact, type FactRequest, known, type ReferenceFact } from "../../model/fact.ts";
import { isAncestor } from "../ancestry.ts";
import { dataAt, problemFact } from "../answer-data.ts";
import type { RepositoryName } from "../client.ts";
import { factOf, failureOf } from "../failure.ts";
import type { Query } from "../query.ts";
import type { Answering, Reading } from "./reading.ts";
import { conclusionOf, type RunData } from "./workflow-runs.ts";

type ReferenceRequest = FactRequest<"reference">;

/** An issue, a pull request or a commit, here or in another repository. */
export function askReference(
  query: Query,
  request: ReferenceRequest & { readonly what: "issue" | "commit" },
  reading: Reading,
): Answering {
  const { owner, name } = nameOf(request, reading);
  const field =
    request.what === "issue"
      ? `found: issueOrPullRequest(number: ${query.variable("Int!", numberOf(request.id))}) { __typename }`
      : `found: object(expression: ${query.variable("String!", request.id)}) { __typename oid }`;
  const of = `owner: ${query.variable("String!", owner)}, name: ${query.variable("String!", name)}`;
  const alias = query.atRoot(`repository(${of}) { ${field} }`);
  return async ({ root, problemAt }) => {
    const problem = problemAt(alias, "found");
    if (problem !== null && problem.type !== "NOT_FOUND") return problemFact(problem);
    const found = dataAt(root, alias, "found");
    const type = dataAt(found, "__typename");
    switch (type) {
      case "Issue":
        return known({ state: "issue" });
      case "PullRequest":
        return known({ state: "pull-request" });
      case "Commit":
        return commitFact(String(dataAt(found, "oid")), request, reading);
      default:
        return ABSENT;
    }
  };
}

const ABSENT = known<ReferenceFact>({ state: "absent" });

/** A branch may be called like a commit: only what begins with the id is the commit. */
async function commitFact(
  oid: string,
  { id, repository }: ReferenceRequest,
  reading: Reading,
): Promise<Fact<ReferenceFact>> {
  if (!oid.startsWith(id)) return ABSENT;
  if (repository !== null && !isOwn(repository, reading)) {
    return known({ state: "commit", ancestor: false });
  }
  try {
    return known({
      state: "commit",
      ancestor: await isAncestor(oid, reading.pull.evidence, reading),
    });
  } catch (error) {
    return factOf(error);
  }
}

/** A workflow run, over REST: GraphQL does not look one up by its number. */
export async function readRun(
  request: ReferenceRequest,
  reading: Reading,
): Promise<Fact<ReferenceFact>> {
  const { owner, name } = nameOf(request, reading);
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
  try {
    const asked = { owner, repo: name, run_id: numberOf(request.id) };
    const { data } = await reading.client.request(route, asked);
    const { status, conclusion } = data as RunData;
    return known({
      state: "run",
      conclusion: status === "completed" ? conclusionOf(conclusion) : null,
    });
  } catch (error) {
    const failure = failureOf(error);
    return failure.status === 404 ? ABSENT : factOf(failure);
  }
}

function nameOf({ repository }: ReferenceRequest, reading: Reading): RepositoryName {
  if (repository === null) return reading.name;
  const [owner = "", name = ""] = repository.split("/");
  return { owner, name };
}

function isOwn(repository: string, { name }: Reading): boolean {
  return repository.toLowerCase() === `${name.owner}/${name.name}`.toLowerCase();
}

/** Numbers over GraphQL's largest stand for nothing. */
function numberOf(id: string): number {
  const number = Number(id);
  return Number.isSafeInteger(number) && number <= 2_147_483_647 ? number : 0;
}
