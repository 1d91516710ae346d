import { type ChangedPath, type Fact, known, missing } from "../../model/fact.ts";
import { listIn, pageAt } from "../answer-data.ts";
import { factOf } from "../failure.ts";
import type { Query, QueryAnswer } from "../query.ts";
import type { Reading } from "./reading.ts";

const PER_PAGE = 100;
/** GitHub lists no more files of a pull request than this. */
const MOST_FILES = 3000;

const CHANGES = { what: "changed files", permission: "pull-requests: read" };

/**
 * Asks for the changed files along with the pull request. GraphQL does not say where a file was
 * before it moved: then, and where one page does not show all of them, this tells nothing.
 */
export function askChanges(query: Query, number: number) {
  const alias = query.inRepository(`pullRequest(number: ${query.variable("Int!", number)}) {
    files(first: ${PER_PAGE}) { nodes { path changeType } pageInfo { hasNextPage } } }`);
  return (answer: QueryAnswer): readonly ChangedPath[] | null => {
    const page = pageAt<ChangeData>(answer, ["repository", alias, "files"], CHANGES);
    if (page.state === "missing" || page.value.pageInfo.hasNextPage) return null;
    const { nodes } = page.value;
    if (!nodes.every(({ changeType }) => IN_PLACE.has(changeType))) return null;
    return nodes.map(({ path }) => ({ path, previous: null })).sort(byPath);
  };
}

/** Kinds of changes after which a file is at the path where it was, if it was. */
const IN_PLACE: ReadonlySet<string> = new Set(["ADDED", "CHANGED", "DELETED", "MODIFIED"]);

interface ChangeData {
  readonly path: string;
  readonly changeType: string;
}

/** Paths a pull request changes, and where they were before, over REST. */
export async function readChanges(reading: Reading): Promise<Fact<readonly ChangedPath[]>> {
  const { client, name, pull } = reading;
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
  const changes: ChangedPath[] = [];
  try {
    for (let page = 1; changes.length < MOST_FILES; page += 1) {
      const { data } = await client.request(route, {
        owner: name.owner,
        repo: name.name,
        pull_number: pull.number,
        per_page: PER_PAGE,
        page,
      });
      const files = listIn<FileData>(data);
      for (const { filename, previous_filename } of files) {
        changes.push({ path: filename, previous: previous_filename ?? null });
      }
      if (files.length < PER_PAGE) return known(changes.sort(byPath));
    }
  } catch (error) {
    return factOf(error);
  }
  return missing("too-large", `the pull request changes ${MOST_FILES} files or more`);
}

function byPath(a: ChangedPath, b: ChangedPath): number {
  return a.path < b.path ? -1 : 1;
}

interface FileData {
  readonly filename: string;
  readonly previous_filename?: string;
}
