import { afterEach, describe, expect, test } from "vitest";
import type { PullRequest } from "../../sandbox/world/issue.ts";
import { addReview, openPull } from "../../sandbox/world/pull-requests.ts";
import { promotePolicy } from "../../src/promotion/promote-policy.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { POLICY, type PromotedShop, promotedShop } from "./promote-shop.ts";

let shop: PromotedShop;

afterEach(() => stopBlameless(shop));

const POLICY_FILE = ".github/stage-gates.yml";
const OWNED = `${POLICY}policy_owners: [leads]\n`;
const ADVISORY = "mode: advisory\n";

/** A pull request into the default branch. */
async function propose(changes: Readonly<Record<string, string>>): Promise<PullRequest> {
  const { world, repository } = shop;
  await repository.git.setRef("refs/heads/change", await repository.git.branch("main"));
  await repository.commit("change", { changes, message: "Change", author: AUTHOR });
  const said = { author: "ana", title: "Change", body: null, base: "main", head: "change" };
  return openPull(world, repository, said);
}

const judge = (pull: PullRequest) => promotePolicy(pull.number, shop.promoting);
const runsOf = (pull: PullRequest) =>
  shop.repository.runsOf(pull.headSha).filter(({ name }) => name === "stage-gates / policy");

const approve = (pull: PullRequest, author: string) =>
  addReview(shop.world, shop.repository, pull, { author, state: "APPROVED", body: "" });

test("a policy with problems fails, with each at its line", async () => {
  shop = await promotedShop({}, "app");
  const pull = await propose({ [POLICY_FILE]: `${POLICY}mod: advisory\n` });
  await judge(pull);
  expect(runsOf(pull)).toMatchObject([
    {
      conclusion: "failure",
      title: "The policy would have 1 problem",
      annotations: [
        {
          path: POLICY_FILE,
          start_line: POLICY.split("\n").length,
          annotation_level: "failure",
          title: "Policy: unknown-key",
        },
      ],
    },
  ]);
});

test.each([
  { what: "waivers", file: ".github/stage-gates/waivers.yml" },
  { what: "a baseline", file: ".github/stage-gates/baseline.yml" },
])("$what with problems fail as well", async ({ file }) => {
  shop = await promotedShop({}, "app");
  const pull = await propose({ [file]: "what: is this\n" });
  await judge(pull);
  const [run] = runsOf(pull);
  expect(run?.conclusion).toBe("failure");
  expect(new Set(run?.annotations.map(({ path }) => path))).toEqual(new Set([file]));
});

test("it tells which open promotions would flip, and writes nothing twice", async () => {
  shop = await promotedShop({}, "app");
  const pull = await propose({ [POLICY_FILE]: `${POLICY}${ADVISORY}` });
  const { check } = await judge(pull);
  expect(check?.preview?.flips).toEqual([{ number: 1, now: "blocked", after: "passes" }]);
  const [run] = runsOf(pull);
  expect(run).toMatchObject({
    conclusion: "success",
    title: "The policy is sound, and 1 open promotion would change",
  });
  expect(run?.summary).toContain("is blocked and would pass");
  expect((await judge(pull)).applied).toEqual([]);
});

