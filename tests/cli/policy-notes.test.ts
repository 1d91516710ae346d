import { expect, test } from "vitest";
import { openPolicy } from "../../src/cli/open-policy.ts";
import { notesOf } from "../../src/cli/policy-notes.ts";
import { openCheckout } from "../../src/worktree/checkout.ts";
import { checkoutSource } from "../../src/worktree/checkout-source.ts";
import { GitRepository, TestFolder } from "../support/git-repository.ts";
import { SMALL_POLICY, smallRepository } from "./example.ts";

const POLICY = ".github/stage-gates.yml";

/** As a continuous integration leaves it: the pull request alone, at no branch. */
function detached(): GitRepository {
  const clone = GitRepository.clone(smallRepository());
  clone.git("checkout", "--quiet", "--detach");
  clone.git("remote", "set-head", "origin", "--delete");
  clone.git("update-ref", "-d", "refs/remotes/origin/main");
  return clone;
}

/** A clone whose origin has no policy yet. */
function introducing(): GitRepository {
  const origin = GitRepository.create();
  origin.commit();
  return GitRepository.clone(origin).write(POLICY, SMALL_POLICY);
}

test.each([
  {
    name: "an origin, its default branch unknown",
    make: detached,
    codes: ["POLICY-FROM-WORK-TREE"],
  },
  { name: "an origin without a policy", make: introducing, codes: ["POLICY-FROM-WORK-TREE"] },
  {
    name: "an origin without a policy, one named",
    make: introducing,
    policy: POLICY,
    codes: [],
  },
  {
    name: "an origin with the policy",
    make: () => GitRepository.clone(smallRepository()),
    codes: [],
  },
  { name: "no origin", make: smallRepository, codes: [] },
  { name: "no git", make: () => new TestFolder().write(POLICY, SMALL_POLICY), codes: [] },
])("notes on the policy with $name", async ({ make, codes, policy = null }) => {
  const { root } = make();
  const checkout = await openCheckout(root, { base: null });
  const source = checkoutSource(checkout);
  const opened = await openPolicy(checkout, source, { policy, organization: null, cwd: root });
  if (opened.state === "invalid") throw new Error("the policy is valid");
  const notes = await notesOf(opened, checkout, source);
  expect(notes.map(({ code }) => code)).toEqual(codes);
});
