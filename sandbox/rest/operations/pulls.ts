import { changeIssue } from "../../world/issue-changes.ts";
import { changedByPull, commitsOfPull } from "../../world/pull-changes.ts";
import { mergePull, openPull, retargetPull } from "../../world/pull-requests.ts";
import { mayEdit, onRepository, page, type RestOperation, text } from "../operation.ts";
import { commitShape, fileShape } from "../shapes/commit.ts";
import { fullPull, simplePull } from "../shapes/pull-request.ts";

const read = { permission: "pull_requests", level: "read" } as const;
const write = { permission: "pull_requests", level: "write", access: "read" } as const;
const merge = { permission: "contents", level: "write" } as const;

/** GitHub lists no more files of a pull request than these. */
const MOST_FILES = 3000;
/** Nor more commits. */
const MOST_COMMITS = 250;

export const pullOperations: Readonly<Record<string, RestOperation>> = {
  "pulls/get": onRepository(read, async ({ repository, parameters, shaping }) => ({
    status: 200,
    body: await fullPull(repository.pull(Number(parameters.pull_number)), shaping),
  })),

  "pulls/list": onRepository(read, (request) => {
    const { repository, query, shaping } = request;
    const state = query.get("state") ?? "open";
    const base = query.get("base");
    const head = query.get("head");
    const list = repository
      .pulls()
      .filter((pull) => state === "all" || pull.state === state)
      .filter((pull) => base === null || pull.base === base)
      .filter((pull) => head === null || labelOf(pull.head) === head)
      .toReversed();
    const shapes = list.map((pull) => simplePull(pull, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/pulls`);
  }),

  "pulls/create": onRepository(write, async ({ world, repository, body, by, shaping }) => {
    const pull = await openPull(world, repository, {
      author: by,
      title: text(body.title) ?? "",
      body: text(body.body) ?? null,
      base: text(body.base) ?? "",
      head: text(body.head) ?? "",
      draft: body.draft === true,
    });
    return { status: 201, body: await fullPull(pull, shaping) };
  }),

  "pulls/update": onRepository(write, async (request) => {
    const { world, repository, parameters, body, by, shaping } = request;
    const pull = repository.pull(Number(parameters.pull_number));
    mayEdit(request, pull.author);
    const base = text(body.base);
    if (base !== undefined && base !== pull.base) {
      await retargetPull(world, repository, pull, { base, by });
    }
    const title = text(body.title);
    changeIssue(
      world,
      repository,
      pull,
      {
        ...(title !== undefined && { title }),
        ...(body.body !== undefined && { body: text(body.body) ?? null }),
        ...((body.state === "open" || body.state === "closed") && { state: body.state }),
      },
      by,
    );
    return { status: 200, body: await fullPull(pull, shaping) };
  }),

  "pulls/list-files": onRepository(read, async (request) => {
    const { repository, parameters, shaping } = request;
    const pull = repository.pull(Number(parameters.pull_number));
    const files = await changedByPull(repository, pull);
    const shapes = files.slice(0, MOST_FILES).map((file) => fileShape(file, pull.headSha, shaping));
    return page(shapes, request, `/repos/${repository.fullName}/pulls/${pull.number}/files`);
  }),

  "pulls/list-commits": onRepository(read, async (request) => {
    const { repository, parameters, shaping } = request;
    const pull = repository.pull(Number(parameters.pull_number));
    const shas = await commitsOfPull(repository, pull);
    const commits = await Promise.all(shas.map((sha) => repository.git.commitObject(sha)));
    const shapes = commits.flatMap((one) => (one === null ? [] : [commitShape(one, shaping)]));
    return page(
      shapes.slice(0, MOST_COMMITS),
      request,
      `/repos/${repository.fullName}/pulls/${pull.number}/commits`,
    );
  }),

  "pulls/merge": onRepository(merge, async ({ world, repository, parameters, body, by }) => {
    const pull = repository.pull(Number(parameters.pull_number));
    const sha = text(body.sha);
    const who = { login: by, ...(sha !== undefined && { sha }) };
    const merged = await mergePull(world, repository, pull, who);
    const message = "Pull Request successfully merged";
    return { status: 200, body: { sha: merged, merged: true, message } };
  }),
};

function labelOf({ repository, branch }: { repository: string; branch: string }): string {
  return `${repository.split("/")[0]}:${branch}`;
}
