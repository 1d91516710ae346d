import { expect, test } from "vitest";
import type { Stage } from "../../src/model/policy.ts";
import { stageOfBranch } from "../../src/verdict/select-stage.ts";

function stage(id: string, ...branches: string[]): Stage {
  const at = { file: "p.yml", line: 1, column: 1 };
  return { id, branches, paths: null, gates: null, cumulative: true, at };
}

const policy = { stages: [stage("limited", "limited"), stage("production", "main", "release/*")] };

test.each([
  { branch: "limited", owner: "limited" },
  { branch: "main", owner: "production" },
  { branch: "release/2026.10", owner: "production" },
  { branch: "release/.hidden", owner: "production" },
  { branch: "release/a/b", owner: null },
  { branch: "Main", owner: null },
  { branch: "", owner: null },
])("`$branch` belongs to $owner", ({ branch, owner }) => {
  expect(stageOfBranch(policy, branch)?.id ?? null).toBe(owner);
});
