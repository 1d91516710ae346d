import { type Fact, known, missing } from "../../model/fact.ts";
import type { OwnCheckRun } from "../../model/surroundings.ts";
import type { Voice } from "../../model/voice.ts";
import { dataAt, type Page, pageAt, problemFact } from "../answer-data.ts";
import type { GitHubClient, RepositoryName } from "../client.ts";
import { factOf } from "../failure.ts";
import { Query, type QueryAnswer } from "../query.ts";

const CHECKS = { what: "check runs of ours", permission: "checks: read" };

/**
 * Asks for the check runs that the app itself has on a commit: of its suites alone, so that nobody
 * else's runs can crowd them out, or pass for them.
 */
export function askOwnRuns(
  query: Query,
  voice: Voice,
  of: { readonly pull: number } | { readonly commit: string },
) {
  if (voice === "status") return () => known([]);
  const app = query.variable("Int!", voice.app);
  const suites = `oid checkSuites(first: 20, filterBy: {appId: ${app}}) { nodes {
    status app { databaseId }
    checkRuns(first: 100, filterBy: {checkType: LATEST}) {
      nodes { databaseId name status conclusion externalId } pageInfo { hasNextPage } } }
    pageInfo { hasNextPage } }`;
  const isPull = "pull" in of;
  const alias = query.inRepository(
    isPull
      ? `pullRequest(number: ${query.variable("Int!", of.pull)}) {
          commits(last: 1) { nodes { commit { ${suites} } } } }`
      : `object(oid: ${query.variable("GitObjectID!", of.commit)}) { ... on Commit { ${suites} } }`,
  );
  const way = ["repository", alias, ...(isPull ? ["commits", "nodes", "0", "commit"] : [])];
  /** @param commit that they are to be on */
  return (answer: QueryAnswer, commit: string): Fact<readonly OwnCheckRun[]> => {
    const problem = answer.problemWithin("repository", alias);
    if (problem !== null) return problemFact(problem, CHECKS.permission);
    if (dataAt(answer.root, ...way, "oid") !== commit) {
      return missing("unreadable", "GitHub did not show the commit");
    }
    const found = pageAt<SuiteData>(answer, [...way, "checkSuites"], CHECKS);
    return found.state === "missing" ? found : newestOf(found.value, voice.app);
  };
}

interface SuiteData {
  readonly app: { readonly databaseId: number | null } | null;
  readonly checkRuns: Page<RunData> | null;
  readonly status?: string;
}

interface RunData {
  readonly databaseId: number | null;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly externalId: string | null;
}

/** All or none: the run that is left out may be the one that counts. */
function newestOf(suites: Page<SuiteData>, app: number): Fact<readonly OwnCheckRun[]> {
  const newest = new Map<string, OwnCheckRun>();
  let isWhole = !suites.pageInfo.hasNextPage;
  for (const suite of suites.nodes) {
    if (suite.app?.databaseId !== app) continue;
    if (suite.checkRuns === null || suite.checkRuns.pageInfo.hasNextPage) isWhole = false;
    for (const run of suite.checkRuns?.nodes ?? []) {
      if (run?.databaseId == null) isWhole = false;
      else if (run.databaseId > (newest.get(run.name)?.id ?? 0)) {
        newest.set(run.name, ownRun(run, { id: run.databaseId, suite }));
      }
    }
  }
  if (isWhole) return known([...newest.values()]);
  return missing("too-large", "there are more check runs of ours than GitHub shows at once");
}

function ownRun(
  { name, status, conclusion, externalId }: RunData,
  { id, suite }: { readonly id: number; readonly suite: SuiteData },
): OwnCheckRun {
  const said = status === "COMPLETED" ? (conclusion?.toLowerCase() ?? null) : null;
  // A suite that is asked for again begins anew, with its runs as they were.
  const isAwaited = said !== null && suite.status === "QUEUED";
  return {
    id,
    name,
    conclusion: said,
    externalId: externalId ?? "",
    ...(isAwaited && { isAwaited }),
  };
}

/** Those of a commit as they are now. */
export async function readOwnRuns(
  commit: string,
  asking: { readonly client: GitHubClient; readonly name: RepositoryName; readonly voice: Voice },
): Promise<Fact<readonly OwnCheckRun[]>> {
  if (asking.voice === "status") return known([]);
  const query = new Query();
  const runs = askOwnRuns(query, asking.voice, { commit });
  try {
    return runs(await query.ask(asking.client, asking.name), commit);
  } catch (error) {
    return factOf(error);
  }
}
