import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addCheckRun, addStatus } from "../../sandbox/world/checks.ts";
import type { Protection } from "../../sandbox/world/protection.ts";
import { GITHUB_ACTIONS } from "../../sandbox/world/token.ts";
import { diagnose } from "../../src/cli/commands/doctor.ts";
import { openClient } from "../../src/github/open-client.ts";
import { ServerClock } from "../../src/github/server-clock.ts";
import { type Ruleset, rulesetForPolicy, rulesetForStage } from "../../src/protection/ruleset.ts";
import { stopBlameless } from "../sandbox/start-sandbox.ts";
import {
  CONTEXT,
  FILES,
  POLICY,
  type ProtectedShop,
  protectedShop,
  STAGE,
  WORKFLOW,
} from "./protected-shop.ts";

const AT = Date.parse("2026-10-02T00:00:00Z");
const DAY = 86_400_000;
const POLICY_PATH = ".github/stage-gates.yml";

let shop: ProtectedShop;

beforeEach(async () => {
  shop = await protectedShop();
});

afterEach(() => stopBlameless(shop));

async function diagnosed(
  token = shop.world.userToken("raj"),
  options: Parameters<typeof diagnose>[1] = {},
) {
  const clock = new ServerClock(Date.now);
  const { api } = shop.server.addresses;
  const client = openClient({ api, token }, clock);
  const name = { owner: "acme", name: "shop" };
  return diagnose({ client, name, api, now: () => clock.now() }, { at: AT, ...options });
}

async function codes(...asked: Parameters<typeof diagnosed>): Promise<readonly string[]> {
  const { groups } = await diagnosed(...asked);
  return groups.flatMap(({ about, findings }) =>
    findings
      .filter(({ level, code }) => level !== "ok" && code !== "source-forgeable")
      .map(({ level, code }) => `${about}: ${level} ${code}`),
  );
}

/** The ruleset of the stage with other rules instead of its own. */
function withRule(type: string, parameters: Readonly<Record<string, unknown>> | null): Ruleset {
  const ruleset = rulesetForStage(STAGE, GITHUB_ACTIONS.id);
  const rules = ruleset.rules.flatMap((rule) => {
    if (rule.type !== type) return [rule];
    return parameters === null ? [] : [{ type, parameters: { ...rule.parameters, ...parameters } }];
  });
  return { ...ruleset, rules };
}

function onlyRulesets(...rulesets: readonly Ruleset[]): void {
  shop.repository.rulesets.length = 0;
  for (const ruleset of rulesets) shop.rule(ruleset);
}

const CLASSIC: Protection = {
  checks: [{ context: CONTEXT, app: GITHUB_ACTIONS.id }],
  strict: true,
  enforceAdmins: true,
  approvals: 1,
  codeOwners: true,
};

