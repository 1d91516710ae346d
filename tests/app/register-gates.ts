import { type RegisteredApp, registerApp } from "../../sandbox/world/apps.ts";
import type { Permissions } from "../../sandbox/world/token.ts";
import type { World } from "../../sandbox/world/world.ts";
import { readAppTemplate } from "../../src/app/setup/app-manifest.ts";

/** What the app asks an organization for. */
const TEMPLATE = readAppTemplate();
const PERMISSIONS = Object.fromEntries(
  TEMPLATE.permissions.map(({ name, access }) => [name, access]),
) as Permissions;
const EVENTS = TEMPLATE.events.map(({ name }) => name);

/** The app as its template has it registered. */
export function registerGates(world: World): RegisteredApp {
  return registerApp(world, { slug: "stage-gates", permissions: PERMISSIONS, events: EVENTS });
}
