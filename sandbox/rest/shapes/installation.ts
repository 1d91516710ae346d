import type { Installation } from "../../world/app.ts";
import type { World } from "../../world/world.ts";
import { type Addresses, nodeId, when, whenever } from "./addresses.ts";
import { simpleUser } from "./user.ts";

/** That an app is installed in an account, as it stands over REST and in webhooks. */
export function installationShape(
  installation: Installation,
  { world, at }: { readonly world: World; readonly at: Addresses },
) {
  const { id, repositories, permissions, events, suspended, created, updated } = installation;
  const app = world.app(installation.app);
  const account = world.author(installation.account);
  const url = `${at.api}/app/installations/${id}`;
  const path = account.type === "Organization" ? `organizations/${account.login}` : "";
  return {
    id,
    node_id: nodeId("IntegrationInstallation", id),
    client_id: app?.clientId ?? "",
    account: simpleUser(account, at),
    repository_selection: repositories === null ? "all" : "selected",
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${at.api}/installation/repositories`,
    html_url: `${at.html}/${path}/settings/installations/${id}`.replace(/([^:])\/\//, "$1/"),
    app_id: installation.app,
    app_slug: app?.slug ?? "",
    target_id: account.id,
    target_type: account.type,
    permissions,
    events,
    created_at: when(created),
    updated_at: when(updated),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: suspended === null ? null : simpleUser(world.author(suspended.by), at),
    suspended_at: whenever(suspended?.at ?? null),
  };
}