describe("by rulesets, a repository", () => {
  const rows: readonly {
    what: string;
    change?: () => void | Promise<void>;
    finds: readonly string[];
  }[] = [
    { what: "that is protected has nothing wrong", finds: [] },
    {
      what: "without any ruleset",
      change: () => onlyRulesets(),
      finds: [
        "production: fail context-required",
        "production: fail pull-request-required",
        "production: fail force-push-refused",
        "production: fail deletion-refused",
        "policy branch: fail policy-reviewed",
      ],
    },
    {
      what: "whose ruleset is turned off",
      change: () =>
        onlyRulesets(
          { ...rulesetForStage(STAGE, GITHUB_ACTIONS.id), enforcement: "disabled" },
          rulesetForPolicy(),
        ),
      finds: [
        "production: fail context-required",
        "production: fail pull-request-required",
        "production: fail force-push-refused",
        "production: fail deletion-refused",
      ],
    },
    {
      what: "that takes the status from anybody",
      change: () =>
        onlyRulesets(
          withRule("required_status_checks", {
            required_status_checks: [{ context: CONTEXT }],
          }),
          rulesetForPolicy(),
        ),
      finds: ["production: fail source-bound"],
    },
    {
      what: "that waits for the status of another app",
      change: () => onlyRulesets(rulesetForStage(STAGE, 42), rulesetForPolicy()),
      finds: ["production: fail source-bound"],
    },
    {
      what: "that takes pushes",
      change: () => onlyRulesets(withRule("pull_request", null), rulesetForPolicy()),
      finds: ["production: fail pull-request-required"],
    },
    {
      what: "that takes force pushes",
      change: () => onlyRulesets(withRule("non_fast_forward", null), rulesetForPolicy()),
      finds: ["production: fail force-push-refused"],
    },
    {
      what: "whose branch can be deleted",
      change: () => onlyRulesets(withRule("deletion", null), rulesetForPolicy()),
      finds: ["production: fail deletion-refused"],
    },
    {
      what: "that administrators may bypass",
      change: () =>
        onlyRulesets(
          {
            ...rulesetForStage(STAGE, GITHUB_ACTIONS.id),
            bypass_actors: [{ actor_id: 5, actor_type: "RepositoryRole", bypass_mode: "always" }],
          },
          rulesetForPolicy(),
        ),
      finds: ["production: warn bypass"],
    },
    {
      what: "whose policy nobody has to review",
      change: () => onlyRulesets(rulesetForStage(STAGE, GITHUB_ACTIONS.id)),
      finds: ["policy branch: fail policy-reviewed"],
    },
    {
      what: "with a merge queue that the workflow does not see",
      change: async () => {
        const text = FILES[WORKFLOW]?.replace(/ {2}merge_group:\n.*\n/, "") ?? "";
        await shop.commit({ [WORKFLOW]: text });
        const { rules, ...rest } = rulesetForStage(STAGE, GITHUB_ACTIONS.id);
        onlyRulesets({ ...rest, rules: [...rules, QUEUE] }, rulesetForPolicy());
      },
      finds: ["workflow: fail workflow-merge-group"],
    },
  ];

  test.for(rows)("$what", async ({ change, finds }) => {
    await change?.();
    expect(await codes()).toEqual(finds);
  });
});

const QUEUE = {
  type: "merge_queue",
  parameters: {
    check_response_timeout_minutes: 60,
    grouping_strategy: "ALLGREEN",
    max_entries_to_build: 5,
    max_entries_to_merge: 5,
    merge_method: "MERGE",
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 5,
  },
};

describe("by classic protection, a repository", () => {
  const protect = (production: Partial<Protection> = {}) => {
    onlyRulesets();
    shop.repository.protections.set("production", { ...CLASSIC, ...production });
    shop.repository.protections.set("main", CLASSIC);
  };

  const rows: readonly {
    what: string;
    production: Partial<Protection>;
    finds: readonly string[];
  }[] = [
    { what: "that is protected has nothing wrong", production: {}, finds: [] },
    {
      what: "that does not require the status",
      production: { checks: [{ context: "build", app: null }] },
      finds: ["production: fail context-required"],
    },
    {
      what: "that takes the status from anybody",
      production: { checks: [{ context: CONTEXT, app: null }] },
      finds: ["production: fail source-bound"],
    },
    {
      what: "that does not hold for administrators",
      production: { enforceAdmins: false },
      finds: ["production: warn bypass"],
    },
    {
      what: "that takes pushes",
      production: { approvals: null },
      finds: ["production: fail pull-request-required"],
    },
    {
      what: "that takes force pushes",
      production: { allowsForcePushes: true },
      finds: ["production: fail force-push-refused"],
    },
    {
      what: "whose branch can be deleted",
      production: { allowsDeletion: true },
      finds: ["production: fail deletion-refused"],
    },
  ];

  test.for(rows)("$what", async ({ production, finds }) => {
    protect(production);
    expect(await codes()).toEqual(finds);
  });

  test("is known to others only as far as everybody is told", async () => {
    protect();
    expect(await codes(shop.world.userToken("ana"))).toEqual([
      "workflow: unknown token-defaults",
      "production: unknown pull-request-required",
      "production: unknown force-push-refused",
      "production: unknown deletion-refused",
      "production: unknown bypass",
      "policy branch: unknown policy-reviewed",
    ]);
  });
});

