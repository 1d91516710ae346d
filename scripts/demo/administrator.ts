import type { SandboxServer } from "../../sandbox/server/server.ts";
import type { HostedRepository } from "../../sandbox/world/hosted-repository.ts";
import type { World } from "../../sandbox/world/world.ts";

const ADMINISTRATOR = "raj-admin";

export function addAdministrator(world: World, repository: HostedRepository): void {
  world.addUser(ADMINISTRATOR);
  repository.collaborators.set(ADMINISTRATOR, "admin");
}

/** What a program needs to speak to this GitHub as the administrator. */
export function administrating(
  world: World,
  server: SandboxServer,
): Readonly<Record<string, string>> {
  return {
    GITHUB_API_URL: server.addresses.api,
    GITHUB_TOKEN: world.userToken(ADMINISTRATOR),
    GH_TOKEN: "",
    NO_PROXY: "127.0.0.1",
  };
}
