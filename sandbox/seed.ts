import { addRuleset } from "./rest/operations/protection.ts";
import { type ClaimsTriage, claimsTriage } from "./scenes/claims-triage.ts";
import { templatePermissions } from "./scenes/template-permissions.ts";
import type { HostedRepository } from "./world/hosted-repository.ts";
import { GITHUB_ACTIONS } from "./world/token.ts";
import type { World } from "./world/world.ts";

/** Nothing is in it: to set up from the first command on. */
export const EMPTY = "acme/empty";

/** What a token is for, and the token. */
export type SeededTokens = Readonly<Record<string, string>>;

/**
 * A repository to try things in: `production` takes the verdict of stage-gates, and a pull request
 * wants to bring the example with gaps there from `main`.
 */
export async function seed(
  world: World,
): Promise<{ readonly scene: ClaimsTriage; readonly tokens: SeededTokens }> {
  const { now } = world;
  const scene = await claimsTriage(world);
  world.now = Math.max(now, world.now);
  world.addUser("raj-admin");
  scene.repository.collaborators.set("raj-admin", "admin");
  protect(world, scene.repository);
  const empty = await world.addRepository(EMPTY);
  empty.collaborators.set("mei", "write");
  empty.collaborators.set("raj-admin", "admin");
  return { scene, tokens: tokensFor(world, scene.repository) };
}

function protect(world: World, repository: HostedRepository): void {
  const context = "stage-gates / production";
  addRuleset(world, repository, {
    name: "production",
    enforcement: "active",
    include: ["refs/heads/production"],
    exclude: [],
    bypass: [],
    rules: [
      {
        type: "required_status_checks",
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: [{ context, integration_id: GITHUB_ACTIONS.id }],
        },
      },
    ],
  });
}

function tokensFor(world: World, { fullName }: HostedRepository): SeededTokens {
  const permissions = templatePermissions();
  const lasts = 30 * 24 * 3_600_000;
  const workflow = { repositories: [fullName], permissions, lasts };
  return {
    "the workflow (GITHUB_TOKEN)": world.appToken(GITHUB_ACTIONS, workflow),
    "mei, who writes": world.userToken("mei"),
    "ines, who releases": world.userToken("ines"),
    "raj-admin, who administers": world.userToken("raj-admin"),
  };
}