describe("on its default branch, a repository", () => {
  const rows: readonly {
    what: string;
    changes: Readonly<Record<string, string | null>>;
    finds: readonly string[];
  }[] = [
    {
      what: "without a policy",
      changes: { [POLICY_PATH]: null },
      finds: ["policy: fail policy-valid"],
    },
    {
      what: "with a policy that has problems",
      changes: { [POLICY_PATH]: POLICY.replace("gates:", "gate:") },
      finds: ["policy: fail policy-valid"],
    },
    {
      what: "with waivers that have problems",
      changes: { ".github/stage-gates/waivers.yml": "gate: nope\n" },
      finds: ["policy: fail policy-valid"],
    },
    {
      what: "with an advisory policy",
      changes: { [POLICY_PATH]: POLICY.replace("enforce", "advisory") },
      finds: ["policy: warn policy-advisory"],
    },
    {
      what: "without our workflow",
      changes: { [WORKFLOW]: null },
      finds: ["workflow: fail workflow-missing", "production: warn judged-where-it-lands"],
    },
    {
      what: "with our workflow under another name",
      changes: { [WORKFLOW]: null, ".github/workflows/gates.yaml": FILES[WORKFLOW] ?? "" },
      finds: ["workflow: unknown scheduled-run"],
    },
    {
      what: "whose workflow leaves out paths",
      changes: {
        [WORKFLOW]:
          FILES[WORKFLOW]?.replace("    types: [opened", "    paths: [a]\n    types: [opened") ??
          "",
      },
      finds: ["workflow: fail workflow-filter"],
    },
    {
      what: "whose workflow sees pushes of tags alone",
      changes: {
        [WORKFLOW]:
          FILES[WORKFLOW]?.replace(/(push:.*\n) {4}branches: .*/, "$1    tags: [v1]") ?? "",
      },
      finds: ["production: warn judged-where-it-lands"],
    },
    {
      what: "whose workflow is no YAML",
      changes: { [WORKFLOW]: "on: &a push\n" },
      finds: ["workflow: fail workflow", "production: warn judged-where-it-lands"],
    },
    {
      what: "with a job elsewhere of the status's name",
      changes: {
        ".github/workflows/ci.yml": `on: push\njobs:\n  gates:\n    name: ${CONTEXT}\n    runs-on: x\n`,
      },
      finds: ["workflow: fail workflow-job-name"],
    },
    {
      what: "without CODEOWNERS",
      changes: { ".github/CODEOWNERS": null },
      finds: ["policy branch: fail policy-owned"],
    },
    {
      what: "whose CODEOWNERS takes an owner away again",
      changes: { ".github/CODEOWNERS": "/.github/ @acme/release-managers\n/.github/workflows/\n" },
      finds: ["policy branch: fail policy-owned"],
    },
    {
      what: "with CODEOWNERS in another place",
      changes: { ".github/CODEOWNERS": null, "docs/CODEOWNERS": "* @acme/release-managers\n" },
      finds: [],
    },
    {
      what: "whose CODEOWNERS in the first place counts, not one elsewhere",
      changes: {
        ".github/CODEOWNERS": "/src/ @acme/release-managers\n",
        CODEOWNERS: "* @acme/release-managers\n",
      },
      finds: ["policy branch: fail policy-owned"],
    },
  ];

  test.for(rows)("$what", async ({ changes, finds }) => {
    await shop.commit(changes);
    expect(await codes()).toEqual(finds);
  });

  test("whose CODEOWNERS names nobody whom GitHub knows is owned by nobody", async () => {
    await shop.commit({ ".github/CODEOWNERS": "/src/ @acme/nobody\n/.github/ @acme/ghosts\n" });
    const { groups } = await diagnosed();
    const finding = groups.at(-1)?.findings.find(({ code }) => code === "policy-owned");
    expect(finding).toMatchObject({
      level: "fail",
      at: { file: ".github/CODEOWNERS", line: 2, column: 1 },
    });
  });

  test("that names an unknown owner elsewhere in CODEOWNERS is not troubled by it", async () => {
    const text = "/src/ @acme/nobody\n/.github/ @acme/release-managers\n";
    await shop.commit({ ".github/CODEOWNERS": text });
    expect(await codes()).toEqual([]);
  });

  test("that was never committed to is told apart from one that is not there", async () => {
    const { world, server } = shop;
    await world.addRepository("acme/empty");
    const token = world.userToken("raj");
    const { api } = server.addresses;
    const client = openClient({ api, token }, new ServerClock(Date.now));
    for (const [name, says] of [
      ["empty", "has no commit yet"],
      ["nothing", "there is no repository"],
    ]) {
      const asked = diagnose(
        { client, name: { owner: "acme", name: name ?? "" }, api, now: () => AT },
        {},
      );
      await expect(asked).rejects.toThrow(says);
    }
  });
});

