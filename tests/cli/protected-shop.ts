import { readFileSync } from "node:fs";
import { addRuleset } from "../../sandbox/rest/operations/protection.ts";
import { addStatus, addWorkflowRun } from "../../sandbox/world/checks.ts";
import { openPull } from "../../sandbox/world/pull-requests.ts";
import { GITHUB_ACTIONS } from "../../sandbox/world/token.ts";
import { type Ruleset, rulesetForPolicy, rulesetForStage } from "../../src/protection/ruleset.ts";
import { AUTHOR, type Started, startSandbox } from "../sandbox/start-sandbox.ts";
import { temporaryFolder } from "../support/git-repository.ts";
import { type Ran, runCli } from "./run-cli.ts";

export const CONTEXT = "stage-gates / production";
export const WORKFLOW = ".github/workflows/stage-gates.yml";
const SHA = "0123456789abcdef0123456789abcdef01234567";

export const POLICY = `version: 1
mode: enforce
stages:
  - {id: production, branches: [production]}
gates:
  - id: data
    title: Data
    rules:
      - {id: items, type: checklist, items: [{id: data.parity, title: Parity holds}]}
`;

const TEMPLATE = readFileSync(new URL("../../templates/workflow.yml", import.meta.url), "utf8");

/** What a repository has that does all it should. */
export const FILES: Readonly<Record<string, string>> = {
  ".github/stage-gates.yml": POLICY,
  ".github/CODEOWNERS": "/.github/ @acme/release-managers\n",
  [WORKFLOW]: TEMPLATE.replace("<owner>/stage-gates@<commit>", `acme/stage-gates@${SHA}`),
};

export const STAGE = {
  id: "production",
  branches: ["production"],
  paths: null,
  gates: null,
  cumulative: true,
  at: { file: "", line: 1, column: 1 },
};

export interface ProtectedShop extends Started {
  /** Number and head of the open promotion. */
  readonly pull: { readonly number: number; readonly head: string };
  rule(ruleset: Ruleset): void;
  commit(changes: Readonly<Record<string, string | null>>): Promise<void>;
  /** Runs the command line against it; as raj, who administers, unless another token is given. */
  run(args: readonly string[], token?: string): Promise<Ran>;
}

/** `acme/shop` with nothing left to protect, and one promotion that has its verdict. */
export async function protectedShop(): Promise<ProtectedShop> {
  const sandbox = await startSandbox();
  const { world, repository, server } = sandbox;
  const commit = async (changes: Readonly<Record<string, string | null>>) => {
    const author = { ...AUTHOR, at: world.tick() };
    await repository.commit("main", { changes, message: "Change", author });
  };
  const rule = ({ name, conditions, rules, bypass_actors = [], ...ruleset }: Ruleset) => {
    const enforcement = ruleset.enforcement === "active" ? "active" : "disabled";
    const bypass = bypass_actors as Readonly<Record<string, unknown>>[];
    addRuleset(world, repository, { name, enforcement, ...conditions.ref_name, rules, bypass });
  };
  world.addTeam("acme", "release-managers", ["raj"]);
  await commit(FILES);
  const said = { author: "ana", title: "Release", body: null, base: "production", head: "main" };
  const { number, headSha: head } = await openPull(world, repository, said);
  const bot = { creator: "github-actions[bot]", app: GITHUB_ACTIONS.id };
  const verdict = { head, context: CONTEXT, description: null, targetUrl: null, ...bot };
  addStatus(world, repository, { ...verdict, state: "success" });
  const run = { path: WORKFLOW, head, branch: "main", actor: "github-actions[bot]" };
  addWorkflowRun(world, repository, { ...run, event: "schedule" });
  rule(rulesetForStage(STAGE, GITHUB_ACTIONS.id));
  rule(rulesetForPolicy());
  return {
    ...sandbox,
    pull: { number, head },
    commit,
    rule,
    run: (args, token = world.userToken("raj")) =>
      runCli([...args, "--repo", "acme/shop"], {
        cwd: temporaryFolder(),
        env: {
          GITHUB_TOKEN: token,
          GH_TOKEN: "",
          GITHUB_API_URL: server.addresses.api,
          NO_PROXY: "127.0.0.1",
        },
      }),
  };
}
