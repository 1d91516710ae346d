import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Answers, likelyBranch, parseApprovers } from "../../src/cli/init/answers.ts";
import { policyText } from "../../src/cli/init/policy-text.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";
import { openPacks } from "../../src/worktree/template-files.ts";

const packs = openPacks();

function template(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../templates/${name}`, import.meta.url)), "utf8");
}

describe("approvers as typed", () => {
  test.each([
    { text: "", names: [] },
    { text: "ana", names: ["@ana"] },
    { text: "@ana, @acme/release-managers", names: ["@ana", "@acme/release-managers"] },
    { text: " ana  raj ", names: ["@ana", "@raj"] },
    { text: "ana@example.com", names: null },
    { text: "@acme/a/b", names: null },
    { text: "a: b", names: null },
  ])("$text", ({ text, names }) => {
    expect(parseApprovers(text)).toEqual(names);
  });
});

test.each([
  { branches: [], branch: "production" },
  { branches: ["main"], branch: "production" },
  { branches: ["main", "origin/prod"], branch: "prod" },
])("of $branches promotions likely go to $branch", ({ branches, branch }) => {
  expect(likelyBranch(branches)).toBe(branch);
});

describe("whatever is answered, the policy is valid and says it", () => {
  const answers: Answers = { branch: "production", services: null, pack: null, approvers: [] };
  test.each<{ answers: Answers }>([
    { answers },
    { answers: { ...answers, pack: "scaling-readiness" } },
    { answers: { ...answers, branch: "release/*", services: "services/*" } },
    { answers: { ...answers, branch: "no", services: 'a "b"/*' } },
    { answers: { ...answers, branch: "#1: [x]", approvers: ["@ana", "@acme/no", "@on"] } },
    { answers: { ...answers, branch: "$& $1 <stage>", approvers: ["@1e3"] } },
  ])("$answers", ({ answers: given }) => {
    const file = given.pack === null ? "policy.yml" : "policy-with-pack.yml";
    const text = policyText(template(file), given);
    const repository = { name: ".github/stage-gates.yml", text };
    const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
    if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems));
    const { stages, services, roles, mode } = loaded.policy;
    expect(mode).toBe("advisory");
    expect(stages).toMatchObject([{ id: "production", branches: [given.branch] }]);
    expect(services?.from ?? null).toBe(given.services);
    const names = given.approvers.map((name) => name.slice(1));
    expect(roles["release-managers"]).toMatchObject({
      users: names.filter((name) => !name.includes("/")),
      teams: names.filter((name) => name.includes("/")),
      permission: names.length === 0 ? "admin" : null,
    });
  });
});
