import { type ChangedPath, type Fact, known, missing } from "../../model/fact.ts";
import { listIn } from "../answer-data.ts";
import { factOf } from "../failure.ts";
import type { Reading } from "./reading.ts";

const PER_PAGE = 100;
/** GitHub lists no more files of a pull request than this. */
const MOST_FILES = 3000;

/** Paths a pull request changes. GraphQL does not say where a file was before it moved; REST does. */
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