describe("an open promotion", () => {
  const head = () => shop.pull.head;

  test("without a verdict fails", async () => {
    shop.repository.statuses.clear();
    expect(await codes()).toEqual(["production: fail verdict-missing"]);
  });

  test("with a status and a check run of one name fails", async () => {
    const { world, repository } = shop;
    addCheckRun(world, repository, { name: CONTEXT, head: head(), app: GITHUB_ACTIONS.id });
    expect(await codes()).toEqual(["production: fail both-kinds"]);
  });

  test("with a check run of another name is fine", async () => {
    const { world, repository } = shop;
    addCheckRun(world, repository, {
      name: "evaluate-gates",
      head: head(),
      app: GITHUB_ACTIONS.id,
    });
    expect(await codes()).toEqual([]);
  });

  test("whose status somebody else wrote over fails", async () => {
    const { world, repository } = shop;
    const said = { head: head(), state: "success", creator: "eve" } as const;
    addStatus(world, repository, { ...said, context: CONTEXT });
    expect(await codes()).toEqual(["production: fail verdict-foreign"]);
  });

  test("is not judged by a look-alike of another branch's", async () => {
    shop.repository.statuses.clear();
    const { world, repository } = shop;
    const said = { head: head(), state: "success", creator: "eve" } as const;
    addStatus(world, repository, { ...said, context: `${CONTEXT} ` });
    expect(await codes()).toEqual(["production: fail verdict-missing"]);
  });
});

describe("the settings", () => {
  test("that let every workflow write are told", async () => {
    shop.repository.workflowDefaults.permissions = "write";
    expect(await codes()).toEqual(["workflow: warn token-defaults"]);
  });

  test("that let workflows approve are told", async () => {
    shop.repository.workflowDefaults.approve = true;
    expect(await codes()).toEqual(["workflow: warn token-defaults"]);
  });
});

test("an organization's policy that may be hidden is told, and is no fault", async () => {
  const { groups } = await diagnosed();
  const [policy] = groups.filter(({ about }) => about === "policy");
  const told = policy?.findings.find(({ code }) => code === "policy-organization");
  expect(told).toMatchObject({ level: "ok" });
  expect(told?.problem).toContain("`acme/.github/stage-gates-org.yml`");
});

describe("the clock", () => {
  test("that has not run it for over sixty days is told", async () => {
    expect(await codes(undefined, { at: AT + 61 * DAY })).toEqual(["workflow: warn scheduled-run"]);
  });

  test("is GitHub's, whatever the one of this machine says", async () => {
    shop.world.now += 61 * DAY;
    expect(await codes(undefined, { at: undefined })).toEqual(["workflow: warn scheduled-run"]);
  });

  test("that never ran it is told", async () => {
    shop.repository.workflowRuns.length = 0;
    expect(await codes()).toEqual(["workflow: warn scheduled-run"]);
  });

  test("is not known for a file that GitHub does not know yet", async () => {
    shop.repository.workflows.clear();
    shop.repository.workflowRuns.length = 0;
    const { groups } = await diagnosed();
    const found = groups.flatMap(({ findings }) => findings);
    expect(found.find(({ level }) => level === "unknown")).toMatchObject({
      code: "scheduled-run",
      remedy: "look again in a minute; if it stays so, add `actions: read` to the token",
    });
  });

  test("cannot run what is turned off", async () => {
    const [workflow] = [...shop.repository.workflows.values()];
    if (workflow !== undefined) workflow.state = "disabled_inactivity";
    expect(await codes()).toEqual(["workflow: fail scheduled-run"]);
  });
});

describe("a token that may read little", () => {
  test("leaves nothing fine that it does not see, and is told what it lacks", async () => {
    const { world } = shop;
    const token = world.workflowToken("acme/shop", { contents: "read" });
    expect(await codes(token)).toEqual([
      "workflow: unknown token-defaults",
      "production: unknown bypass",
    ]);
    const { groups } = await diagnosed(token);
    const unknown = groups.flatMap(({ findings }) =>
      findings.filter(({ level }) => level === "unknown"),
    );
    for (const { remedy } of unknown) expect(remedy).toMatch(/`[a-z-]+: (read|write)`/);
  });
});

