import { readInto, UNANSWERED } from "../facts/read-into.ts";
import { shapeOf } from "../files/repository-path.ts";
import {
  type Fact,
  type FactAnswer,
  type FactRequest,
  factKey,
  known,
  missing,
} from "../model/fact.ts";
import type { FactSource } from "../model/ports.ts";
import { factOf } from "./failure.ts";
import { Query } from "./query.ts";
import { readChanges } from "./read/changes.ts";
import { askHeadChecks, readBranchRuns } from "./read/checks.ts";
import { askFiles } from "./read/file.ts";
import { askHistory } from "./read/history.ts";
import { askIssues } from "./read/issues.ts";
import { askMergedPull } from "./read/merged-pull.ts";
import { askTeam, readAccount } from "./read/people.ts";
import type { Answering, Reading } from "./read/reading.ts";
import { askReference, readRun } from "./read/references.ts";
import { Trees } from "./read/trees.ts";

/** Facts that came along before anybody asked for them, by `factKey`. */
export type ForeknownFacts = ReadonlyMap<string, Fact<FactAnswer>>;

/**
 * Facts about one pull request. What is asked for together is read together: one GraphQL request
 * for all that GraphQL knows, beside it one call over REST for each thing that only REST does.
 */
export function pullSource(reading: Reading, foreknown: ForeknownFacts): FactSource {
  const trees = new Trees(reading.client, reading.name);
  const source: FactSource = { read: (requests) => readTogether(requests, reading, trees) };
  const facts = new Map(foreknown);
  return {
    async read(requests) {
      const open = requests.filter((request) => !facts.has(factKey(request)));
      await readInto(facts, open, source);
      return requests.map((request) => facts.get(factKey(request)) ?? UNANSWERED);
    },
  };
}

/** How a fact is had: from its part of a query, or by calls of its own. */
type Way =
  | { readonly answering: Answering; readonly query: Query }
  | (() => Promise<Fact<FactAnswer>>);

async function readTogether(
  requests: readonly FactRequest[],
  reading: Reading,
  trees: Trees,
): Promise<readonly Fact<FactAnswer>[]> {
  const query = new Query();
  // Teams belong to the organization, which another token may have to be asked about.
  const ofOrganization = reading.organizationClient === null ? query : new Query();
  const files = askFiles(query, requests.filter(isInside), reading);
  const ways = requests.map((request): Way => {
    const answering = isInside(request) ? files.get(request) : undefined;
    if (answering !== undefined) return { answering, query };
    return wayTo(request, { query, ofOrganization, reading, trees });
  });
  const [answer, organizationAnswer] = await Promise.all([
    ask(query, reading.client, reading),
    ofOrganization === query
      ? null
      : ask(ofOrganization, reading.organizationClient ?? reading.client, reading),
  ]);
  return Promise.all(
    ways.map(async (way) => {
      if (typeof way === "function") return way();
      const from = way.query === query ? answer : organizationAnswer;
      if (from === null) return UNANSWERED;
      return "state" in from ? from : factFrom(() => way.answering(from));
    }),
  );
}

function isInside(request: FactRequest): request is FactRequest<"file"> {
  return request.kind === "file" && shapeOf(request.path) === "inside";
}

async function ask(query: Query, client: Reading["client"], { name }: Reading) {
  if (query.isEmpty) return null;
  try {
    return await query.ask(client, name);
  } catch (error) {
    return factOf(error);
  }
}

/** What GitHub gave in a form nobody expected is a fact that could not be read. */
async function factFrom(read: () => ReturnType<Answering>): Promise<Fact<FactAnswer>> {
  try {
    return await read();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return missing("unreadable", `GitHub's answer makes no sense: ${what}`);
  }
}

interface Asking {
  readonly query: Query;
  readonly ofOrganization: Query;
  readonly reading: Reading;
  readonly trees: Trees;
}

function wayTo(request: FactRequest, { query, ofOrganization, reading, trees }: Asking): Way {
  switch (request.kind) {
    case "history":
      return { query, answering: askHistory(query, request, reading) };
    case "merged-pull":
      return { query, answering: askMergedPull(query, request, reading) };
    case "issues":
      return { query, answering: askIssues(query, request, reading) };
    case "team":
      return { query: ofOrganization, answering: askTeam(ofOrganization, request, reading) };
    case "checks":
      if (request.on === "head") return { query, answering: askHeadChecks(query, reading) };
      return once(() => readBranchRuns(request, reading));
    case "reference":
      if (request.what === "run") return once(() => readRun(request, reading));
      return { query, answering: askReference(query, { ...request, what: request.what }, reading) };
    case "files":
    case "folders":
      return once(() => trees.list(request, reading));
    case "changes":
      return once(() => readChanges(reading));
    case "account":
      return once(() => readAccount(request, reading));
    case "file": {
      const state = shapeOf(request.path) === "outside" ? "outside" : "absent";
      return once(async () => known({ state }));
    }
    case "pull-request":
      return once(async () => UNANSWERED);
  }
}

/** Begun at once, beside the query. */
function once(read: () => Promise<Fact<FactAnswer>>): Way {
  const begun = factFrom(read);
  return () => begun;
}
