import { describe, expect, it } from "vitest";
import type { PullRequestFact } from "../../src/model/fact.ts";
import { decision } from "../../src/rules/decision.ts";
import { askRule, type RuleQuestion, told } from "../support/ask-rule.ts";
import { decisionRecord as record } from "../support/decision-record.ts";
import { type Content, MemorySource } from "../support/memory-source.ts";
import { commit, HEAD, inTurn, pullRequest, review, withPeople } from "../support/pull-request.ts";

type Tree = Readonly<Record<string, Content>>;

interface Case {
  readonly base?: Tree;
  /** What the pull request adds or changes; `null` deletes. */
  readonly head?: Readonly<Record<string, Content | null>>;
  readonly options?: Record<string, unknown>;
  readonly pull?: Partial<PullRequestFact>;
  readonly ask?: Partial<RuleQuestion>;
  /** Trees of commits. */
  readonly commits?: Readonly<Record<string, Tree>>;
}

interface Row extends Case {
  readonly name: string;
  readonly told: readonly string[];
}

const ROLES = { deciders: { users: ["mara", "nils"], teams: [], permission: null } };
const PEOPLE = { mara: "write", nils: "admin", eve: "admin", otto: "admin" } as const;

function evidenceOf({ base = {}, head = {} }: Case): Tree {
  const tree = { ...base, ...head };
  return Object.fromEntries(
    Object.entries(tree).filter((entry): entry is [string, Content] => entry[1] !== null),
  );
}

function sourceOf(given: Case): MemorySource {
  const evidence = evidenceOf(given);
  const trees = { evidence, base: given.base ?? {}, [HEAD]: evidence, ...given.commits };
  const source = withPeople(new MemorySource(trees), PEOPLE);
  if (given.pull !== undefined) {
    source.with<"pull-request">({ kind: "pull-request" }, pullRequest(given.pull));
  }
  return source;
}

function ask(given: Case) {
  const options = { of: "launch", ...given.options };
  return askRule(decision, { options, source: sourceOf(given), roles: ROLES, ...given.ask });
}

const PATH = "decisions/2026-09-20-launch.md";
const NEW = "decisions/2026-09-28-launch.md";

async function expectTold(row: Row): Promise<void> {
  expect(told(await ask(row))).toEqual(row.told);
}

describe("a record on the base branch", () => {
  const rows: readonly Row[] = [
    { name: "says go", base: { [PATH]: record() }, told: [] },
    {
      name: "in another case",
      base: { [PATH]: record({ of: "Launch", outcome: "GO" }) },
      told: [],
    },
    {
      name: "says stop",
      base: { [PATH]: record({ outcome: "stop" }) },
      told: [`failed DECISION-AGAINST ${PATH}`],
    },
    {
      name: "says improve",
      base: { [PATH]: record({ outcome: "improve" }) },
      told: [`failed DECISION-AGAINST ${PATH}`],
    },
    {
      name: "says what the policy does not know",
      base: { [PATH]: record({ outcome: "maybe" }) },
      told: [`failed DECISION-UNMAPPED ${PATH}`],
    },
    {
      name: "says nothing",
      base: { [PATH]: record({ outcome: null }) },
      told: [`failed DECISION-UNMAPPED ${PATH}`],
    },
    {
      name: "says a list",
      base: { [PATH]: record({ outcome: "[go, stop]" }) },
      told: [`failed DECISION-UNMAPPED ${PATH}`],
    },
    {
      name: "says what the policy maps",
      base: { [PATH]: record({ outcome: "pivot" }) },
      options: { outcomes: { Pivot: "pass" } },
      told: [],
    },
    {
      name: "says go, which the policy no longer maps",
      base: { [PATH]: record() },
      options: { outcomes: { pivot: "pass" } },
      told: [`failed DECISION-UNMAPPED ${PATH}`],
    },
    {
      name: "says `__proto__`",
      base: { [PATH]: record({ outcome: "__proto__" }) },
      told: [`failed DECISION-UNMAPPED ${PATH}`],
    },
    {
      name: "is of something else",
      base: { [PATH]: record({ of: "pilot" }) },
      told: ["failed DECISION-MISSING launch"],
    },
    {
      name: "is of something else, which any subject allows",
      base: { [PATH]: record({ of: "pilot" }) },
      options: { of: undefined },
      told: [],
    },
    { name: "is not there", base: {}, told: ["failed DECISION-MISSING launch"] },
    {
      name: "lies elsewhere",
      base: { "docs/x.md": record() },
      told: ["failed DECISION-MISSING launch"],
    },
    {
      name: "lies where the policy says",
      base: { "adr/x/y.md": record() },
      options: { path: "adr/**/*.md" },
      told: [],
    },
    {
      name: "a page beside the records",
      base: { [PATH]: record(), "decisions/README.md": "# Decisions\n" },
      told: [],
    },
    {
      name: "a page with other front matter",
      base: { [PATH]: record(), "decisions/README.md": "---\ntitle: x\n---\n" },
      told: [],
    },
    {
      name: "an empty file beside it",
      base: { [PATH]: record(), "decisions/empty.md": "" },
      told: [],
    },
  ];
  it.each(rows)("$name", expectTold);
});

