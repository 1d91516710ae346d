import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { changeIssue } from "../../../sandbox/world/issue-changes.ts";
import { CONTEXT } from "../../promotion/promote-shop.ts";
import { type Acme, type Promotion, policyOf, startAcme } from "../acme.ts";
import { type Act, approve, retarget } from "../acts.ts";

/**
 * A pass stands on a commit. Nobody looks at one that is not asked to be promoted, so that what took the
 * pass away would not be seen there: whoever puts it back could merge before it is judged again.
 */
const SIGNED = policyOf("{id: signed, type: sign-off, roles: [leads]}");

let acme: Acme;

beforeAll(async () => {
  acme = await startAcme();
});

afterAll(() => acme.stop());

afterEach(() => {
  acme.close();
  expect(acme.service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
});

const closed =
  (state: "open" | "closed"): Act =>
  ({ world, repository, pull }) =>
    changeIssue(world, repository, pull, { state }, "ana");

function saidOf({ repository }: Promotion, sha: string) {
  return repository.runsOf(sha).findLast(({ name }) => name === CONTEXT)?.conclusion;
}

test.each<{ what: string; away: Act; back: Act }>([
  { what: "closed", away: closed("closed"), back: closed("open") },
  { what: "turned to another branch", away: retarget("staging"), back: retarget("production") },
])("a pass does not outlive that its pull request is $what", async ({ away, back }) => {
  const promotion = await acme.propose({ policy: SIGNED });
  await approve("raj")(promotion);
  expect(await acme.said(promotion)).toBe("success");
  await away(promotion);
  expect(await acme.said(promotion)).toBe("failure");
  await back(promotion);
  expect(await acme.said(promotion)).toBe("success");
});

test("nor that its pull request has gone on to another commit", async () => {
  const promotion = await acme.propose({ policy: SIGNED });
  await approve("raj")(promotion);
  expect(await acme.said(promotion)).toBe("success");
  const old = promotion.pull.headSha;
  await promotion.push("next", { "src/more.txt": "more\n" });
  expect(await acme.said(promotion)).toBe("failure");
  expect(saidOf(promotion, old)).toBe("failure");
});
