import type { ChangedFile } from "../../git/changed-files.ts";
import type { CommitObject, Signature } from "../../git/objects.ts";
import type { CommitStatus } from "../../world/check.ts";
import { nodeId, when } from "./addresses.ts";
import type { Shaping } from "./issue.ts";
import { simpleUser } from "./user.ts";

export function commitShape(commit: CommitObject, shaping: Shaping) {
  const { repository, at } = shaping;
  const { sha, tree, parents, author, committer, message } = commit;
  const api = `${at.api}/repos/${repository.fullName}`;
  const html = `${at.html}/${repository.fullName}/commit`;
  const verification = { verified: false, reason: "unsigned", ...NO_SIGNATURE };
  return {
    sha,
    node_id: nodeId("Commit", sha),
    url: `${api}/commits/${sha}`,
    html_url: `${html}/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    commit: {
      url: `${api}/git/commits/${sha}`,
      author: gitUser(author),
      committer: gitUser(committer),
      message,
      comment_count: 0,
      tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      verification,
    },
    author: null,
    committer: null,
    parents: parents.map((parent) => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${html}/${parent}`,
    })),
  };
}

const NO_SIGNATURE = { signature: null, payload: null, verified_at: null };

function gitUser({ name, email, at }: Signature) {
  return { name, email, date: when(at) };
}

export function fileShape(file: ChangedFile, sha: string, { repository, at }: Shaping) {
  const { path, previous, status, additions, deletions } = file;
  const name = path.split("/").map(encodeURIComponent).join("/");
  const html = `${at.html}/${repository.fullName}`;
  return {
    sha: file.sha,
    filename: path,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${html}/blob/${sha}/${name}`,
    raw_url: `${html}/raw/${sha}/${name}`,
    contents_url: `${at.api}/repos/${repository.fullName}/contents/${name}?ref=${sha}`,
    ...(previous !== null && { previous_filename: previous }),
  };
}

export function statusShape(status: CommitStatus, sha: string, { world, repository, at }: Shaping) {
  const { id, state, context, description, targetUrl, creator, created } = status;
  const user = simpleUser(world.author(creator), at);
  return {
    id,
    node_id: nodeId("StatusContext", id),
    url: `${at.api}/repos/${repository.fullName}/statuses/${sha}`,
    avatar_url: user.avatar_url,
    state,
    context,
    description,
    target_url: targetUrl,
    created_at: when(created),
    updated_at: when(created),
    creator: user,
  };
}
