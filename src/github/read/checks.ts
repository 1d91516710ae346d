import {
  type CheckRunFact,
  type ChecksFact,
  type Fact,
  type FactRequest,
  known,
  missing,
} from "../../model/fact.ts";
import { dataAt, parseInstant, problemFact } from "../answer-data.ts";
import type { Query } from "../query.ts";
import { type ContextData, contextFields, factOfContext } from "./check-contexts.ts";
import type { Answering, Reading } from "./reading.ts";
import { conclusionOf, type RunData, readRuns, workflowPath } from "./workflow-runs.ts";

const WORKFLOWS = ".github/workflows";

/** Check runs and statuses on the head: a hundred, and more makes them too many to be judged. */
export function askHeadChecks(query: Query, reading: Reading): Answering {
  const { pull, name } = reading;
  const folder = query.variable("String!", WORKFLOWS);
  const head = query.inRepository(`object(oid: ${query.variable("GitObjectID!", pull.head)}) {
    ... on Commit { statusCheckRollup { contexts(first: 100) {
      nodes { ${contextFields(query)} } pageInfo { hasNextPage } } }
      workflows: file(path: ${folder}) { ${FOLDER} } } }`);
  const elsewhere = [pull.evidence, pull.defaultBranch.tip].map((commit) =>
    query.inRepository(`object(oid: ${query.variable("GitObjectID!", commit)}) {
      ... on Commit { workflows: file(path: ${folder}) { ${FOLDER} } } }`),
  );
  return async ({ repository, problemAt }): Promise<Fact<ChecksFact>> => {
    const problem = problemAt("repository", head, "statusCheckRollup");
    if (problem !== null) return problemFact(problem);
    const contexts = dataAt(repository, head, "statusCheckRollup", "contexts");
    if (dataAt(contexts, "pageInfo", "hasNextPage") === true) {
      return missing("too-large", "the head has more than 100 checks");
    }
    const nodes = (dataAt(contexts, "nodes") ?? []) as readonly ContextData[];
    const ofWorkflows = nodes.some(({ checkSuite }) => checkSuite?.workflowRun != null);
    const runs = ofWorkflows ? await readRuns(reading, { head_sha: pull.head }) : known([]);
    if (runs.state === "missing") return runs;
    const byId = new Map(runs.value.map((run) => [run.id, run]));
    const [own, landing, proper] = [head, ...elsewhere].map((alias) =>
      blobsIn(dataAt(repository, alias, "workflows")),
    );
    const isDefault = (path: string) => {
      const wanted = proper?.get(path);
      // A run for a push is of the head's file, one for the pull request of the merge's.
      return wanted !== undefined && wanted === own?.get(path) && wanted === landing?.get(path);
    };
    const facts = nodes.map((node) => factOfContext(node, pull.head, { byId, isDefault }));
    return known({ repository: `${name.owner}/${name.name}`, runs: facts });
  };
}

/** Runs of a workflow on the default branch, newest first. */
export async function readBranchRuns(
  { workflow }: Extract<FactRequest<"checks">, { readonly on: "branch" }>,
  reading: Reading,
): Promise<Fact<ChecksFact>> {
  const { pull, name } = reading;
  const file = workflow.replace(`${WORKFLOWS}/`, "");
  const runs = await readRuns(reading, { branch: pull.defaultBranch.name }, file);
  if (runs.state === "missing") return runs;
  const facts = runs.value.map((run) => factOfRun(run));
  return known({ repository: `${name.owner}/${name.name}`, runs: facts });
}

function factOfRun(run: RunData): CheckRunFact {
  return {
    name: run.name ?? workflowPath(run),
    app: "github-actions",
    workflow: workflowPath(run),
    // It ran on the default branch, from the file as it stood there.
    workflowIsDefault: true,
    event: run.event,
    repository: run.repository.full_name,
    headRepository: run.head_repository?.full_name ?? null,
    commit: run.head_sha,
    url: run.html_url,
    startedAt: run.run_started_at === undefined ? null : parseInstant(run.run_started_at),
    completedAt: run.status === "completed" ? parseInstant(run.updated_at) : null,
    conclusion: run.status === "completed" ? conclusionOf(run.conclusion) : null,
  };
}

const FOLDER = "object { ... on Tree { entries { name oid } } }";

function blobsIn(folder: unknown): ReadonlyMap<string, string> {
  const entries = (dataAt(folder, "object", "entries") ?? []) as readonly {
    readonly name: string;
    readonly oid: string;
  }[];
  return new Map(entries.map(({ name, oid }) => [`${WORKFLOWS}/${name}`, oid]));
}