describe("the policy's owners", () => {
  test.each([
    { who: "nobody", conclusion: "action_required" },
    { who: "raj", conclusion: "success" },
    { who: "eve", conclusion: "action_required" },
    { who: "raj, before the last push", conclusion: "action_required" },
  ])("$who approves: $conclusion", async ({ who, conclusion }) => {
    shop = await promotedShop({ [POLICY_FILE]: OWNED }, "app");
    const pull = await propose({ [POLICY_FILE]: `${OWNED}${ADVISORY}` });
    const [login = ""] = who.split(",");
    if (login !== "nobody") approve(pull, login);
    if (who !== login) {
      const changes = { [POLICY_FILE]: `${OWNED}${ADVISORY}# again\n` };
      const sha = await shop.repository.commit("change", { changes, message: "x", author: AUTHOR });
      Object.assign(pull, { headSha: sha });
    }
    await judge(pull);
    expect(runsOf(pull).map((run) => run.conclusion)).toEqual([conclusion]);
  });

  test("are those of the policy that stands, not of the one proposed", async () => {
    shop = await promotedShop({ [POLICY_FILE]: OWNED }, "app");
    const pull = await propose({ [POLICY_FILE]: POLICY });
    await judge(pull);
    expect(runsOf(pull)).toMatchObject([{ conclusion: "action_required" }]);
  });

  test("are administrators where nobody can read the policy that stands", async () => {
    shop = await promotedShop({ [POLICY_FILE]: "version: 2\n" }, "app");
    const pull = await propose({ [POLICY_FILE]: POLICY });
    await judge(pull);
    expect(runsOf(pull)).toMatchObject([{ conclusion: "action_required" }]);
    approve(pull, "raj");
    await judge(pull);
    expect(runsOf(pull)).toMatchObject([{ conclusion: "success" }]);
  });
});

describe("the organization's file, in the repository it stands in", () => {
  const FILE = "stage-gates-org.yml";
  const judgeOrganization = async (text: string) => {
    shop = await promotedShop({}, "app");
    const { world, promoting } = shop;
    const repository = await world.addRepository("acme/.github");
    const readme = { changes: { "README.md": "x\n" }, message: "Begin", author: AUTHOR };
    await repository.commit("main", readme);
    await repository.git.setRef("refs/heads/change", await repository.git.branch("main"));
    const changes = { [FILE]: text };
    await repository.commit("change", { changes, message: "Change", author: AUTHOR });
    const said = { author: "raj", title: "Change", body: null, base: "main", head: "change" };
    const pull = await openPull(world, repository, said);
    const name = { owner: "acme", name: ".github" };
    await promotePolicy(pull.number, { ...promoting, name });
    return repository.runsOf(pull.headSha);
  };

  test.each([
    {
      what: "sound",
      text: "version: 1\nwaivers: {max_days: 7}\n",
      conclusion: "success",
      paths: [],
    },
    {
      what: "not sound",
      text: "version: 1\nwaivers: {max_days: 7}\ncolour: red\n",
      conclusion: "failure",
      paths: [FILE],
    },
  ])("$what: $conclusion", async ({ text, conclusion, paths }) => {
    const runs = await judgeOrganization(text);
    expect(runs.map((run) => run.conclusion)).toEqual([conclusion]);
    expect(runs[0]?.annotations.map(({ path }) => path)).toEqual(paths);
  });
});

describe("where the policy stays as it is", () => {
  test("nothing is said", async () => {
    shop = await promotedShop({}, "app");
    const pull = await propose({ "src/b.txt": "b\n" });
    expect(await judge(pull)).toEqual({ check: null, applied: [] });
    expect(runsOf(pull)).toEqual([]);
  });

  test("but that, where the branch waits for it", async () => {
    shop = await promotedShop({}, "app");
    const checks = [{ context: "stage-gates / policy" }];
    shop.repository.rulesets.push({
      ...{ id: 5, name: "policy", enforcement: "active", include: ["refs/heads/main"] },
      ...{ exclude: [], bypass: [] },
      rules: [
        {
          type: "required_status_checks",
          parameters: {
            strict_required_status_checks_policy: false,
            required_status_checks: checks,
          },
        },
      ],
    });
    const pull = await propose({ "src/b.txt": "b\n" });
    await judge(pull);
    expect(runsOf(pull)).toMatchObject([{ conclusion: "success" }]);
  });

  test("a promotion into production is none of it, whatever it carries", async () => {
    shop = await promotedShop({}, "app");
    expect(await promotePolicy(1, shop.promoting)).toEqual({ check: null, applied: [] });
  });

  test("and a workflow says nothing under this name", async () => {
    shop = await promotedShop();
    const pull = await propose({ [POLICY_FILE]: "version: 2\n" });
    expect((await judge(pull)).applied).toEqual([]);
  });
});
