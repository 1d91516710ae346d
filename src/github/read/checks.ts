import {
  type CheckRunFact,
  type ChecksFact,
  type Fact,
  type FactRequest,
  known,
} from "../../model/fact.ts";
import { dataAt } from "../answer-data.ts";
import type { Query } from "../query.ts";
import { type ContextData, contextFields, contextsAt, factOfContext } from "./check-contexts.ts";
import { factOfRun, readJob } from "./jobs.ts";
import type { Answering, Reading } from "./reading.ts";
import { type RunData, readBranchRunsOf, readRunsOf } from "./workflow-runs.ts";

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
  return async (answer): Promise<Fact<ChecksFact>> => {
    const { repository } = answer;
    const contexts = contextsAt<ContextData>(answer, head, "the head");
    if (contexts.state === "missing") return contexts;
    const nodes = contexts.value;
    const ids = nodes.flatMap(({ checkSuite }) => checkSuite?.workflowRun?.databaseId ?? []);
    const runs = await readRunsOf(reading, pull.head, new Set(ids));
    if (runs.state === "missing") return runs;
    const byId = runs.value;
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

/** Runs of a workflow on the default branch, newest first of each event; or those of one of its jobs. */
export async function readBranchRuns(
  { workflow, check }: Extract<FactRequest<"checks">, { readonly on: "branch" }>,
  reading: Reading,
): Promise<Fact<ChecksFact>> {
  const { pull, name } = reading;
  const file = workflow.replace(`${WORKFLOWS}/`, "");
  const runs = await readBranchRunsOf(reading, pull.defaultBranch.name, file);
  if (runs.state === "missing") return runs;
  const repository = `${name.owner}/${name.name}`;
  if (check === null) return known({ repository, runs: runs.value.map(factOfRun) });
  const jobs = await Promise.all(
    newestByEvent(runs.value).map((run) => readJob(run, check, reading)),
  );
  const facts: CheckRunFact[] = [];
  for (const job of jobs) {
    if (job.state === "missing") return job;
    facts.push(...job.value);
  }
  return known({ repository, runs: facts });
}

/** A push and a schedule may run different jobs, so the newest of each counts. */
function newestByEvent(runs: readonly RunData[]): readonly RunData[] {
  const newest = new Map<string, RunData>();
  for (const run of runs) {
    if ((run.event === "push" || run.event === "schedule") && !newest.has(run.event)) {
      newest.set(run.event, run);
    }
  }
  return [...newest.values()];
}

const FOLDER = "object { ... on Tree { entries { name oid } } }";

function blobsIn(folder: unknown): ReadonlyMap<string, string> {
  const entries = (dataAt(folder, "object", "entries") ?? []) as readonly {
    readonly name: string;
    readonly oid: string;
  }[];
  return new Map(entries.map(({ name, oid }) => [`${WORKFLOWS}/${name}`, oid]));
}
