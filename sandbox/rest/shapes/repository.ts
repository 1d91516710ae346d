import { type Access, atLeast } from "../../world/account.ts";
import type { HostedRepository } from "../../world/hosted-repository.ts";
import type { Token } from "../../world/token.ts";
import type { World } from "../../world/world.ts";
import { type Addresses, addressed, nodeId, when } from "./addresses.ts";
import { simpleUser } from "./user.ts";

export function minimalRepository(repository: HostedRepository, world: World, at: Addresses) {
  const { id, name, fullName, owner, isPrivate, parent } = repository;
  return {
    id,
    node_id: nodeId("Repository", id),
    name,
    full_name: fullName,
    private: isPrivate,
    owner: simpleUser(world.author(owner), at),
    html_url: `${at.html}/${fullName}`,
    description: null,
    fork: parent !== null,
    ...addressed(`${at.api}/repos/${fullName}`, PATHS),
  };
}

/** As it stands inside pull requests. */
export function plainRepository(repository: HostedRepository, world: World, at: Addresses) {
  const { fullName, defaultBranch, isPrivate } = repository;
  const open = [...repository.issues.values()].filter(({ state }) => state === "open").length;
  return {
    ...minimalRepository(repository, world, at),
    clone_url: `${at.html}/${fullName}.git`,
    git_url: `${at.html.replace(/^http/, "git")}/${fullName}.git`,
    ssh_url: `git@${new URL(at.html).hostname}:${fullName}.git`,
    svn_url: `${at.html}/${fullName}`,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: defaultBranch,
    visibility: isPrivate ? "private" : "public",
    topics: [],
    is_template: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    custom_properties: {},
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    open_issues: open,
    open_issues_count: open,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: repository.archived,
    disabled: false,
    pushed_at: when(world.now),
    created_at: when(0),
    updated_at: when(world.now),
  };
}

/** By itself, with what who asks may do there. */
export function fullRepository(
  repository: HostedRepository,
  world: World,
  { at, token }: { readonly at: Addresses; readonly token: Token | null },
) {
  const plain = plainRepository(repository, world, at);
  // An app's token has no role: its permissions are in the token.
  const access = token?.kind === "user" ? world.access(repository, token.login) : "none";
  return {
    ...plain,
    ...(token !== null && { permissions: permissionsOf(access) }),
    network_count: 0,
    subscribers_count: 0,
  };
}

/** A role in the words of old, each of which takes in the ones before. */
export function permissionsOf(access: Access) {
  return {
    pull: atLeast(access, "read"),
    triage: atLeast(access, "triage"),
    push: atLeast(access, "write"),
    maintain: atLeast(access, "maintain"),
    admin: atLeast(access, "admin"),
  };
}

const PATHS: Readonly<Record<string, string>> = {
  url: "",
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};
