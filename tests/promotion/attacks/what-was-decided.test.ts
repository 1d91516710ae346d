import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mergePull, openPull } from "../../../sandbox/world/pull-requests.ts";
import { type AttackShop, attackShop, type Changes, close } from "./attack-shop.ts";

/** What base says of a decision or of exposure is neither unsaid nor dated back. */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
gates:
  - id: launch
    rules: [{id: record, type: decision, of: launch}]
  - id: exposure
    rules:
      - id: steps
        type: rollout
        file: rollout.yml
        stages:
          - {id: few, percent: [5, 10], min_soak: 72h}
          - {id: all, kind: full}
`;

const record = (outcome: string, decided: string, more = "") => `---
of: launch
outcome: ${outcome}
decider: "@raj"
decided: ${decided}
${more}---
# Launch

## Rationale

The pilot has shown what it had to show, and we are ready for more.
`;

const RECORD = "decisions/launch.md";
const FEW = "stage: few\npercent: 5\n";
const HOUR = 3_600_000;

let shop: AttackShop;

beforeAll(async () => {
  shop = await attackShop(POLICY, { [RECORD]: record("stop", "2026-09-20") });
});

afterAll(() => close(shop));

describe("where base says stop, it is not outdone", () => {
  const STOP = "DECISION-AGAINST";
  test.each<{ by: string; changes: Changes; code?: string }>([
    { by: "changing the record", changes: { [RECORD]: record("go", "2026-09-20") } },
    { by: "deleting it", changes: { [RECORD]: null } },
    {
      by: "moving it, changed",
      changes: { [RECORD]: null, "decisions/z.md": record("go", "2026-09-20") },
    },
    { by: "one of the same day", changes: { "decisions/z.md": record("go", "2026-09-20") } },
    { by: "an older one", changes: { "decisions/z.md": record("go", "2026-09-01") } },
    {
      by: "one to come",
      changes: { "decisions/z.md": record("go", "2026-12-01") },
      code: "DECISION-FUTURE",
    },
    {
      by: "an older one that supersedes it",
      changes: { "decisions/z.md": record("go", "2026-09-01", `supersedes: ${RECORD}\n`) },
    },
  ])("by $by", async ({ changes, code = STOP }) => {
    const pull = await shop.propose({ ...changes, "rollout.yml": FEW });
    const judged = await shop.judged(pull);
    expect(judged).toMatch(/^no-go /);
    expect(judged.split(" ")).toContain(code);
    expect(shop.stateOf(pull)).toBe("failure");
  });
});

describe("a step is watched from when it landed", () => {
  test("whatever day its commit and its file claim", async () => {
    const { world, repository } = shop;
    const go = { [RECORD]: record("go", "2026-09-20") };
    await repository.commit("production", { changes: go, message: "Go", author: BACKDATED });
    // It comes to the default branch first, and from there to production, with no pull request.
    await repository.git.setRef("refs/heads/step", await repository.git.branch("production"));
    await repository.git.setRef("refs/heads/main", await repository.git.branch("production"));
    const policy = { ".github/stage-gates.yml": POLICY };
    await repository.commit("main", { changes: policy, message: "Policy", author: BACKDATED });
    const claims = { "rollout.yml": `${FEW}started_at: 2026-09-01\n` };
    const step = { changes: claims, message: "Few", author: BACKDATED };
    await repository.commit("step", step);
    const about = { author: "ana", title: "Few", body: null, base: "main", head: "step" };
    const pull = await openPull(world, repository, about);
    const landed = await mergePull(world, repository, pull, { login: "ana" });
    await repository.git.setRef("refs/heads/production", landed);

    const all = { "rollout.yml": "stage: all\npercent: 100\n" };
    const next = await shop.propose(all);
    expect(await shop.judged(next)).toBe("no-go ROLLOUT-SOAKING");
    const later = (hours: number) => {
      world.now += hours * HOUR;
      // A run has a token of its own, which lasts an hour.
      Object.assign(shop.promoting, { client: shop.client() });
    };
    later(71);
    expect(await shop.judged(next)).toBe("no-go ROLLOUT-SOAKING");
    later(2);
    expect(await shop.judged(next)).toBe("go");
  });
});

const BACKDATED = { name: "Raj", email: "raj@acme.test", at: Date.parse("2026-09-01T08:00:00Z") };
