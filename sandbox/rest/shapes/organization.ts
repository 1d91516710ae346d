import type { Account } from "../../world/account.ts";
import { type Addresses, nodeId, when } from "./addresses.ts";

/** As it stands in webhooks. */
export function simpleOrganization({ id, login }: Account, at: Addresses) {
  const url = `${at.api}/orgs/${login}`;
  return {
    login,
    id,
    node_id: nodeId("Organization", id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${at.html}/avatars/${id}`,
    description: null,
  };
}

export function organizationShape(account: Account, at: Addresses) {
  return {
    ...simpleOrganization(account, at),
    name: account.name ?? account.login,
    html_url: `${at.html}/${account.login}`,
    has_organization_projects: false,
    has_repository_projects: false,
    is_verified: false,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: "Organization",
    created_at: when(0),
    updated_at: when(0),
    archived_at: null,
  };
}
