import { type FactRequest, missing } from "../../model/fact.ts";
import { dataAt } from "../answer-data.ts";
import type { Query } from "../query.ts";
import { entryFields } from "./blobs.ts";
import { type Answering, commitOf, type Reading } from "./reading.ts";

/** Files at paths that lie in the repository. Those of one commit are asked for together. */
export function askFiles(
  query: Query,
  requests: readonly FactRequest<"file">[],
  reading: Reading,
): ReadonlyMap<FactRequest<"file">, Answering> {
  const answers = new Map<FactRequest<"file">, Answering>();
  const byCommit = new Map<string, FactRequest<"file">[]>();
  for (const request of requests) {
    const commit = commitOf(request.revision, reading);
    const others = byCommit.get(commit);
    if (others === undefined) byCommit.set(commit, [request]);
    else others.push(request);
  }
  for (const [commit, wanted] of byCommit) {
    const fields: string[] = [];
    const asked: { readonly request: FactRequest<"file">; readonly field: string }[] = [];
    for (const request of wanted) {
      const field = `f${fields.length}`;
      const path = query.variable("String!", request.path);
      fields.push(`${field}: file(path: ${path}) { ${entryFields(query)} }`);
      asked.push({ request, field });
    }
    const oid = query.variable("GitObjectID!", commit);
    const alias = query.inRepository(
      `object(oid: ${oid}) { ... on Commit { ${fields.join("\n")} } }`,
    );
    for (const { request, field } of asked) {
      answers.set(request, ({ repository, problemAt }) => {
        const problem = problemAt("repository", alias, field, "object");
        const found = dataAt(repository, alias);
        if (problem === null && (found === null || found === undefined)) {
          return missing("unreadable", `GitHub does not show the commit ${commit.slice(0, 7)}`);
        }
        return reading.blobs.fileAt(dataAt(found, field), problem);
      });
    }
  }
  return answers;
}