describe("the newest record decides", () => {
  const older = "decisions/2026-08-01-launch.md";
  const rows: readonly Row[] = [
    {
      name: "a later stop",
      base: { [older]: record({ decided: "2026-08-01" }), [PATH]: record({ outcome: "stop" }) },
      told: [`failed DECISION-AGAINST ${PATH}`],
    },
    {
      name: "a later go",
      base: { [older]: record({ decided: "2026-08-01", outcome: "stop" }), [PATH]: record() },
      told: [],
    },
    {
      name: "by its date, not by its name",
      base: { [older]: record({ decided: "2026-09-21", outcome: "stop" }), [PATH]: record() },
      told: [`failed DECISION-AGAINST ${older}`],
    },
    {
      name: "of one day the worst",
      base: { [older]: record({ outcome: "stop" }), [PATH]: record() },
      told: [`failed DECISION-AGAINST ${older}`],
    },
    {
      name: "of one day the unknown before the no",
      base: { [older]: record({ outcome: "hm" }), [PATH]: record({ outcome: "stop" }) },
      told: [`failed DECISION-UNMAPPED ${older}`],
    },
    {
      name: "superseding one of the same day does not help",
      base: {
        [older]: record({ outcome: "stop" }),
        [PATH]: record({ more: [`supersedes: ${older}`] }),
      },
      told: [`failed DECISION-AGAINST ${older}`],
    },
    {
      name: "one of another subject does not count",
      base: {
        [older]: record({ of: "pilot", outcome: "stop", decided: "2026-09-30" }),
        [PATH]: record(),
      },
      told: [],
    },
    {
      name: "superseding an earlier one",
      base: {
        [older]: record({ decided: "2026-08-01", outcome: "stop" }),
        [PATH]: record({ more: ["supersedes: 2026-08-01-launch.md"] }),
      },
      told: [],
    },
    {
      name: "superseding nothing is a remark",
      base: { [PATH]: record({ more: ["supersedes: [nothing.md]"] }) },
      told: [`noted DECISION-SUPERSEDES-NOTHING ${PATH}`],
    },
  ];
  it.each(rows)("$name", expectTold);
});

