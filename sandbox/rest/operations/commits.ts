import { associatedPulls } from "../../world/associated-pulls.ts";
import type { CommitStatus } from "../../world/check.ts";
import { addStatus } from "../../world/checks.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import { latest } from "../../world/protection.ts";
import { notFound, Refusal } from "../../world/refusal.ts";
import { onRepository, page, type RestOperation, text } from "../operation.ts";
import { commitShape, statusShape } from "../shapes/commit.ts";
import { simplePull } from "../shapes/pull-request.ts";
import { minimalRepository } from "../shapes/repository.ts";

const contents = { permission: "contents", level: "read" } as const;
const readStatuses = { permission: "statuses", level: "read" } as const;
const writeStatuses = { permission: "statuses", level: "write" } as const;
const readPulls = { permission: "pull_requests", level: "read" } as const;

export const commitOperations: Readonly<Record<string, RestOperation>> = {
  "repos/create-commit-status": onRepository(writeStatuses, async (request) => {
    const { world, repository, parameters, body, by, token, shaping } = request;
    const sha = parameters.sha ?? "";
    if ((await repository.git.commitObject(sha)) === null) {
      throw new Refusal(422, `No commit found for SHA: ${sha}`);
    }
    const status = addStatus(world, repository, {
      head: sha,
      state: body.state as CommitStatus["state"],
      context: text(body.context) ?? "default",
      description: text(body.description) ?? null,
      targetUrl: text(body.target_url) ?? null,
      creator: by,
      app: token?.kind === "app" ? token.app.id : null,
    });
    return { status: 201, body: statusShape(status, sha, shaping) };
  }),

  "repos/list-commit-statuses-for-ref": onRepository(readStatuses, async (request) => {
    const { repository, parameters, shaping } = request;
    const sha = await commitOf(repository, parameters.ref ?? "");
    const shapes = repository
      .statusesOf(sha)
      .toReversed()
      .map((status) => statusShape(status, sha, shaping));
    return page(
      shapes,
      request,
      `/repos/${repository.fullName}/commits/${parameters.ref}/statuses`,
    );
  }),

  "repos/get-combined-status-for-ref": onRepository(readStatuses, async (request) => {
    const { world, repository, parameters, shaping, at } = request;
    const sha = await commitOf(repository, parameters.ref ?? "");
    const statuses = latest(repository.statusesOf(sha));
    const states = statuses.map(({ state }) => state);
    const isFailed = states.includes("failure") || states.includes("error");
    const isPending = states.length === 0 || states.includes("pending");
    const api = `${at.api}/repos/${repository.fullName}`;
    return {
      status: 200,
      body: {
        state: isFailed ? "failure" : isPending ? "pending" : "success",
        sha,
        total_count: statuses.length,
        statuses: statuses.map((status) => statusShape(status, sha, shaping)),
        repository: minimalRepository(repository, world, at),
        commit_url: `${api}/commits/${sha}`,
        url: `${api}/commits/${sha}/status`,
      },
    };
  }),

  "repos/get-commit": onRepository(contents, async ({ repository, parameters, shaping }) => {
    const sha = await commitOf(repository, parameters.ref ?? "");
    const commit = await repository.git.commitObject(sha);
    if (commit === null) throw notFound();
    return { status: 200, body: commitShape(commit, shaping) };
  }),

  "repos/list-pull-requests-associated-with-commit": onRepository(readPulls, async (request) => {
    const { repository, parameters, shaping } = request;
    const pulls = await associatedPulls(repository, parameters.commit_sha ?? "");
    const shapes = pulls.map((pull) => simplePull(pull, shaping));
    const path = `/repos/${repository.fullName}/commits/${parameters.commit_sha}/pulls`;
    return page(shapes, request, path);
  }),

  "repos/list-commits": onRepository(contents, async (request) => {
    const { repository, query, shaping } = request;
    const from = await commitOf(repository, query.get("sha") ?? repository.defaultBranch);
    const history = await repository.git.history(from, query.get("path") ?? undefined);
    const commits = await Promise.all(history.map((sha) => repository.git.commitObject(sha)));
    const shapes = commits.flatMap((one) => (one === null ? [] : [commitShape(one, shaping)]));
    return page(shapes, request, `/repos/${repository.fullName}/commits`);
  }),
};

/** A branch, a tag or a commit by its id. */
export async function commitOf(repository: HostedRepository, ref: string): Promise<string> {
  const plain = ref.replace(/^(refs\/)?heads\//, "");
  const sha =
    (await repository.git.branch(plain)) ??
    (/^[0-9a-f]{40}$/.test(ref) ? await repository.git.resolve(ref) : null);
  if (sha === null) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  return sha;
}
