import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SandboxServer } from "../../sandbox/server/server.ts";
import { renameRepository } from "../../sandbox/world/repositories.ts";
import { World } from "../../sandbox/world/world.ts";
import { AUTHOR, client, START } from "./start-sandbox.ts";

/** What GitHub once answered, recorded by the makers of Octokit, with ids and times made plain. */
interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly response: unknown;
}

const require = createRequire(import.meta.url);
const OWNER = "octokit-fixture-org";
const folder = mkdtempSync(join(tmpdir(), "sandbox-calibration-"));
let world: World;
let server: SandboxServer;
let ask: ReturnType<typeof client>;

beforeAll(async () => {
  world = new World(folder, START);
  world.addUser("octokit-fixture-user-a");
  server = await SandboxServer.start(world);
  ask = client(server, world.userToken("octokit-fixture-user-a"), "manual");
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function hosted(name: string) {
  const repository = await world.addRepository(`${OWNER}/${name}`);
  repository.collaborators.set("octokit-fixture-user-a", "admin");
  const changes = { "README.md": "# hi\n" };
  const sha = await repository.commit("main", { changes, message: "Begin", author: AUTHOR });
  return { repository, sha };
}

/** Asks again what was asked of GitHub. `own` stands for ids that are another's here. */
async function compare(scenario: string, own: (text: string) => string): Promise<string[]> {
  const file = `@octokit/fixtures/scenarios/api.github.com/${scenario}/normalized-fixture.json`;
  const recorded = require(file) as readonly Recorded[];
  const differences: string[] = [];
  let compared = 0;
  for (const { method, path, body, status, response } of recorded) {
    if (!OPERATIONS.test(`${method} ${path}`)) continue;
    compared += 1;
    const sent = body === "" ? undefined : JSON.parse(own(JSON.stringify(body)));
    const answer = await ask(`${method.toUpperCase()} ${own(path)}`, sent);
    const at = `${method} ${path}`;
    if (answer.status !== status) differences.push(`${at}: ${answer.status} for ${status}`);
    else if (status === 204) continue;
    else if (status < 400) differences.push(...shapeDifferences(at, response, answer.body));
    else differences.push(...errorDifferences(at, response, answer.body));
  }
  if (compared === 0) differences.push("nothing was compared");
  return differences;
}

/** What the sandbox can do; other recordings of a scenario are passed over. */
const OPERATIONS =
  /^(get \/repositories\/1000|get \/repos\/[^/]+\/[^/]+(\/(issues|labels)([/?].*)?|\/commits\/.*)?|post \/repos\/[^/]+\/[^/]+\/(issues|labels|statuses|git\/refs).*|(patch|delete) \/repos\/[^/]+\/[^/]+\/git\/refs\/.*|(put|delete) \/repos\/[^/]+\/[^/]+\/issues\/1\/lock)$/;

/** Keys that are missing, values of another type, and addresses that lead elsewhere. */
function shapeDifferences(at: string, recorded: unknown, ours: unknown): string[] {
  if (Array.isArray(recorded)) {
    if (!Array.isArray(ours)) return [`${at}: no list`];
    if (recorded.length === 0 || ours.length === 0) return [];
    return shapeDifferences(`${at}[0]`, recorded[0], ours[0]);
  }
  if (recorded === null || ours === null) return [];
  if (typeof recorded !== typeof ours) return [`${at}: ${typeof ours} for ${typeof recorded}`];
  if (typeof recorded === "string" && at.endsWith("url") && recorded.startsWith("https://api.")) {
    const [theirs, own] = [recorded, String(ours)].map(pathOf);
    return theirs === own ? [] : [`${at}: ${own} for ${theirs}`];
  }
  if (typeof recorded !== "object") return [];
  return Object.entries(recorded).flatMap(([key, value]) => {
    if (!(key in (ours as object))) return LEFT_OUT.has(key) ? [] : [`${at}.${key} is missing`];
    return shapeDifferences(`${at}.${key}`, value, (ours as Record<string, unknown>)[key]);
  });
}

function errorDifferences(at: string, recorded: unknown, ours: unknown): string[] {
  const parts = [recorded, ours].map((one) => {
    const { message, errors } = one as { message: string; errors?: unknown };
    return JSON.stringify({ message, errors });
  });
  return parts[0] === parts[1] ? [] : [`${at}: ${parts[1]} for ${parts[0]}`];
}

/** An address without its host, and with numbers and ids of commits made the same. */
function pathOf(address: string): string {
  return (
    address
      .replace(/^https?:\/\/[^/]+(\/api\/v3)?/, "")
      // Some addresses were recorded with the name that the repository had while recording.
      .replace(/tmp-scenario-(.+)-\d{17}-\w{5}/, "$1")
      .replaceAll(/[0-9a-f]{40}/g, "<sha>")
      .replaceAll(/\/\d+(?=\/|$|\{)/g, "/<n>")
      .replace(/octokit-fixture-user-[a-z]/, "<login>")
      .replace(/users\/octokit-fixture-org/, "users/<login>")
  );
}

/** What nobody here reads. */
const LEFT_OUT = new Set([
  "gravatar_id",
  "user_view_type",
  "temp_clone_token",
  "allow_squash_merge",
  "allow_merge_commit",
  "allow_rebase_merge",
  "allow_auto_merge",
  "delete_branch_on_merge",
  "allow_update_branch",
  "use_squash_pr_title_as_default",
  "squash_merge_commit_message",
  "squash_merge_commit_title",
  "merge_commit_message",
  "merge_commit_title",
  "organization",
  "security_and_analysis",
]);

describe("what GitHub answered, the sandbox answers", () => {
  test("statuses of a commit", async () => {
    const { sha } = await hosted("create-status");
    expect(await compare("create-status", (text) => text.replaceAll(/0{39}1/g, sha))).toEqual([]);
  });

  test("a repository", async () => {
    await hosted("hello-world");
    expect(await compare("get-repository", (text) => text)).toEqual([]);
  });

  test("labels", async () => {
    await hosted("labels");
    expect(await compare("labels", (text) => text)).toEqual([]);
  });

  test("labels of an issue", async () => {
    await hosted("add-labels-to-issue");
    expect(await compare("add-labels-to-issue", (text) => text)).toEqual([]);
  });

  test("issues in pages", async () => {
    const { repository } = await hosted("paginate-issues");
    for (let index = 0; index < 13; index += 1) {
      await ask(`POST /repos/${repository.fullName}/issues`, { title: `Issue ${index}` });
    }
    expect(await compare("paginate-issues", (text) => text)).toEqual([]);
  });

  test("refs", async () => {
    const { repository, sha } = await hosted("git-refs");
    const changes = { "b.md": "b" };
    const next = await repository.commit("next", {
      changes,
      message: "b",
      author: AUTHOR,
      parents: [sha],
    });
    const own = (text: string) => text.replaceAll(/0{39}2/g, sha).replaceAll(/0{39}1/g, next);
    expect(await compare("git-refs", own)).toEqual([]);
  });

  test("locking an issue", async () => {
    const { repository } = await hosted("lock-issue");
    await ask(`POST /repos/${repository.fullName}/issues`, { title: "Quarrel" });
    expect(await compare("lock-issue", (text) => text)).toEqual([]);
    expect(repository.issue(1).locked).toBe(false);
  });

  test("a repository under the name that it had", async () => {
    const { repository } = await hosted("rename-repository");
    const by = "octokit-fixture-user-a";
    renameRepository(world, repository, { name: "rename-repository-newname", by });
    const own = (text: string) =>
      text.replace("repositories/1000", `repositories/${repository.id}`);
    expect(await compare("rename-repository", own)).toEqual([]);
  });

  test("an error", async () => {
    await hosted("errors");
    expect(await compare("errors", (text) => text)).toEqual([]);
  });
});