describe("what a pull request does to the record on base", () => {
  const base = { [PATH]: record({ outcome: "stop" }) };
  const against = `failed DECISION-AGAINST ${PATH}`;
  const ignored = `noted DECISION-CHANGED-IGNORED ${PATH}`;
  const rows: readonly Row[] = [
    { name: "changing it", base, head: { [PATH]: record() }, told: [ignored, against] },
    { name: "deleting it", base, head: { [PATH]: null }, told: [ignored, against] },
    { name: "emptying it", base, head: { [PATH]: "" }, told: [ignored, against] },
    {
      name: "backdating it",
      base,
      head: { [PATH]: record({ outcome: "stop", decided: "2020-01-01" }) },
      told: [ignored, against],
    },
    { name: "breaking it", base, head: { [PATH]: "---\nof: [\n---\n" }, told: [ignored, against] },
    { name: "making it a link", base, head: { [PATH]: "link" }, told: [ignored, against] },
    {
      name: "moving it",
      base,
      head: { [PATH]: null, [NEW]: record({ outcome: "stop" }) },
      told: [ignored, `failed DECISION-AGAINST ${NEW}`, `noted DECISION-SELF-ATTESTED ${NEW}`],
    },
    {
      name: "moving it and changing its outcome",
      base,
      head: { [PATH]: null, [NEW]: record() },
      told: [ignored, against],
    },
    {
      name: "adding an older go",
      base,
      head: { [NEW]: record({ decided: "2026-09-19" }) },
      told: [against],
    },
    { name: "adding a go of the same day", base, head: { [NEW]: record() }, told: [against] },
    {
      name: "superseding it on the same day",
      base,
      head: { [NEW]: record({ more: [`supersedes: ${PATH}`] }) },
      told: [against],
    },
    {
      name: "adding a later go is a decision of its own",
      base,
      head: { [NEW]: record({ decided: "2026-09-28" }) },
      told: [`noted DECISION-SELF-ATTESTED ${NEW}`],
    },
    {
      name: "adding a go of tomorrow",
      base,
      head: { [NEW]: record({ decided: "2026-10-02" }) },
      told: [`failed DECISION-FUTURE ${NEW}`, against],
    },
    {
      name: "adding a later stop to a go",
      base: { [PATH]: record() },
      head: { [NEW]: record({ decided: "2026-09-28", outcome: "stop" }) },
      told: [`failed DECISION-AGAINST ${NEW}`, `noted DECISION-SELF-ATTESTED ${NEW}`],
    },
    {
      name: "adding the first one, of today",
      head: { [NEW]: record({ decided: "2026-10-01" }) },
      told: [`noted DECISION-SELF-ATTESTED ${NEW}`],
    },
    {
      name: "changing a record of something else",
      base: { ...base, "decisions/p.md": record({ of: "pilot" }) },
      head: { "decisions/p.md": record({ of: "pilot", outcome: "stop" }) },
      told: [against],
    },
  ];
  it.each(rows)("$name", expectTold);
});

describe("a new record that its decider has to approve", () => {
  const options = { decider_role: "deciders" };
  const head = { [NEW]: record({ decided: "2026-09-28" }) };
  const stop = { [PATH]: record({ outcome: "stop" }) };
  const waits = `pending DECISION-UNAPPROVED ${NEW}`;
  const OLD = commit("b");
  const rows: readonly Row[] = [
    { name: "approved", head, pull: { reviews: [review("approved mara")] }, told: [] },
    { name: "nobody has", head, pull: {}, told: [waits] },
    {
      name: "by somebody without the role",
      head,
      pull: { reviews: [review("approved eve")] },
      told: [waits],
    },
    {
      name: "by the author",
      head,
      pull: { authors: ["mara"], reviews: [review("approved mara")] },
      told: [waits],
    },
    {
      name: "by one holder, while another requests changes",
      head,
      pull: { reviews: inTurn("approved mara", "changes-requested nils") },
      told: [waits],
    },
    {
      name: "while a stranger requests changes",
      head,
      pull: { reviews: inTurn("approved mara", "changes-requested eve") },
      told: [],
    },
    {
      name: "dismissed",
      head,
      pull: { reviews: [review("approved mara a dismissed")] },
      told: [waits],
    },
    {
      name: "as it was on an older commit",
      head,
      pull: { reviews: [review("approved mara b")] },
      commits: { [OLD]: head },
      told: [],
    },
    {
      name: "before it was changed",
      head,
      pull: { reviews: [review("approved mara b")] },
      commits: { [OLD]: { [NEW]: record({ outcome: "stop" }) } },
      told: [waits],
    },
    {
      name: "before it was there",
      head,
      pull: { reviews: [review("approved mara b")] },
      commits: { [OLD]: {} },
      told: [waits],
    },
    {
      name: "meanwhile the base's counts",
      base: stop,
      head,
      pull: {},
      told: [waits, `failed DECISION-AGAINST ${PATH}`],
    },
    {
      name: "approved, it replaces the base's",
      base: stop,
      head,
      pull: { reviews: [review("approved mara")] },
      told: [],
    },
    {
      name: "a new stop waits too",
      base: { [PATH]: record() },
      head: { [NEW]: record({ decided: "2026-09-28", outcome: "stop" }) },
      pull: {},
      told: [waits],
    },
    {
      name: "nobody is asked about one older than the base's",
      base: { [PATH]: record() },
      head: { [NEW]: record({ decided: "2026-09-01", outcome: "stop" }) },
      told: [],
    },
    {
      name: "nor about one of something else",
      base: { [PATH]: record() },
      head: { [NEW]: record({ of: "pilot", decided: "2026-09-28" }) },
      told: [],
    },
    { name: "a record on base needs no approval", base: { [PATH]: record() }, told: [] },
    {
      name: "a role the policy does not have",
      head,
      options: { decider_role: "toString" },
      told: ["errored DECISION-UNKNOWN-ROLE toString"],
    },
  ];
  it.each(rows)("$name", (row) => expectTold({ ...row, options: { ...options, ...row.options } }));

  it("needs GitHub", async () => {
    const { findings } = await ask({ head, options });
    expect(findings.map(({ code }) => code)).toEqual(["NEEDS-GITHUB"]);
  });
});

