import { type CheckRunFact, type Fact, known, missing } from "../../model/fact.ts";
import { type Actor, dataAt, pageAt, parseInstant } from "../answer-data.ts";
import type { Query, QueryAnswer } from "../query.ts";
import { conclusionOf, type RunData, workflowPath } from "./workflow-runs.ts";

/** What is asked of a check run or status on a commit. */
export function contextFields(query: Query): string {
  return query.fragment(
    "CheckContext",
    `fragment CheckContext on StatusCheckRollupContext { __typename
      ... on CheckRun { name status conclusion startedAt completedAt detailsUrl
        checkSuite { app { slug } workflowRun { databaseId } } }
      ... on StatusContext { context state targetUrl createdAt creator { __typename login } } }`,
  );
}

export interface ContextData {
  readonly __typename: string;
  readonly name?: string;
  readonly status?: string;
  readonly conclusion?: string | null;
  readonly startedAt?: string | null;
  readonly completedAt?: string | null;
  readonly detailsUrl?: string | null;
  readonly checkSuite?: {
    readonly app: { readonly slug: string } | null;
    readonly workflowRun: { readonly databaseId: number | null } | null;
  };
  readonly context?: string;
  readonly state?: string;
  readonly targetUrl?: string | null;
  readonly createdAt?: string;
  readonly creator?: Actor | null;
}

/** Check runs and statuses of a commit, all of them or none; `what` is the commit for people. */
export function contextsAt<Node>(
  answer: QueryAnswer,
  alias: string,
  what: string,
): Fact<readonly Node[]> {
  const rollup = ["repository", alias, "statusCheckRollup"];
  const isThere = dataAt(answer.root, ...rollup) !== null;
  // GitHub makes no rollup of a commit that nothing was ever written to.
  if (!isThere && answer.problemAt(...rollup) === null) return known([]);
  const page = pageAt<Node>(answer, [...rollup, "contexts"], {
    what: `checks of ${what}`,
    permission: "checks: read",
  });
  if (page.state === "missing") return page;
  if (!page.value.pageInfo.hasNextPage) return known(page.value.nodes);
  return missing("too-large", `${what} has more than 100 checks`);
}

interface Workflows {
  readonly byId: ReadonlyMap<number, RunData>;
  /** Whether the workflow file is the default branch's, wherever the run may have taken it from. */
  isDefault(path: string): boolean;
}

export function factOfContext(
  node: ContextData,
  commit: string,
  workflows: Workflows,
): CheckRunFact {
  return node.__typename === "CheckRun"
    ? factOfCheckRun(node, commit, workflows)
    : factOfStatus(node, commit);
}

function factOfCheckRun(node: ContextData, commit: string, { byId, isDefault }: Workflows) {
  const id = node.checkSuite?.workflowRun?.databaseId ?? null;
  const run = id === null ? undefined : byId.get(id);
  const path = run === undefined ? null : workflowPath(run);
  return {
    name: node.name ?? "",
    app: node.checkSuite?.app?.slug ?? null,
    workflow: path,
    workflowIsDefault: path === null ? null : isDefault(path),
    event: run?.event ?? null,
    repository: run?.repository.full_name ?? null,
    headRepository: run?.head_repository?.full_name ?? null,
    commit,
    url: node.detailsUrl ?? null,
    startedAt: instantOf(node.startedAt),
    completedAt: instantOf(node.completedAt),
    conclusion: node.status === "COMPLETED" ? conclusionOf(node.conclusion ?? null) : null,
  };
}

/** Whose token set a status shows in who made it: a bot is an app. */
function factOfStatus(node: ContextData, commit: string): CheckRunFact {
  const at = instantOf(node.createdAt);
  const isOpen = node.state === "PENDING" || node.state === "EXPECTED";
  return {
    name: node.context ?? "",
    app: node.creator?.__typename === "Bot" ? node.creator.login : null,
    workflow: null,
    workflowIsDefault: null,
    event: null,
    repository: null,
    headRepository: null,
    commit,
    url: node.targetUrl ?? null,
    startedAt: at,
    completedAt: isOpen ? null : at,
    conclusion: isOpen ? null : node.state === "SUCCESS" ? "success" : "failure",
  };
}

function instantOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : parseInstant(text);
}
