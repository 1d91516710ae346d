import type { TreeEntry } from "../../git/objects.ts";
import { pushRefusal } from "../../world/push-rules.ts";
import { afterPush } from "../../world/pushes.ts";
import { notFound, Refusal } from "../../world/refusal.ts";
import { rulesetsOf } from "../../world/rules-of-branch.ts";
import {
  onRepository,
  page,
  type RepositoryRequest,
  type RestOperation,
  text,
} from "../operation.ts";
import { nodeId } from "../shapes/addresses.ts";
import { commitOf } from "./commits.ts";

const push = { permission: "contents", level: "write" } as const;
const contents = { permission: "contents", level: "read" } as const;

/** Bytes up to which GitHub gives a file's content here. */
const LARGEST = 1024 * 1024;

/** Branches, refs, and files by their path. */
export const refOperations: Readonly<Record<string, RestOperation>> = {
  "repos/list-branches": onRepository(contents, async (request) => {
    const { repository, at } = request;
    const branches = [...(await repository.git.branches())].map(([name, sha]) => ({
      name,
      commit: { sha, url: `${at.api}/repos/${repository.fullName}/commits/${sha}` },
      protected: repository.protections.has(name) || rulesetsOf(repository, name).length > 0,
    }));
    return page(branches, request, `/repos/${repository.fullName}/branches`);
  }),

  "git/get-ref": onRepository(contents, async (request) => {
    const ref = `refs/${request.parameters.ref}`;
    const sha = await request.repository.git.resolve(ref);
    if (sha === null) throw notFound();
    return { status: 200, body: refShape(ref, sha, request) };
  }),

  "git/create-ref": onRepository(push, async (request) => {
    const ref = text(request.body.ref) ?? "";
    const sha = text(request.body.sha) ?? "";
    const { git } = request.repository;
    if (!/^refs\/[^/]+\/./.test(ref)) throw new Refusal(422, `${ref} is not a valid ref`);
    if ((await git.resolve(ref)) !== null) throw new Refusal(422, "Reference already exists");
    await move(request, { ref, sha });
    return { status: 201, body: refShape(ref, sha, request) };
  }),

  "git/update-ref": onRepository(push, async (request) => {
    const ref = `refs/${request.parameters.ref}`;
    const sha = text(request.body.sha) ?? "";
    const { git } = request.repository;
    const before = await git.resolve(ref);
    if (before === null) throw new Refusal(422, "Reference does not exist");
    if (request.body.force !== true && !(await git.isAncestor(before, sha))) {
      throw new Refusal(422, "Update is not a fast forward");
    }
    await move(request, { ref, sha });
    return { status: 200, body: refShape(ref, sha, request) };
  }),

  "git/delete-ref": onRepository(push, async (request) => {
    const ref = `refs/${request.parameters.ref}`;
    if ((await request.repository.git.resolve(ref)) === null) {
      throw new Refusal(422, "Reference does not exist");
    }
    await move(request, { ref, sha: null });
    return { status: 204 };
  }),

  "repos/get-content": onRepository(contents, async (request) => {
    const { repository, parameters, query } = request;
    const { git, defaultBranch } = repository;
    const sha = await commitOf(repository, query.get("ref") ?? defaultBranch).catch(() => null);
    if (sha === null) throw new Refusal(404, `No commit found for the ref ${query.get("ref")}`);
    const path = (parameters.path ?? "").replaceAll(/^\/|\/$/g, "");
    const entry = await git.entry(sha, path);
    if (entry === null) throw notFound();
    if (entry.type === "tree") {
      const tree = (await git.tree(entry.sha, false)) ?? [];
      const list = tree.map((one) => entryShape({ ...one, path: `${path}/${one.path}` }, request));
      return { status: 200, body: list };
    }
    const blob = (await git.blob(entry.sha)) ?? Buffer.alloc(0);
    const isWhole = blob.length <= LARGEST;
    return {
      status: 200,
      body: {
        ...entryShape(entry, request),
        // Too large: it is there by `git/blobs` only.
        encoding: isWhole ? "base64" : "none",
        content: isWhole ? blob.toString("base64") : "",
      },
    };
  }),
};

/** As a push would, with all that follows and all that forbids it. */
async function move(
  { world, repository, by }: RepositoryRequest,
  { ref, sha }: { readonly ref: string; readonly sha: string | null },
): Promise<void> {
  if (sha !== null && (await repository.git.commitObject(sha)) === null) {
    throw new Refusal(422, "Object does not exist");
  }
  const reason = pushRefusal(repository, { ref, to: sha ?? "0".repeat(40) });
  if (reason !== null) throw new Refusal(422, `Repository rule violations found\n\n${reason}`);
  const branch = ref.replace(/^refs\/heads\//, "");
  const before = await repository.git.branch(branch);
  await repository.git.setRef(ref, sha);
  await afterPush(world, repository, { branch, before, by });
}

function refShape(ref: string, sha: string, { repository, at }: RepositoryRequest) {
  const api = `${at.api}/repos/${repository.fullName}/git`;
  return {
    ref,
    node_id: nodeId("Ref", `${repository.id}:${ref}`),
    url: `${api}/${ref}`,
    object: { sha, type: "commit", url: `${api}/commits/${sha}` },
  };
}

const TYPES = { blob: "file", tree: "dir", commit: "submodule" } as const;

function entryShape(entry: TreeEntry, { repository, query, at }: RepositoryRequest) {
  const { path, sha, type, size } = entry;
  const ref = query.get("ref") ?? repository.defaultBranch;
  const name = path.split("/").map(encodeURIComponent).join("/");
  const self = `${at.api}/repos/${repository.fullName}/contents/${name}?ref=${ref}`;
  const html = `${at.html}/${repository.fullName}/${type === "tree" ? "tree" : "blob"}/${ref}/${name}`;
  const git = `${at.api}/repos/${repository.fullName}/git/${type}s/${sha}`;
  return {
    type: TYPES[type],
    name: path.split("/").at(-1) ?? path,
    path,
    sha,
    size: size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: type === "blob" ? `${at.html}/${repository.fullName}/raw/${ref}/${name}` : null,
    _links: { self, html, git },
  };
}