describe("what a record has to say", () => {
  const missing = (part: string) => `failed DECISION-INCOMPLETE ${PATH} ${part}`;
  const actions = (...lines: string[]) => ({
    more: ["actions:", ...lines.map((line) => `  - ${line}`)],
  });
  const conditional = { outcome: "conditional-go" };
  const rows: readonly (Row & { readonly text: string })[] = [
    { name: "a bare login decides", text: record({ decider: "mara" }), told: [] },
    { name: "a team decides", text: record({ decider: '"@acme/board"' }), told: [] },
    { name: "no decider", text: record({ decider: null }), told: [missing("decider")] },
    {
      name: "a placeholder decides",
      text: record({ decider: '"@<login>"' }),
      told: [missing("decider")],
    },
    { name: "TBD decides", text: record({ decider: "TBD" }), told: [missing("decider")] },
    {
      name: "an e-mail address decides",
      text: record({ decider: "mara@acme.example" }),
      told: [missing("decider")],
    },
    {
      name: "no decider is asked for",
      text: record({ decider: null }),
      options: { require: [] },
      told: [],
    },
    { name: "no rationale", text: record({ rationale: null }), told: [missing("rationale")] },
    { name: "an empty rationale", text: record({ rationale: "" }), told: [missing("rationale")] },
    {
      name: "the template's rationale",
      text: record({ rationale: "<why>" }),
      told: [missing("rationale")],
    },
    {
      name: "a rationale in a comment",
      text: record({ rationale: "<!-- because -->" }),
      told: [missing("rationale")],
    },
    {
      name: "a rationale in a fence",
      text: `${record({ rationale: null })}\`\`\`\n## Rationale\n\nBecause.\n\`\`\`\n`,
      told: [missing("rationale")],
    },
    {
      name: "two rationales",
      text: `${record()}\n## Rationale\n\nOr not.\n`,
      told: [`failed SECTION-AMBIGUOUS ${PATH} rationale`],
    },
    { name: "no actions are asked for", text: record(), told: [] },
    {
      name: "no actions",
      text: record(),
      options: { require: ["actions"] },
      told: [missing("actions")],
    },
    {
      name: "an empty list of actions",
      text: record({ more: ["actions: []"] }),
      options: { require: ["actions"] },
      told: [missing("actions")],
    },
    {
      name: "actions in a word",
      text: record({ more: ["actions: some"] }),
      options: { require: ["actions"] },
      told: [missing("actions")],
    },
    {
      name: "actions",
      text: record(
        actions(
          "{what: widen, owner: ana, due: 2026-12-01}",
          '{what: watch, owner: "@raj", due: 2026-01-01}',
        ),
      ),
      options: { require: ["actions"] },
      told: [],
    },
    {
      name: "an action without an owner",
      text: record(
        actions("{what: widen, owner: ana, due: 2026-12-01}", "{what: watch, due: 2026-12-01}"),
      ),
      options: { require: ["actions"] },
      told: [missing("actions[1]")],
    },
    {
      name: "an action due some day",
      text: record(actions("{what: widen, owner: ana, due: soon}")),
      options: { require: ["actions"] },
      told: [missing("actions[0]")],
    },
    {
      name: "the template's action",
      text: record(actions('{what: <what>, owner: "@<login>", due: <YYYY-MM-DD>}')),
      options: { require: ["actions"] },
      told: [missing("actions[0]")],
    },
    {
      name: "on conditions",
      text: record({
        ...conditional,
        more: ["conditions: [two people on call]", "expires: 2026-10-31"],
      }),
      told: [`conditional DECISION-CONDITIONAL ${PATH}`],
    },
    {
      name: "on one condition, as text",
      text: record({
        ...conditional,
        more: ["conditions: two people on call", "expires: 2026-10-31"],
      }),
      told: [`conditional DECISION-CONDITIONAL ${PATH}`],
    },
    {
      name: "on conditions that are not there",
      text: record({ ...conditional, more: ["expires: 2026-10-31"] }),
      told: [missing("conditions")],
    },
    {
      name: "on the template's conditions",
      text: record({
        ...conditional,
        more: ["conditions: [<what has to hold>]", "expires: 2026-10-31"],
      }),
      told: [missing("conditions")],
    },
    {
      name: "on conditions without an end",
      text: record({ ...conditional, more: ["conditions: [x holds]"] }),
      told: [missing("expires")],
    },
    {
      name: "on conditions until some day",
      text: record({ ...conditional, more: ["conditions: [x holds]", "expires: soon"] }),
      told: [`conditional DECISION-CONDITIONAL ${PATH}`, `failed DECISION-DATE ${PATH} expires`],
    },
    {
      name: "on conditions that have ended",
      text: record({ ...conditional, more: ["conditions: [x holds]", "expires: 2026-09-30"] }),
      told: [`conditional DECISION-CONDITIONAL ${PATH}`, `failed DECISION-EXPIRED ${PATH} expires`],
    },
    {
      name: "a go that has ended",
      text: record({ more: ["expires: 2026-09-30"] }),
      told: [`failed DECISION-EXPIRED ${PATH} expires`],
    },
  ];
  it.each(rows)("$name", ({ text, ...row }) => expectTold({ ...row, base: { [PATH]: text } }));
});

