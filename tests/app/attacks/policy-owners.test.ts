import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { changeIssue } from "../../../sandbox/world/issue-changes.ts";
import { createTeam } from "../../../sandbox/world/teams.ts";
import { type Acme, POLICY_FILE, type Promotion, READY, startAcme } from "../acme.ts";
import { type Act, approve, membership, policyBecomes, retarget, say } from "../acts.ts";

/** An approval of a change of the policy counts as long as whoever gave it owns the policy. */
const OWNED = `${READY}policy_owners: [leads]\n`;
const CHANGED = OWNED.replace("docs/runbook.md", "docs/other.md");

let acme: Acme;

beforeAll(async () => {
  acme = await startAcme();
  const { world } = acme;
  world.addUser("lea");
  createTeam(world, { organization: "acme", slug: "leads", members: ["lea"], by: "raj" });
});

afterAll(() => acme.stop());

afterEach(() => {
  acme.close();
  expect(acme.service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
});

/** A change of the policy, which the service has seen and `lea` approved. */
async function approved(): Promise<Promotion> {
  const promotion = await acme.propose({
    ...{ policy: OWNED, to: "main", head: { [POLICY_FILE]: CHANGED } },
  });
  expect(await saidOf(promotion)).toBe("action_required");
  await approve("lea")(promotion);
  expect(await saidOf(promotion)).toBe("success");
  return promotion;
}

async function saidOf({ repository, pull }: Promotion) {
  await acme.service.settled();
  const runs = repository.runsOf(pull.headSha);
  return runs.findLast(({ name }) => name === "stage-gates / policy")?.conclusion;
}

test.each<{ what: string; act: Act; undo: Act }>([
  {
    what: "leaves the team of owners",
    act: membership("lea", "out"),
    undo: membership("lea", "in"),
  },
  {
    what: "owns it no more by the policy itself",
    act: policyBecomes(OWNED.replace("teams: [acme/leads]", "teams: []")),
    undo: policyBecomes(OWNED),
  },
])("an approval goes where who gave it $what", async ({ act, undo }) => {
  const promotion = await approved();
  await act(promotion);
  expect(await saidOf(promotion)).toBe("action_required");
  await undo(promotion);
  expect(await saidOf(promotion)).toBe("success");
});

test("an approval that was taken back while the change was closed does not count when it is open again", async () => {
  const promotion = await approved();
  const { world, repository, pull } = promotion;
  changeIssue(world, repository, pull, { state: "closed" }, "ana");
  expect(await saidOf(promotion)).toBe("failure");
  changeIssue(world, repository, pull, { state: "open" }, "ana");
  expect(await saidOf(promotion)).toBe("success");
});

test("an approval stays where the change was turned to the policy's branch, however many others are open", async () => {
  const promotion = await acme.propose({
    ...{ policy: OWNED, to: "staging", head: { [POLICY_FILE]: CHANGED } },
  });
  const { repository, pull } = promotion;
  const others = { base: "main", headSha: "f".repeat(40), reviews: [], comments: [] };
  for (let number = 1_000; number < 1_101; number += 1) {
    repository.issues.set(number, { ...pull, ...others, id: 100_000 + number, number });
  }
  await retarget("main")(promotion);
  await approve("lea")(promotion);
  expect(await saidOf(promotion)).toBe("success");
  const before = repository.runsOf(pull.headSha).length;
  await say("ana", "Another look")(promotion);
  expect(await saidOf(promotion)).toBe("success");
  expect(repository.runsOf(pull.headSha)).toHaveLength(before);
});
