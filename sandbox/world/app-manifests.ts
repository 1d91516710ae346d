import type { AppWebhook } from "./app.ts";
import { type RegisteredApp, registerApp } from "./apps.ts";
import { invalid, notFound } from "./refusal.ts";
import type { Permissions } from "./token.ts";
import type { World } from "./world.ts";

/** What a program asks an app to be registered with, as GitHub writes it. */
export interface AppManifest {
  readonly name: string;
  readonly url: string;
  /** Where the code goes. */
  readonly redirect_url?: string;
  readonly hook_attributes?: { readonly url: string; readonly active?: boolean };
  readonly default_permissions?: Permissions;
  readonly default_events?: readonly string[];
}

/** By world and code, what waits to be registered. */
const WAITING = new WeakMap<World, Map<string, Waiting>>();

interface Waiting {
  readonly manifest: AppManifest;
  readonly owner: string;
  readonly until: number;
}

/** GitHub's limit. */
const HOUR = 3_600_000;

/** A person agrees to a manifest on GitHub's page: the code that an app is registered with, once. */
export function agreeToManifest(
  world: World,
  { manifest, owner }: Pick<Waiting, "manifest" | "owner">,
): string {
  if (manifest.name === "" || !URL.canParse(manifest.url)) {
    throw invalid("Integration", "manifest", "invalid");
  }
  const codes = WAITING.get(world) ?? new Map<string, Waiting>();
  WAITING.set(world, codes);
  const code = `code${world.nextId()}`;
  codes.set(code, { manifest, owner, until: world.now + HOUR });
  return code;
}

/** Registers what somebody has agreed to. The secret of its webhook is made up here. */
export function appFromManifest(
  world: World,
  code: string,
): RegisteredApp & { readonly webhook: AppWebhook } {
  const codes = WAITING.get(world);
  const waiting = codes?.get(code);
  codes?.delete(code);
  if (waiting === undefined || waiting.until <= world.now) throw notFound();
  const { manifest, owner } = waiting;
  const { default_permissions = {}, default_events = [], hook_attributes: hook } = manifest;
  const webhook = {
    url: hook?.url ?? "",
    secret: `whs_sandbox_${String(world.nextId()).padStart(28, "0")}`,
  };
  const registered = registerApp(world, {
    slug: manifest.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
    name: manifest.name,
    owner,
    permissions: default_permissions,
    events: default_events,
    ...(isHere(webhook.url) && hook?.active !== false && { webhook }),
  });
  return { ...registered, webhook };
}

/** Nothing is sent from this machine: an app that listens elsewhere hears nothing. */
function isHere(url: string): boolean {
  return /^http:\/\/(127(\.\d+){3}|localhost|\[::1\])(:\d+)?(\/|$)/.test(url);
}