describe("a record that cannot be placed among the others", () => {
  const BROKEN = "decisions/broken.md";
  const rows: readonly (Row & { readonly text: Content })[] = [
    {
      name: "without a date",
      text: record({ decided: null }),
      told: [`failed DECISION-INCOMPLETE ${BROKEN}`],
    },
    {
      name: "with the template's date",
      text: record({ decided: "<YYYY-MM-DD>" }),
      told: [`failed DECISION-INCOMPLETE ${BROKEN}`],
    },
    {
      name: "with a date in another form",
      text: record({ decided: "20.09.2026" }),
      told: [`failed DECISION-DATE ${BROKEN}`],
    },
    {
      name: "with a day that is none",
      text: record({ decided: "2026-02-30" }),
      told: [`failed DECISION-DATE ${BROKEN}`],
    },
    {
      name: "without a subject",
      text: record({ of: null }),
      told: [`failed DECISION-INCOMPLETE ${BROKEN}`],
    },
    {
      name: "with front matter that does not parse",
      text: "---\nof: [\n---\n",
      told: [`errored FRONT-MATTER-MALFORMED ${BROKEN}`],
    },
    {
      name: "with a key twice",
      text: "---\nof: launch\nof: pilot\n---\n",
      told: [`errored FRONT-MATTER-MALFORMED ${BROKEN}`],
    },
    {
      name: "with a hidden character in its subject",
      text: record({ of: "lau\u200bnch" }),
      told: [`failed HIDDEN-CHARACTER ${BROKEN}`],
    },
    {
      name: "with a hidden character in its outcome",
      text: record({ outcome: "go\u202e" }),
      told: [`failed HIDDEN-CHARACTER ${BROKEN}`],
    },
    {
      name: "too large to read",
      text: record() + "x".repeat(600_000),
      told: [`errored READINESS-TOO-LARGE ${BROKEN}`],
    },
  ];
  const withoutTail = (lines: readonly string[]) =>
    lines.map((line) => line.split(":")[0]?.replace(/\d+$/, ""));

  it.each(rows)("$name, on base", async ({ text, told: expected }) => {
    const answer = await ask({ base: { [PATH]: record(), [BROKEN]: text } });
    expect(withoutTail(told(answer))).toEqual(expected);
  });

  it.each(rows)("$name, and mended in the head", async ({ text, told: expected }) => {
    const answer = await ask({
      base: { [PATH]: record(), [BROKEN]: text },
      head: { [BROKEN]: record() },
    });
    expect(withoutTail(told(answer))).toEqual(expected);
  });

  it.each(rows)("$name, until a record supersedes it by name", async ({ text }) => {
    const head = { [NEW]: record({ decided: "2026-09-28", more: ["supersedes: broken.md"] }) };
    const answer = await ask({ base: { [PATH]: record(), [BROKEN]: text }, head });
    expect(told(answer)).toEqual([`noted DECISION-SELF-ATTESTED ${NEW}`]);
  });
});

