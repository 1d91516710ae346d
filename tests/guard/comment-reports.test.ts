import { describe, expect, test } from "vitest";
import { judge } from "../../src/guard.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";
import { renderJson } from "../../src/render/json.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { renderPretty } from "../../src/render/pretty.ts";
import { sourceOf } from "../support/doc-examples.ts";
import { HEAD } from "../support/pull-request.ts";
import { policyWith, UNTICKED } from "./commenting.ts";

const POLICY = policyWith({
  rest: `freeze: [{from: 2026-09-30, to: 2026-10-01, reason: audit}]
break_glass: {roles: [release-managers], approvals: 1, review_within: 3d}
`,
});

/** A verdict from a facts file with comments of ana, as `--facts` gives it. */
async function verdictWith(...bodies: readonly string[]) {
  const repository = { name: "policy.yml", text: POLICY };
  const packs = { ids: [], read: () => null };
  const loaded = loadPolicy({ repository, organization: null, packs, repositoryName: null });
  if (loaded.state === "invalid") throw new Error(JSON.stringify(loaded.problems));
  const facts = {
    pull_request: {
      number: 482,
      head: HEAD,
      opened_at: "2026-09-28T09:00:00Z",
      authors: ["otto"],
      commands: bodies.map((body) => ({ author: "ana", created_at: "2026-09-29T10:00:00Z", body })),
    },
    accounts: { ana: { state: "user", access: "write" } },
  };
  const files = { evidence: { "READINESS.md": UNTICKED }, base: {} };
  const nothing = { line: 1, settings: {}, context: {} };
  const expected = { outcome: "passed" as const, codes: [] };
  return judge({
    policy: loaded.policy,
    waivers: [],
    notes: [],
    origin: { ref: "production", sha: null, files: ["policy.yml"] },
    source: sourceOf({ ...nothing, ...files, facts, expected }),
    now: Date.parse("2026-10-01T12:00:00Z"),
    stage: "production",
    services: null,
    local: false,
    commit: HEAD,
  });
}

const LOOK = { width: 100, paint: (_: unknown, text: string) => text };

const WAIVE =
  '/gate waive data --until 2026-10-26 --codes CHECKLIST-UNTICKED --reason "measured on Friday"';
const UNFREEZE = `/gate unfreeze ${HEAD} --reason "audit is done"`;
const BREAK_GLASS = `/gate break-glass ${HEAD} --reason "sign-in is down"`;

describe("a verdict with a waiver and a lifted freeze", () => {
  const verdict = verdictWith(`${WAIVE}\n${UNFREEZE}`);

  test("says so in a terminal", async () => {
    expect(renderPretty(await verdict, null, LOOK)).toMatchInlineSnapshot(`
      "production: at aaaaaaa, policy policy.yml (production)

      COND  Freeze
            “No freeze is on”: let through for this commit by ana (audit is done)

      COND  Data
            “Items” is waived until 2026-10-26 by ana: measured on Friday

            holds until 2026-10-02 00:00 UTC
            first to expire, on 2026-10-27 00:00 UTC: the waiver ends on 2026-10-26: \`data.parity\` is not
            ticked: Same quality as the pilot (READINESS.md:4, no owner is named)

      Ready on a waiver: 2 pass on conditions
      "
    `);
  });

  test("says so in markdown", async () => {
    expect(renderMarkdown(await verdict)).toMatchInlineSnapshot(`
      "### ✅ Ready on a waiver: 0 gates pass, 2 on conditions for \`production\`

      🔓 **Unfrozen for this commit. Freeze**: promotions are frozen up to and including 2026-10-01: audit, “audit is done”, granted by \`ana\`

      🔓 **Waived until 2026-10-26. Data**: \`data.parity\` is not ticked: Same quality as the pilot, “measured on Friday”, granted by \`ana\`

      <sub>Checked commit \`aaaaaaa\` with the policy at \`production\`. Time alone changes nothing before 2026-10-02 00:00 UTC.</sub>
      "
    `);
  });

  test("says so to machines", async () => {
    const { decision, gates, breakGlass } = JSON.parse(renderJson(await verdict));
    expect({ decision, gates, breakGlass }).toMatchObject({
      decision: "conditional-go",
      breakGlass: null,
      gates: [
        {
          id: "freeze",
          outcome: "conditional",
          rules: [
            {
              outcome: "waived",
              findings: [{ code: "FREEZE-ON", outcome: "pending" }],
              waiver: {
                reason: "audit is done",
                until: null,
                approvedBy: ["ana"],
                approvedIn: null,
                kind: "unfreeze",
              },
            },
          ],
        },
        {
          id: "data",
          outcome: "conditional",
          rules: [
            {
              outcome: "waived",
              findings: [{ code: "CHECKLIST-UNTICKED", outcome: "failed" }],
              waiver: {
                reason: "measured on Friday",
                until: "2026-10-26",
                approvedBy: ["ana"],
                approvedIn: null,
                kind: "waiver",
              },
            },
          ],
        },
      ],
    });
  });
});

describe("a verdict with broken glass", () => {
  const verdict = verdictWith(BREAK_GLASS);

  test("says so in a terminal", async () => {
    expect(renderPretty(await verdict, null, LOOK)).toMatchInlineSnapshot(`
      "production: at aaaaaaa, policy policy.yml (production)

      COND  Freeze
            “No freeze is on”: let through for this commit by ana (sign-in is down)

      COND  Data
            “Items”: let through for this commit by ana (sign-in is down)

      NOTE  \`@ana\` (sign-in is down) broke the glass for \`aaaaaaaaaa\`: what was let through is to be
            reviewed before 2026-10-02 10:00 UTC

            holds until 2026-10-02 00:00 UTC

      Ready on broken glass: 2 pass on conditions
      "
    `);
  });

  test("says so in markdown", async () => {
    expect(renderMarkdown(await verdict)).toMatchInlineSnapshot(`
      "### ✅ Ready on broken glass: 0 gates pass, 2 on conditions for \`production\`

      🔓 **Glass broken for this commit. Freeze**: promotions are frozen up to and including 2026-10-01: audit, “sign-in is down”, granted by \`ana\`

      🔓 **Glass broken for this commit. Data**: \`data.parity\` is not ticked: Same quality as the pilot, “sign-in is down”, granted by \`ana\`

      <details>
      <summary>1 note</summary>

      - \`@ana\` (sign-in is down) broke the glass for \`aaaaaaaaaa\`: what was let through is to be reviewed before 2026-10-02 10:00 UTC

      </details>

      <sub>Checked commit \`aaaaaaa\` with the policy at \`production\`. Time alone changes nothing before 2026-10-02 00:00 UTC.</sub>
      "
    `);
  });

  test("says to machines who let through what, and when it is to be reviewed", async () => {
    const { breakGlass } = JSON.parse(renderJson(await verdict));
    expect(breakGlass).toEqual({
      commit: HEAD,
      approvals: [{ by: "ana", reason: "sign-in is down", at: "2026-09-29T10:00:00.000Z" }],
      reviewDue: "2026-10-02T10:00:00.000Z",
    });
  });
});
