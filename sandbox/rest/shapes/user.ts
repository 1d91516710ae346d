import type { Account } from "../../world/account.ts";
import type { App } from "../../world/app.ts";
import { type Addresses, addressed, nodeId, when } from "./addresses.ts";

export function simpleUser({ id, login, type }: Account, at: Addresses) {
  const own = addressed(`${at.api}/users/${login}`, {
    url: "",
    followers_url: "/followers",
    following_url: "/following{/other_user}",
    gists_url: "/gists{/gist_id}",
    starred_url: "/starred{/owner}{/repo}",
    subscriptions_url: "/subscriptions",
    organizations_url: "/orgs",
    repos_url: "/repos",
    events_url: "/events{/privacy}",
    received_events_url: "/received_events",
  });
  return {
    login,
    id,
    node_id: nodeId("User", id),
    avatar_url: `${at.html}/avatars/${id}`,
    gravatar_id: "",
    html_url: `${at.html}/${login}`,
    type,
    site_admin: false,
    ...own,
  };
}

export function publicUser(account: Account, at: Addresses) {
  return {
    ...simpleUser(account, at),
    name: account.name,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: when(0),
    updated_at: when(0),
  };
}

export function appShape(app: App, at: Addresses) {
  const { id, slug, name, owner, clientId, permissions, events } = app;
  return {
    id,
    slug,
    client_id: clientId,
    node_id: nodeId("App", id),
    owner: simpleUser({ id: 1, login: owner, type: "Organization", name: null }, at),
    name,
    description: null,
    external_url: at.html,
    html_url: `${at.html}/apps/${slug}`,
    created_at: when(0),
    updated_at: when(0),
    permissions,
    events,
  };
}