describe("where GitHub fails", () => {
  const rows: readonly { what: string; path: string; finds: readonly string[] }[] = [
    {
      what: "the rules of branches",
      path: "/rules/branches/",
      finds: ["production: unknown branch-unread", "policy branch: unknown policy-reviewed"],
    },
    {
      what: "branches",
      path: "/shop/branches/production",
      finds: ["production: unknown branch-unread"],
    },
    { what: "rulesets", path: "/rulesets/", finds: ["production: unknown bypass"] },
    { what: "runs", path: "/runs", finds: ["workflow: unknown scheduled-run"] },
    {
      what: "the errors of CODEOWNERS",
      path: "/codeowners/errors",
      finds: ["policy branch: unknown policy-owned"],
    },
    {
      what: "settings",
      path: "/permissions/workflow",
      finds: ["workflow: unknown token-defaults"],
    },
  ];

  test.for(rows)("to tell of $what, that is not taken for fine", async ({ path, finds }) => {
    const fault = { kind: "answer", status: 500 } as const;
    const matches = ({ url }: { url?: string | undefined }) => url?.includes(path) === true;
    shop.server.faults.plan({ fault, matches, times: 99 });
    expect(await codes()).toEqual(finds);
  });

  test("to show one of the things said of a head, that is not taken for fine", async () => {
    await diagnosed();
    const [, query] = shop.server.traffic.exchanges.filter((one) => one.operation === "graphql");
    const [, alias = ""] = /(a\d+): object\(/.exec(JSON.stringify(query?.sent)) ?? [];
    const path = ["repository", alias, "statusCheckRollup", "contexts", "nodes", 0];
    const error = { type: "FORBIDDEN", message: "no", path };
    const matches = ({ url }: { url?: string | undefined }) => url?.endsWith("graphql") === true;
    shop.server.faults.plan({ fault: { kind: "partial", errors: [error] }, matches, from: 2 });
    expect(await codes()).toEqual(["production: unknown verdicts"]);
  });

  test("to tell of pull requests, that is not taken for fine", async () => {
    const matches = ({ url }: { url?: string | undefined }) => url?.endsWith("graphql") === true;
    await diagnosed();
    const [query] = shop.server.traffic.exchanges.filter((one) => one.operation === "graphql");
    const [, alias = ""] = /(a\d+): pullRequests\(/.exec(JSON.stringify(query?.sent)) ?? [];
    const error = { type: "FORBIDDEN", message: "no", path: ["repository", alias] };
    shop.server.faults.plan({ fault: { kind: "partial", errors: [error] }, matches });
    expect(await codes()).toEqual(["production: unknown verdicts"]);
  });
});

test("stages of globs are asked about by a branch that is there, or could be", async () => {
  await shop.commit({ [POLICY_PATH]: POLICY.replace("[production]", '["rel/*", "hot{fix,}/**"]') });
  await shop.repository.commit("rel/1", {
    changes: { a: "1" },
    message: "Begin",
    author: { name: "Ana", email: "ana@acme.test", at: AT },
  });
  const stage = { ...STAGE, branches: ["rel/*", "hot{fix,}/**"] };
  onlyRulesets(rulesetForStage(stage, GITHUB_ACTIONS.id), rulesetForPolicy());
  shop.repository.protections.set("rel/1", { ...CLASSIC, enforceAdmins: false });
  expect(await codes()).toEqual([
    "workflow: fail workflow-branches",
    "production: warn bypass",
    "production: warn judged-where-it-lands",
  ]);
});

test("asks GitHub little: twice for everything, and a few times for each branch and ruleset", async () => {
  await diagnosed();
  const { exchanges, writes } = shop.server.traffic;
  const queries = exchanges.filter(({ operation }) => operation === "graphql");
  expect(queries).toHaveLength(2);
  // Rules and classic protection of two branches, two rulesets, the workflow and its last run, what
  // CODEOWNERS has wrong, and what the settings give to workflows.
  expect(exchanges.length - queries.length).toBe(10);
  expect(writes).toEqual([]);
});
