import { notFound, Refusal } from "../../world/refusal.ts";
import { onRepository, page, type RestOperation } from "../operation.ts";
import { commitShape, fileShape } from "../shapes/commit.ts";
import { fullRepository } from "../shapes/repository.ts";
import { commitOf } from "./commits.ts";

const metadata = { permission: "metadata", level: "read" } as const;
const contents = { permission: "contents", level: "read" } as const;

/** Commits that a comparison shows unless it is asked for in pages: the newest. */
const MOST_COMMITS = 250;

/** GitHub cuts a recursive tree here and says so. */
const MOST_ENTRIES = 100_000;

export const contentOperations: Readonly<Record<string, RestOperation>> = {
  "repos/get": onRepository(metadata, ({ world, repository, at, token }) => ({
    status: 200,
    body: fullRepository(repository, world, { at, token }),
  })),

  "git/get-tree": onRepository(contents, async ({ repository, parameters, query, at }) => {
    const name = parameters.tree_sha ?? "";
    const sha = (await repository.git.branch(name)) ?? (await repository.git.resolve(name));
    // Any value of `recursive` turns it on.
    const tree = sha === null ? null : await repository.git.tree(sha, query.has("recursive"));
    if (sha === null || tree === null) throw notFound();
    const api = `${at.api}/repos/${repository.fullName}/git`;
    const entries = tree.slice(0, MOST_ENTRIES).map(({ path, mode, type, sha: id, size }) => ({
      path,
      mode,
      type,
      sha: id,
      ...(size !== null && { size }),
      ...(type !== "commit" && { url: `${api}/${type}s/${id}` }),
    }));
    const truncated = tree.length > MOST_ENTRIES;
    const id = (await repository.git.commitObject(sha))?.tree ?? sha;
    return {
      status: 200,
      body: { sha: id, url: `${api}/trees/${id}`, tree: entries, truncated },
    };
  }),

  "git/get-blob": onRepository(contents, async ({ repository, parameters, at }) => {
    const sha = parameters.file_sha ?? "";
    const blob = await repository.git.blob(sha);
    if (blob === null) throw notFound();
    return {
      status: 200,
      body: {
        sha,
        node_id: sha,
        size: blob.length,
        url: `${at.api}/repos/${repository.fullName}/git/blobs/${sha}`,
        content: blob.toString("base64"),
        encoding: "base64",
      },
    };
  }),

  "repos/compare-commits-with-basehead": onRepository(contents, async (request) => {
    const { repository, parameters, query, at, shaping } = request;
    const [from = "", to = ""] = (parameters.basehead ?? "").split("...");
    const [base, head] = await Promise.all([
      commitOf(repository, from).catch(() => null),
      commitOf(repository, to).catch(() => null),
    ]);
    if (base === null || head === null) throw notFound();
    const { mergeBase, ahead, behind } = await repository.git.compare(base, head);
    if (mergeBase === null) throw new Refusal(404, `No common ancestor between ${from} and ${to}.`);
    const [baseCommit, baseOfMerge, history, files] = await Promise.all([
      repository.git.commitObject(base),
      repository.git.commitObject(mergeBase),
      repository.git.history(`${base}..${head}`),
      repository.git.changedFiles(mergeBase, head),
    ]);
    if (baseCommit === null || baseOfMerge === null) throw notFound();
    const commits = await Promise.all(
      history.toReversed().map((sha) => repository.git.commitObject(sha)),
    );
    const shapes = commits.flatMap((one) => (one === null ? [] : [commitShape(one, shaping)]));
    const path = `/repos/${repository.fullName}/compare/${from}...${to}`;
    const isFirst = Number(query.get("page") ?? 1) <= 1;
    const listed =
      query.has("page") || query.has("per_page")
        ? page(shapes, request, path)
        : { body: shapes.slice(-MOST_COMMITS), headers: {} };
    const html = `${at.html}/${repository.fullName}/compare/${from}...${to}`;
    return {
      status: 200,
      headers: listed.headers ?? {},
      body: {
        url: `${at.api}${path}`,
        html_url: html,
        permalink_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        base_commit: commitShape(baseCommit, shaping),
        merge_base_commit: commitShape(baseOfMerge, shaping),
        status: statusOf(ahead, behind),
        ahead_by: ahead,
        behind_by: behind,
        total_commits: ahead,
        commits: listed.body,
        // All of them are on the first page.
        files: isFirst ? files.slice(0, 300).map((file) => fileShape(file, head, shaping)) : [],
      },
    };
  }),
};

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return "diverged";
  if (ahead > 0) return "ahead";
  return behind > 0 ? "behind" : "identical";
}