describe("time", () => {
  const rows: readonly (Case & {
    readonly name: string;
    readonly told: readonly string[];
    readonly validUntil: string | null;
  })[] = [
    { name: "nothing ends", base: { [PATH]: record() }, told: [], validUntil: null },
    {
      name: "until the end of the day it expires",
      base: { [PATH]: record({ more: ["expires: 2026-10-01"] }) },
      told: [],
      validUntil: "2026-10-02T00:00:00.000Z",
    },
    {
      name: "until it is too old",
      base: { [PATH]: record() },
      ask: { maxAge: "30d" },
      told: [],
      validUntil: "2026-10-21T00:00:00.000Z",
    },
    {
      name: "on its last day",
      base: { [PATH]: record() },
      ask: { maxAge: "30d", now: "2026-10-20T23:59:59Z" },
      told: [],
      validUntil: "2026-10-21T00:00:00.000Z",
    },
    {
      name: "too old",
      base: { [PATH]: record() },
      ask: { maxAge: "30d", now: "2026-10-21T00:00:00Z" },
      told: [`failed DECISION-STALE ${PATH}`],
      validUntil: null,
    },
    {
      name: "until the day it claims",
      base: { [PATH]: record({ decided: "2026-10-03" }) },
      told: [`failed DECISION-FUTURE ${PATH}`],
      validUntil: "2026-10-03T00:00:00.000Z",
    },
    {
      name: "on the day it claims",
      base: { [PATH]: record({ decided: "2026-10-03" }) },
      ask: { now: "2026-10-03T00:00:00Z" },
      told: [],
      validUntil: null,
    },
  ];
  it.each(rows)("$name", async (row) => {
    const answer = await ask(row);
    expect([told(answer), answer.validUntil]).toEqual([row.told, row.validUntil]);
  });
});

describe("where to look", () => {
  it("names the line of what the record says, and the file to create", async () => {
    const against = await ask({ base: { [PATH]: record({ outcome: "stop" }) } });
    expect(against.findings[0]?.at).toEqual({ file: PATH, line: 3, column: 10 });
    const none = await ask({
      options: { path: "{path}/decisions/**/*.{md,markdown}" },
      ask: { service: { path: "a*" } },
    });
    expect(none.findings[0]?.at?.file).toBe("a*/decisions/launch.md");
  });

  it.each([
    { name: "no date", text: record({ decided: null }), says: "add" },
    { name: "a placeholder as date", text: record({ decided: "<YYYY-MM-DD>" }), says: "replace" },
    { name: "nothing as date", text: record({ decided: "" }), says: "replace" },
    { name: "nothing as subject", text: record({ of: "" }), says: "replace" },
    { name: "a placeholder as decider", text: record({ decider: '"@<login>"' }), says: "replace" },
    {
      name: "a placeholder as end",
      text: record({
        outcome: "conditional-go",
        more: ["conditions: [Watch it]", "expires: <YYYY-MM-DD>"],
      }),
      says: "replace",
    },
  ])("with $name says to $says it", async ({ text, says }) => {
    const { findings } = await ask({ base: { [PATH]: text } });
    expect(findings[0]?.remedy.split(" ")[0]).toBe(says);
  });

  it("does not pass with what the finding says to create", async () => {
    const { findings } = await ask({});
    const text = /```markdown\n([\s\S]*)\n```/.exec(findings[0]?.remedy ?? "")?.[1] ?? "";
    const answer = await ask({ head: { "decisions/launch.md": text } });
    expect(answer.findings.map(({ outcome }) => outcome)).toContain("failed");
  });
});

describe("its settings", () => {
  it.each([
    { name: "an effect it does not know", options: { outcomes: { go: "passed" } } },
    { name: "a part it does not know", options: { require: ["owner"] } },
    { name: "a key it does not know", options: { outcome: "go" } },
  ])("refuse $name", ({ options }) => {
    expect(decision.options.safeParse(options).success).toBe(false);
  });
});
