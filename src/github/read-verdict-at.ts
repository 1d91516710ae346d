import type { Voice } from "../model/voice.ts";
import { dataAt, parseInstant, problemFailure } from "./answer-data.ts";
import type { GitHubClient, RepositoryName } from "./client.ts";
import { GitHubFailure } from "./failure.ts";
import { Query } from "./query.ts";

/** What we had said of a commit at a moment. */
export interface VerdictAt {
  readonly passes: boolean;
  /** In our words; `null` where there are none. */
  readonly said: string | null;
}

interface Told extends VerdictAt {
  readonly at: number;
}

/**
 * The verdict under a name of ours on each of some commits, as it stood at a moment; `null` where
 * there was none. Only what the app itself has made counts, whatever others call theirs.
 *
 * @throws {GitHubFailure}
 */
export async function readVerdictAt(
  asked: { readonly commits: readonly string[]; readonly context: string; readonly at: number },
  { client, name, voice }: { client: GitHubClient; name: RepositoryName; voice: Voice },
): Promise<VerdictAt | null> {
  const query = new Query();
  const aliases = asked.commits.map((oid) => {
    const fields = voice === "status" ? statusFields(query, asked) : runFields(query, voice, asked);
    const at = query.variable("GitObjectID!", oid);
    return query.inRepository(`object(oid: ${at}) { ... on Commit { ${fields} } }`);
  });
  const answer = await query.ask(client, name);
  const stood = aliases.flatMap((alias) => {
    const problem = answer.problemWithin("repository", alias);
    if (problem !== null) throw problemFailure(problem, "checks: read");
    const commit = dataAt(answer.repository, alias);
    const told = voice === "status" ? statusIn(commit) : runsIn(commit);
    // The newest of one second is the last that is listed.
    const then = told.filter(({ at }) => at <= asked.at);
    return then.reduce<Told | null>((a, b) => (a !== null && a.at > b.at ? a : b), null) ?? [];
  });
  // A merge queue lands what passed on the commit it made, whatever the head had.
  return stood.find(({ passes }) => passes) ?? stood[0] ?? null;
}

function statusFields(query: Query, { context }: { readonly context: string }): string {
  return `status { context(name: ${query.variable("String!", context)}) {
    state createdAt description } }`;
}

function statusIn(commit: unknown): readonly Told[] {
  const status = dataAt(commit, "status", "context");
  if (status === null || status === undefined) return [];
  const at = parseInstant(String(dataAt(status, "createdAt")));
  const passes = dataAt(status, "state") === "SUCCESS";
  return [{ passes, said: textOf(dataAt(status, "description")), at }];
}

function runFields(
  query: Query,
  { app }: Exclude<Voice, "status">,
  { context }: { readonly context: string },
): string {
  return `checkSuites(first: 20, filterBy: {appId: ${query.variable("Int!", app)}}) { nodes {
    checkRuns(first: 100, filterBy: {checkType: ALL, checkName: ${query.variable("String!", context)}}) {
      nodes { conclusion completedAt title } } }
  }`;
}

interface SuiteData {
  readonly checkRuns: {
    readonly nodes: readonly {
      readonly conclusion: string | null;
      readonly completedAt: string | null;
      readonly title: string | null;
    }[];
  } | null;
}

function runsIn(commit: unknown): readonly Told[] {
  const suites = dataAt(commit, "checkSuites", "nodes");
  if (!Array.isArray(suites)) throw new GitHubFailure("unreadable", "GitHub shows no check runs");
  return (suites as readonly SuiteData[]).flatMap((suite) =>
    (suite.checkRuns?.nodes ?? []).flatMap(({ conclusion, completedAt, title }) =>
      completedAt === null
        ? []
        : [{ passes: conclusion === "SUCCESS", said: title, at: parseInstant(completedAt) }],
    ),
  );
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
