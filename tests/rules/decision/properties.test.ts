import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import { decision } from "../../../src/rules/decision.ts";
import { askRule } from "../../support/ask-rule.ts";
import { decisionRecord, type RecordText } from "../../support/decision-record.ts";
import { type Content, MemorySource } from "../../support/memory-source.ts";
import { HEAD, pullRequest, withPeople } from "../../support/pull-request.ts";

type Tree = Readonly<Record<string, Content>>;

const ROLES = { deciders: { users: ["mara"], teams: [], permission: null } };

async function judge(base: Tree, head: Tree, options: Record<string, unknown> = {}) {
  const source = withPeople(new MemorySource({ base, evidence: head, [HEAD]: head }), {
    mara: "write",
  });
  source.with<"pull-request">({ kind: "pull-request" }, pullRequest());
  const answer = await askRule(decision, {
    options: { of: "launch", ...options },
    source,
    roles: ROLES,
  });
  return answer.findings.filter(({ outcome }) => outcome !== "noted");
}

const passes = (findings: readonly Finding[]) => findings.length === 0;

const name = fc.constantFrom("a.md", "b.md", "c.md", "2026-09-20-launch.md");
const day = fc.constantFrom(
  "2026-08-01",
  "2026-09-20",
  "2026-09-30",
  "2026-10-01",
  "2026-10-02",
  "soon",
);
const text = fc
  .record<RecordText>({
    of: fc.constantFrom("launch", "LAUNCH", "pilot", "lau\u200bnch", null),
    outcome: fc.constantFrom("go", "stop", "conditional-go", "maybe", null),
    decider: fc.constantFrom("mara", "<who>", null),
    decided: fc.option(day, { freq: 8 }),
    more: fc.subarray([
      "expires: 2026-10-31",
      "expires: 2026-09-30",
      "conditions: [x holds]",
      "supersedes: [a.md, b.md, decisions/c.md]",
      "of: again",
    ]),
    rationale: fc.constantFrom("It holds.", "<why>", null),
  })
  .map(decisionRecord);
const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 8, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "link", "lfs-pointer", "# No record\n", "---\n: [\n---\n"),
  },
);
const records = fc.dictionary(name, content, { maxKeys: 4 }).map((tree) => inFolder(tree));

function inFolder(tree: Tree): Record<string, Content> {
  return Object.fromEntries(
    Object.entries(tree).map(([file, what]) => [`decisions/${file}`, what]),
  );
}

/** What the source lists as files; a link on base is no record there. */
function regular(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).filter(([, what]) => what !== "link" && what !== "lfs-pointer"),
  );
}

const changes = fc
  .dictionary(name, fc.option(content), { minKeys: 1 })
  .map((tree) => Object.entries(tree));

describe("what a pull request does to records that are on base", () => {
  it("changes nothing: neither changing, nor deleting, nor dating them anew", async () => {
    await fc.assert(
      fc.asyncProperty(records, changes, async (given, edits) => {
        const base = regular(given);
        const head: Record<string, Content> = { ...base };
        for (const [file, what] of edits) {
          const path = `decisions/${file}`;
          if (!Object.hasOwn(base, path)) continue;
          if (what === null) delete head[path];
          else head[path] = what;
        }
        expect(await judge(base, head)).toEqual(await judge(base, base));
      }),
      { numRuns: 400 },
    );
  });

  it("never turns a no into a go with records that are no later than those on base", async () => {
    await fc.assert(
      fc.asyncProperty(records, text, async (given, added) => {
        const base = {
          ...regular(given),
          "decisions/last.md": decisionRecord({ decided: "2026-10-01", outcome: "stop" }),
        };
        const head = { ...base, "decisions/zz.md": added };
        expect(passes(await judge(base, head))).toBe(false);
      }),
      { numRuns: 250 },
    );
  });

  it("never turns a no into a go while its decider has not approved", async () => {
    await fc.assert(
      fc.asyncProperty(records, records, async (given, head) => {
        const base = regular(given);
        const options = { decider_role: "deciders" };
        const before = passes(await judge(base, base, options));
        const after = passes(await judge(base, { ...base, ...head }, options));
        expect(after && !before).toBe(false);
      }),
      { numRuns: 250 },
    );
  });
});

it("never throws, whatever a record holds", async () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc
      .string({
        unit: fc.constantFrom(..."---\nof: launch outcome:[]{}<>#`|*\u202e\u0000&!@%"),
        maxLength: 200,
      })
      .map(
        (middle) =>
          `---\nof: launch\ndecided: 2026-09-20\noutcome: go\n${middle}\n---\n## Rationale\n${middle}\n`,
      ),
    fc
      .json({ maxDepth: 4 })
      .map(
        (json) =>
          `---\nof: launch\noutcome: ${json}\ndecided: ${json}\nactions: ${json}\nconditions: ${json}\nsupersedes: ${json}\n---\n`,
      ),
  );
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (one, other) => {
      const base = { "decisions/a.md": one === "" ? "x" : one };
      const head = { ...base, "decisions/b.md": other === "" ? "x" : other };
      const require = ["decider", "decided", "rationale", "actions"];
      const codes = (await judge(base, head, { require })).map(({ code }) => code);
      expect(codes).not.toContain("RULE-DEFECT");
    }),
    { numRuns: 400 },
  );
});
