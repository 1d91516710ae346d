import { generateKeyPairSync } from "node:crypto";
import type { App, AppWebhook, Installation } from "./app.ts";
import { eventsRefusal } from "./app-events.ts";
import { invalid } from "./refusal.ts";
import type { Permissions } from "./token.ts";
import type { World } from "./world.ts";
import type { EventDetails } from "./world-event.ts";

/** An app, and what only its owner is shown, once. */
export interface RegisteredApp {
  readonly app: App;
  /** PEM. */
  readonly privateKey: string;
}

/** Keys take a while to make: an app of the same name gets the same again. */
const KEYS = new Map<string, { readonly publicKey: string; readonly privateKey: string }>();

/** Registers an app that can sign for itself. Every app may read metadata. */
export function registerApp(
  world: World,
  said: {
    readonly slug: string;
    readonly name?: string;
    /** Login; `acme` unless given. */
    readonly owner?: string;
    readonly permissions: Permissions;
    readonly events?: readonly string[];
    readonly webhook?: AppWebhook;
  },
): RegisteredApp {
  const { slug, name, owner, events = [], webhook = null } = said;
  const permissions: Permissions = { metadata: "read", ...said.permissions };
  const refusal = eventsRefusal(events, permissions);
  if (refusal !== null) throw invalid("Integration", "default_events", "custom", refusal);
  const { publicKey, privateKey } = keysOf(slug);
  const app = world.addApp(slug, name, owner);
  Object.assign(app, { permissions, events, publicKey, webhook });
  return { app, privateKey };
}

function keysOf(slug: string) {
  const there = KEYS.get(slug);
  if (there !== undefined) return there;
  const made = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    // As GitHub hands it out.
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  KEYS.set(slug, made);
  return made;
}

/** Installs an app in an account: in all that it has, or in some repositories of it. */
export function installApp(
  world: World,
  app: App,
  said: {
    /** Login. */
    readonly account: string;
    /** `owner/name`; all unless given. */
    readonly repositories?: readonly string[];
    readonly by: string;
  },
): Installation {
  const { account, repositories, by } = said;
  const created = world.tick();
  const installation: Installation = {
    id: world.nextId(),
    app: app.id,
    account: world.author(account).login,
    repositories: repositories === undefined ? null : lowered(repositories),
    permissions: app.permissions,
    events: app.events,
    suspended: null,
    created,
    updated: created,
  };
  world.installations.set(installation.id, installation);
  tell(world, installation, { action: "created", by });
  return installation;
}

export function uninstallApp(
  world: World,
  installation: Installation,
  { by }: { readonly by: string },
): void {
  tell(world, installation, { action: "deleted", by });
  world.installations.delete(installation.id);
}

export function suspendInstallation(
  world: World,
  installation: Installation,
  { by }: { readonly by: string },
): void {
  if (installation.suspended !== null) return;
  installation.updated = world.tick();
  installation.suspended = { at: installation.updated, by };
  tell(world, installation, { action: "suspend", by });
}

export function unsuspendInstallation(
  world: World,
  installation: Installation,
  { by }: { readonly by: string },
): void {
  if (installation.suspended === null) return;
  installation.updated = world.tick();
  installation.suspended = null;
  tell(world, installation, { action: "unsuspend", by });
}

/** The account agrees to what the app asks for by now. */
export function acceptPermissions(
  world: World,
  installation: Installation,
  { by }: { readonly by: string },
): void {
  const app = world.app(installation.app);
  if (app === null) return;
  const { permissions, events } = app;
  Object.assign(installation, { permissions, events, updated: world.tick() });
  tell(world, installation, { action: "new_permissions_accepted", by });
}

/** Gives an installation other repositories of its account, or takes some from it. */
export function changeRepositories(
  world: World,
  installation: Installation,
  said: {
    readonly add?: readonly string[];
    readonly remove?: readonly string[];
    readonly by: string;
  },
): void {
  const { add = [], remove = [], by } = said;
  const before = world.repositoriesOf(installation).map(({ fullName }) => fullName.toLowerCase());
  const after = lowered([...before, ...add]);
  for (const name of lowered(remove)) after.delete(name);
  installation.repositories = after;
  installation.updated = world.tick();
  const name = "installation_repositories";
  if (add.length > 0) tell(world, installation, { name, action: "added", by, names: add });
  if (remove.length > 0) tell(world, installation, { name, action: "removed", by, names: remove });
}

function tell(
  world: World,
  installation: Installation,
  said: Pick<EventDetails, "names"> & {
    readonly name?: string;
    readonly action: string;
    readonly by: string;
  },
): void {
  const { name = "installation", action, by: sender, names } = said;
  const { account: organization, app: onlyApp } = installation;
  const known = names ?? world.repositoriesOf(installation).map(({ fullName }) => fullName);
  const details = { installation, names: known };
  const about = { repository: null, organization, onlyApp, subject: installation.id, details };
  world.tell({ name, action, sender, ...about });
}

function lowered(names: readonly string[]): Set<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
