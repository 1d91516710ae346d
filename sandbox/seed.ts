import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addRuleset } from "./rest/operations/protection.ts";
import { ACCESS, type Access } from "./world/account.ts";
import { addWorkflowRun } from "./world/checks.ts";
import type { HostedRepository } from "./world/hosted-repository.ts";
import { openPull } from "./world/pull-requests.ts";
import { GITHUB_ACTIONS } from "./world/token.ts";
import type { World } from "./world/world.ts";

const EXAMPLES = new URL("../examples/", import.meta.url).pathname;

/** What a token is for, and the token. */
export type SeededTokens = Readonly<Record<string, string>>;

/**
 * A small repository to try things in: `production` takes the verdict of stage-gates, and a pull
 * request wants to bring the example with gaps there from `main`.
 */
export async function seed(
  world: World,
): Promise<{ readonly repository: HostedRepository; readonly tokens: SeededTokens }> {
  const repository = await world.addRepository("harbor-mutual/claims-triage");
  const people = peopleOfExample();
  for (const [login, access] of people) {
    world.addUser(login);
    repository.collaborators.set(login, access);
  }
  world.addUser("raj-admin");
  repository.collaborators.set("raj-admin", "admin");
  const author = { name: "Mei", email: "mei@harbor-mutual.test", at: world.now };
  const ready = filesBelow(join(EXAMPLES, "claims-triage"));
  const started = Object.fromEntries(
    Object.entries(ready).filter(([path]) => path === "README.md" || path.startsWith(".github/")),
  );
  const begin = { changes: started, message: "Begin", author };
  const first = await repository.commit("production", begin);
  await repository.git.setRef("refs/heads/main", first);
  const changes = { ...ready, ...filesBelow(join(EXAMPLES, "claims-triage-gaps")) };
  const said = { changes, message: "Get ready to decide claims", author };
  const head = await repository.commit("main", said);
  protect(world, repository);
  addWorkflowRun(world, repository, {
    path: ".github/workflows/integration.yml",
    name: "Integration",
    event: "pull_request",
    head,
    branch: "main",
    actor: "mei",
    jobs: ["end-to-end"],
  });
  await openPull(world, repository, {
    author: "mei",
    title: "Promote claims triage to production",
    body: "First-day triage, for every branch from Monday on.",
    base: "production",
    head: "main",
  });
  return { repository, tokens: tokensFor(world, repository) };
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
  const permissions = {
    contents: "read",
    pull_requests: "write",
    issues: "write",
    statuses: "write",
    checks: "read",
  } as const;
  const lasts = 30 * 24 * 3_600_000;
  const workflow = { repositories: [fullName], permissions, lasts };
  return {
    "the workflow (GITHUB_TOKEN)": world.appToken(GITHUB_ACTIONS, workflow),
    "mei, who writes": world.userToken("mei"),
    "ines, who releases": world.userToken("ines"),
    "raj-admin, who administers": world.userToken("raj-admin"),
  };
}

/** Who the example names, and what they may do. */
function peopleOfExample(): readonly (readonly [string, Access])[] {
  const text = readFileSync(join(EXAMPLES, "claims-triage/facts.json"), "utf8");
  const { accounts } = JSON.parse(text) as {
    readonly accounts: Readonly<Record<string, { readonly access: string }>>;
  };
  return Object.entries(accounts).map(([login, { access }]) => {
    return [login, ACCESS.find((one) => one === access) ?? "read"] as const;
  });
}

function filesBelow(folder: string): Readonly<Record<string, Buffer>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile() && entry.name !== "facts.json")
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path)];
      }),
  );
}
