import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Fault } from "../../../sandbox/server/faults.ts";
import { addStatus } from "../../../sandbox/world/checks.ts";
import type { PullRequest } from "../../../sandbox/world/issue.ts";
import { attempt, promoteAll } from "../../../src/promotion/promote-all.ts";
import { CONTEXT } from "../promote-shop.ts";
import { type AttackShop, attackShop, close } from "./attack-shop.ts";

/** A pass that was written once holds nothing by itself: it goes with what it rested on. */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: runbook
    rules: [{id: there, type: document, path: docs/runbook.md}]
`;

const READY = { "docs/runbook.md": "# Runbook\n\nCall raj.\n" };

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY);
});

afterAll(() => close(shop));

async function green(): Promise<PullRequest> {
  const pull = await shop.propose(READY);
  expect(await shop.judged(pull)).toBe("go");
  expect(shop.stateOf(pull)).toBe("success");
  return pull;
}

const answer = (status: number): Fault => ({ kind: "answer", status, body: { message: "no" } });

describe("what cannot be judged any more does not pass", () => {
  test.each<{ name: string; fault: Fault }>([
    { name: "GitHub has trouble", fault: answer(502) },
    { name: "GitHub shows it no more", fault: answer(404) },
    { name: "the connection is cut", fault: { kind: "cut-before" } },
    {
      name: "the limit is used up",
      fault: { kind: "answer", status: 429, body: {}, headers: { "retry-after": "60" } },
    },
    { name: "the answer is no answer", fault: { kind: "answer", status: 200, body: {} } },
  ])("$name", async ({ fault }) => {
    const pull = await green();
    shop.server.faults.plan({ fault });
    const { failure } = await attempt(pull.number, shop.promoting);
    expect(failure?.message).toMatch(/./);
    expect(shop.stateOf(pull)).toBe("failure");
    // And is green again as soon as it can be.
    expect(await shop.judged(pull)).toBe("go");
    expect(shop.stateOf(pull)).toBe("success");
  });

  test("which is said once, and not of a head where nobody waits for it", async () => {
    const pull = await green();
    const statuses = () => shop.repository.statusesOf(pull.headSha).length;
    shop.server.faults.plan({ fault: answer(502) });
    await attempt(pull.number, shop.promoting);
    const before = statuses();
    shop.server.faults.plan({ fault: answer(502) });
    await attempt(pull.number, shop.promoting);
    expect(statuses()).toBe(before);

    const fresh = await shop.propose(READY);
    shop.server.faults.plan({ fault: answer(502) });
    await attempt(fresh.number, shop.promoting);
    expect(shop.stateOf(fresh)).toBeUndefined();
  });

  test("and keeps no other promotion from being judged", async () => {
    const [first, second] = [await green(), await shop.propose(READY)];
    shop.server.faults.plan({
      fault: answer(502),
      matches: ({ url }) => url?.includes("/collaborators/") ?? false,
      times: 1,
    });
    const attempts = await promoteAll(shop.promoting);
    expect(attempts.map(({ number }) => number)).toEqual(
      expect.arrayContaining([first.number, second.number]),
    );
    expect(shop.stateOf(second)).toBe("success");
  });
});

describe("a status of our name by somebody else", () => {
  test.each(["ana", "raj"])("of %s, does not make an unready head pass", async (creator) => {
    const pull = await shop.propose({});
    for (const state of ["success", "pending", "success"] as const) {
      const description = "3 gates pass";
      const said = { head: pull.headSha, state, context: CONTEXT, creator, description };
      addStatus(shop.world, shop.repository, said);
      await shop.promote(pull.number);
      expect(shop.stateOf(pull)).toBe("failure");
    }
  });

  test("does not keep a ready one red", async () => {
    const pull = await green();
    const said = {
      head: pull.headSha,
      state: "failure",
      context: CONTEXT,
      creator: "raj",
    } as const;
    addStatus(shop.world, shop.repository, said);
    await shop.promote(pull.number);
    expect(shop.stateOf(pull)).toBe("success");
  });

  test("under another stage's name is nothing to us", async () => {
    const pull = await shop.propose({});
    const context = "stage-gates / elsewhere";
    const said = { head: pull.headSha, state: "success", context, creator: "raj" } as const;
    addStatus(shop.world, shop.repository, said);
    await shop.promote(pull.number);
    expect(shop.stateOf(pull)).toBe("failure");
  });
});
