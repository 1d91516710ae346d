import { afterEach, beforeEach, expect, test } from "vitest";
import { rulesetForStage } from "../../src/protection/ruleset.ts";
import { stopBlameless } from "../sandbox/start-sandbox.ts";
import { FILES, type ProtectedShop, protectedShop, STAGE, WORKFLOW } from "./protected-shop.ts";

let shop: ProtectedShop;

beforeEach(async () => {
  shop = await protectedShop();
  shop.repository.rulesets.length = 0;
});

afterEach(() => stopBlameless(shop));

const names = () => shop.repository.rulesets.map(({ name }) => name);

test("shows the ruleset first, and writes nothing", async () => {
  const ran = await shop.run(["protect"]);
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain('+            "context": "stage-gates / production",');
  expect(ran.stdout).toContain('+            "integration_id": 15368');
  expect(ran.stderr).toContain("`--yes` does it");
  expect(shop.server.traffic.writes).toEqual([]);
});

test("creates it when it is told to, once", async () => {
  const ran = await shop.run(["protect", "--yes"]);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain("Created the ruleset `stage-gates / production`.");
  const again = await shop.run(["protect", "--yes"]);
  expect(again).toMatchObject({
    code: 0,
    stdout:
      "The ruleset `stage-gates / production` lacks nothing; `stage-gates doctor` says whom it lets by.\n",
  });
  expect(names()).toEqual(["stage-gates / production"]);
  expect(shop.server.traffic.writes).toHaveLength(1);
});

test("protects the branch of the policy, too", async () => {
  expect((await shop.run(["protect", "--yes"])).code).toBe(0);
  expect((await shop.run(["protect", "--default-branch", "--yes"])).code).toBe(0);
  expect(names()).toEqual(["stage-gates / production", "stage-gates / policy"]);
  expect((await shop.run(["doctor", "--at", "2026-10-02"])).code).toBe(0);
});

test("adds to what is there, and takes nothing away", async () => {
  const wanted = rulesetForStage(STAGE, 15368);
  shop.rule({
    ...wanted,
    enforcement: "disabled",
    bypass_actors: [{ actor_id: 1, actor_type: "Team", bypass_mode: "pull_request" }],
    rules: [{ type: "required_signatures" }, { type: "deletion" }],
  });
  const shown = await shop.run(["protect"]);
  expect(shown.code).toBe(1);
  expect(shown.stdout).toContain('-  "enforcement": "disabled"');
  expect(shown.stdout).toContain('+  "enforcement": "active"');
  expect(shown.stdout).toContain('       "type": "required_signatures"');

  const ran = await shop.run(["protect", "--yes"]);
  expect(ran.stdout).toContain("Changed the ruleset `stage-gates / production`.");
  expect(shop.repository.rulesets).toMatchObject([
    {
      enforcement: "active",
      bypass: [{ actor_type: "Team" }],
      rules: [
        { type: "required_signatures" },
        { type: "deletion" },
        { type: "non_fast_forward" },
        { type: "pull_request" },
        { type: "required_status_checks" },
      ],
    },
  ]);
});

test("leaves alone what demands the same under another name", async () => {
  shop.rule({ ...rulesetForStage(STAGE, 15368), name: "release" });
  const ran = await shop.run(["protect", "--yes"]);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain("is demanded already");
  expect(shop.server.traffic.writes).toEqual([]);
});

test("refuses kindly without the rights of an administrator", async () => {
  const ran = await shop.run(["protect", "--yes"], shop.world.userToken("ana"));
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("it takes an administrator's token");
  expect(ran.stderr).not.toContain("defect");
  expect(names()).toEqual([]);
});

test("names the permission that a workflow's token lacks", async () => {
  const token = shop.world.workflowToken("acme/shop", { contents: "read" });
  const ran = await shop.run(["protect", "--yes"], token);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("`administration: write`");
});

test("warns before it holds up every merge for a status that nobody writes", async () => {
  await shop.commit({
    [WORKFLOW]: FILES[WORKFLOW]?.replace(/uses: .*/, "uses: <owner>/stage-gates@<commit>") ?? "",
  });
  const ran = await shop.run(["protect"]);
  expect(ran.stderr).toContain("merges may wait without end");
});

test("an app of one's own needs no workflow", async () => {
  await shop.commit({ [WORKFLOW]: null });
  const ran = await shop.run(["protect", "--app", "7", "--yes"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toContain('"integration_id": 7');
});

test.each([
  { what: "under another name", name: "release", warns: true },
  { what: "under the name that is rewritten", name: "stage-gates / production", warns: false },
])("tells of another app's verdict that is demanded as well: $what", async ({ name, warns }) => {
  shop.rule({ ...rulesetForStage(STAGE, 15368), name });
  const ran = await shop.run(["protect", "--app", "7"]);
  expect(ran.stdout).toContain('"integration_id": 7');
  const warning =
    "warning: merges may wait without end: the ruleset `release` has `stage-gates / production` come from GitHub Actions (15368)";
  expect(ran.stderr.includes(warning)).toBe(warns);
});

test("does not create twice where the answer is lost", async () => {
  shop.server.faults.plan({
    fault: { kind: "cut-after" },
    matches: ({ method, url }) => method === "POST" && url?.endsWith("/rulesets") === true,
    times: 9,
  });
  const ran = await shop.run(["protect", "--yes"]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("run the command again");
  expect(shop.server.traffic.writes).toHaveLength(1);
  const again = await shop.run(["protect", "--yes"]);
  expect(again.code).toBe(0);
  expect(names()).toEqual(["stage-gates / production"]);
});

test("without a policy there is nothing to wait for", async () => {
  await shop.commit({ ".github/stage-gates.yml": null });
  const ran = await shop.run(["protect", "--yes"]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("stage-gates init");
  expect(names()).toEqual([]);
});
