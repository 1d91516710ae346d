import { describe, expect, test } from "vitest";
import type { PullState } from "../../src/github/pull/pull-state.ts";
import { type FactRequest, known } from "../../src/model/fact.ts";
import { Expectation } from "../../src/promotion/expectation.ts";

const RUNBOOK: FactRequest = { kind: "file", path: "docs/runbook.md", revision: "evidence" };
const ANA: FactRequest = { kind: "account", login: "ana" };
const OLD: FactRequest = { kind: "file", path: "docs/runbook.md", revision: "a".repeat(40) };

function pull(number: number, baseBranch = "production", repository = "acme/shop"): PullState {
  // Sound: no more of it is looked at.
  return { repository, number, baseBranch } as PullState;
}

async function expectedOf(expectation: Expectation, of: PullState) {
  const asked: FactRequest[] = [];
  await expectation.read(of, {
    async read(requests) {
      asked.push(...requests);
      return requests.map(() => known({ state: "absent" }));
    },
  });
  return asked;
}

describe("what a judgement is expected to ask for", () => {
  const noted = () => {
    const expectation = new Expectation();
    expectation.note(pull(1), [RUNBOOK, ANA, OLD, RUNBOOK]);
    return expectation;
  };

  test.each([
    {
      of: "the same pull request, all but what stands in one commit",
      pull: pull(1),
      asks: [RUNBOOK, ANA],
    },
    { of: "another one into the branch, its files", pull: pull(2), asks: [RUNBOOK] },
    { of: "one into another branch, nothing", pull: pull(2, "main"), asks: [] },
    {
      of: "one of another repository, nothing",
      pull: pull(1, "production", "acme/other"),
      asks: [],
    },
  ])("is, of $of", async ({ pull: about, asks }) => {
    expect(await expectedOf(noted(), about)).toEqual(asks);
  });

  test("is what it asked for the last time alone", async () => {
    const expectation = noted();
    expectation.note(pull(1), [ANA]);
    expect(await expectedOf(expectation, pull(1))).toEqual([ANA]);
  });
});
