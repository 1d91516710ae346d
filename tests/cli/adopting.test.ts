import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { GitRepository } from "../support/git-repository.ts";
import { lastLine, runCli } from "./run-cli.ts";

const PAGE = readFileSync(
  fileURLToPath(new URL("../../docs/adopting.md", import.meta.url)),
  "utf8",
);

/** The commands that stand under a heading of the page. */
function commandsUnder(heading: string): readonly (readonly string[])[] {
  const section = PAGE.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  return section
    .split("\n")
    .map((line) => line.trim().split(" "))
    .flatMap(([name, ...args]) => (name === "stage-gates" && args.length > 0 ? [args] : []));
}

const LIST = "docs/launch.md";
const POLICY = ".github/stage-gates.yml";
const TODAY = "2026-10-01";

/** Items with bold ids and without, a table with tiers, questions; some of each are open. */
const CHECKLIST = `# 🚀 Launch checklist: orders

**Last review:** 12 Sep 2026

## 📈 Observability

- [x] **OBS-1** Dashboards show the four golden signals
- [ ] **OBS-2** Every alert links to the runbook
- [x] Logs carry a correlation id

## 🧯 Reliability

| # | Requirement | Tier 1 | Tier 2 | Status | Owner |
|---|---|---|---|---|---|
| 1 | Runs in three zones | ✅ | ✅ | ✅ Done | @ana |
| 2 | Load test at twice the peak | ✅ | | 🚧 In progress | @raj |

## ❓ Questions

### What happens to open orders when we roll back?

They stay in the outbox.

### Who is paged at night?

TODO
`;

async function run(repository: GitRepository, args: readonly string[]) {
  const isDated = ["check", "baseline"].includes(args[0] ?? "") && !args.includes("--at");
  const dated = isDated ? [...args, "--at", TODAY] : args;
  return runCli(dated, { cwd: repository.root });
}

test("a team with a checklist comes to a gate of its own by the commands of the page", async () => {
  const repository = GitRepository.create().write(LIST, CHECKLIST);
  repository.commit("Begin");
  repository.git("branch", "production");

  const codes: (number | null)[] = [];
  for (const args of commandsUnder("A checklist that is there already")) {
    codes.push((await run(repository, args)).code);
  }
  expect(codes).toEqual([0, 0, 1, 0, 0]);
  repository.commit("Guard production");
  expect((await run(repository, ["validate"])).code).toBe(0);

  const list = readFileSync(repository.path(LIST), "utf8");
  for (const [from, to] of [
    ["[x] **OBS-1**", "[ ] **OBS-1**"],
    ["[x] Logs", "[ ] Logs"],
    ["✅ Done", "🚧 In progress"],
    ["They stay in the outbox.", ""],
  ] as const) {
    repository.write(LIST, list.replace(from, to));
    const checked = await run(repository, ["check", "--local"]);
    expect(lastLine(checked.stdout)).toMatch(/^Would block \(advisory\): 1 fails, /);
    expect(checked.code).toBe(1);
  }
  repository.write(LIST, list.replace("[x] **OBS-1**", "[ ] **OBS-1**"));

  const policy = readFileSync(repository.path(POLICY), "utf8");
  repository.write(POLICY, policy.replace("mode: advisory", "enforce_from: 2027-01-15"));
  const enforcing = [];
  for (const args of commandsUnder("From advisory to enforced")) {
    enforcing.push(lastLine((await run(repository, args)).stdout));
  }
  expect(enforcing).toEqual([
    expect.stringMatching(/^Would block \(advisory\): 1 fails, /),
    // By then the baseline is over as well.
    expect.stringMatching(/^Blocked: 3 fail$/),
  ]);
});
