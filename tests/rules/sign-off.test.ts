import { describe, expect, it } from "vitest";
import {
  type FactRequest,
  missing,
  type PathEntry,
  type PullRequestFact,
} from "../../src/model/fact.ts";
import { signOff } from "../../src/rules/sign-off.ts";
import { askRule, type RuleQuestion, told } from "../support/ask-rule.ts";
import { type Content, MemorySource } from "../support/memory-source.ts";
import {
  comment,
  commit,
  HEAD,
  inTurn,
  pullRequest,
  review,
  withPeople,
} from "../support/pull-request.ts";

const ROLES = {
  risk: { users: ["ana", "raj"], teams: [], permission: null },
  security: { users: ["ana", "sam"], teams: [], permission: null },
};

/** Otto wrote the pull request; Eve may write and holds nothing; Lea has left. */
const PEOPLE = {
  ana: "write",
  raj: "admin",
  sam: "write",
  eve: "admin",
  otto: "admin",
  lea: "none",
} as const;

interface Case {
  readonly options?: Record<string, unknown>;
  readonly pull?: Partial<PullRequestFact>;
  readonly trees?: Readonly<Record<string, Readonly<Record<string, Content>>>>;
  readonly ask?: Partial<RuleQuestion>;
}

function sourceOf({ pull, trees }: Case): MemorySource {
  const source = withPeople(new MemorySource(trees ?? {}), PEOPLE);
  return source.with<"pull-request">({ kind: "pull-request" }, pullRequest(pull));
}

function ask(given: Case, source = sourceOf(given)) {
  const options = given.options ?? { roles: ["risk"] };
  return askRule(signOff, { options, source, roles: ROLES, ...given.ask });
}

describe("a role that has to sign the whole head", () => {
  const rows: readonly (Case & { readonly name: string; readonly told: readonly string[] })[] = [
    { name: "approved by a holder", pull: { reviews: [review("approved ana")] }, told: [] },
    { name: "approved in a comment", pull: { commands: [comment("risk raj")] }, told: [] },
    { name: "asked and unanswered", told: ["pending SIGN-OFF-WAITING risk"] },
    {
      name: "a comment-only review",
      pull: { reviews: [review("commented ana")] },
      told: ["pending SIGN-OFF-WAITING risk"],
    },
    {
      name: "a comment for another role",
      pull: { commands: [comment("security ana")] },
      told: ["pending SIGN-OFF-WAITING risk"],
    },
    {
      name: "an old commit approved",
      pull: { reviews: [review("approved ana b")] },
      told: ["pending SIGN-OFF-CHANGED risk"],
    },
    {
      name: "an old commit named in a comment",
      pull: { commands: [comment("risk ana b")] },
      told: ["pending SIGN-OFF-CHANGED risk"],
    },
    {
      name: "approved, pushed, approved again",
      pull: { reviews: inTurn("approved ana b", "approved ana a") },
      told: [],
    },
    {
      name: "the head, then in error an old commit, approved",
      pull: { reviews: inTurn("approved ana a", "approved ana b") },
      told: ["pending SIGN-OFF-CHANGED risk"],
    },
    {
      name: "one holder approved the old, another the new",
      pull: { reviews: inTurn("approved ana b", "approved raj a") },
      told: [],
    },
    {
      name: "dismissed",
      pull: { reviews: [review("approved ana a dismissed")] },
      told: ["pending SIGN-OFF-WAITING risk"],
    },
    {
      name: "approved by somebody without the role",
      pull: { reviews: [review("approved eve")] },
      told: ["pending SIGN-OFF-WAITING risk", "noted SIGN-OFF-NOT-A-HOLDER eve"],
    },
    {
      name: "signed for the role by somebody without it",
      pull: { commands: [comment("risk sam")] },
      told: ["pending SIGN-OFF-WAITING risk", "noted SIGN-OFF-NOT-A-HOLDER sam"],
    },
    {
      name: "a stranger beside a holder",
      pull: { reviews: inTurn("approved eve", "approved ana") },
      told: ["noted SIGN-OFF-NOT-A-HOLDER eve"],
    },
    {
      name: "a holder who has left",
      pull: { reviews: [review("approved lea")] },
      ask: { roles: { risk: { users: ["lea"], teams: [], permission: null } } },
      told: ["pending SIGN-OFF-WAITING risk", "noted SIGN-OFF-NOT-A-HOLDER lea"],
    },
    {
      name: "changes requested by a holder",
      pull: { reviews: [review("changes-requested ana")] },
      told: ["failed SIGN-OFF-CHANGES-REQUESTED risk"],
    },
    {
      name: "though another holder approved",
      pull: { reviews: inTurn("changes-requested ana", "approved raj") },
      told: ["failed SIGN-OFF-CHANGES-REQUESTED risk"],
    },
    {
      name: "though it was dismissed",
      pull: { reviews: inTurn("changes-requested ana a dismissed", "approved raj") },
      told: ["failed SIGN-OFF-CHANGES-REQUESTED risk"],
    },
    {
      name: "though they pushed since, as an update of the branch does",
      pull: { authors: ["otto", "ana"], reviews: inTurn("changes-requested ana", "approved raj") },
      told: ["failed SIGN-OFF-CHANGES-REQUESTED risk"],
    },
    {
      name: "until they approve",
      pull: { reviews: inTurn("changes-requested ana b", "approved ana a") },
      told: [],
    },
    {
      name: "changes requested by a stranger",
      pull: { reviews: inTurn("changes-requested eve", "approved ana") },
      told: ["noted SIGN-OFF-NOT-A-HOLDER eve"],
    },
    {
      name: "the author holds the role and signs",
      pull: { authors: ["ANA"], commands: [comment("risk ana")] },
      told: ["failed SIGN-OFF-BY-AUTHOR risk"],
    },
    {
      name: "the last pusher approves",
      pull: { authors: ["otto", "raj"], reviews: [review("approved raj")] },
      told: ["failed SIGN-OFF-BY-AUTHOR risk"],
    },
    {
      name: "an author and a holder who is none",
      pull: { authors: ["otto", "raj"], reviews: inTurn("approved raj", "approved ana") },
      told: [],
    },
    {
      name: "a short commit id",
      pull: { commands: [comment(`risk ana ${HEAD.slice(0, 12)}`)] },
      told: ["pending SIGN-OFF-NO-COMMIT risk"],
    },
    {
      name: "a commit id in capitals",
      pull: { commands: [comment(`risk ana ${HEAD.toUpperCase()}`)] },
      told: [],
    },
    {
      name: "a commit id that goes on",
      pull: { commands: [comment(`risk ana ${HEAD}a`)] },
      told: ["pending SIGN-OFF-NO-COMMIT risk"],
    },
    {
      name: "no commit id",
      pull: { commands: [comment("risk ana", undefined, "")] },
      told: ["pending SIGN-OFF-NO-COMMIT risk"],
    },
    {
      name: "reviews only: a comment",
      options: { roles: ["risk"], via: ["review"] },
      pull: { commands: [comment("risk ana")] },
      told: ["pending SIGN-OFF-WAITING risk"],
    },
    {
      name: "comments only: a review",
      options: { roles: ["risk"], via: ["comment"] },
      pull: { reviews: [review("approved ana")] },
      told: ["pending SIGN-OFF-WAITING risk"],
    },
    {
      name: "comments only: a request for changes counts all the same",
      options: { roles: ["risk"], via: ["comment"] },
      pull: { reviews: [review("changes-requested ana")], commands: [comment("risk raj")] },
      told: ["failed SIGN-OFF-CHANGES-REQUESTED risk"],
    },
    {
      name: "a role the policy does not have",
      options: { roles: ["constructor"] },
      told: ["errored SIGN-OFF-UNKNOWN-ROLE constructor"],
    },
  ];
  it.each(rows)("$name", async (row) => {
    expect(told(await ask(row))).toEqual(row.told);
  });

  it("says for how many days it has been waiting", async () => {
    const { findings } = await ask({});
    expect(findings[0]?.problem).toMatch(/3 days/);
    expect(findings[0]?.asks).toBe("risk");
    expect(findings[0]?.remedy).toContain(`/gate sign-off risk ${HEAD}`);
    expect(findings[0]?.paste).toBe(`/gate sign-off risk ${HEAD}`);
  });

  it("is errored without GitHub", async () => {
    const answer = await ask({}, new MemorySource({}));
    expect(answer.findings.map(({ code }) => code)).toEqual(["NEEDS-GITHUB"]);
  });

  it("takes a holder who is in a team, two rounds of reading later", async () => {
    const given = { pull: { reviews: [review("approved eve")] } };
    const source = sourceOf(given).with<"team">(
      { kind: "team", team: "acme/risk" },
      { state: "team", members: ["eve"], access: "write" },
    );
    const roles = { risk: { users: [], teams: ["acme/risk"], permission: null } };
    expect(told(await ask({ ...given, ask: { roles } }, source))).toEqual([]);
  });

  it("is errored where the team cannot be read", async () => {
    const given = { pull: { reviews: [review("approved eve")] } };
    const source = sourceOf(given).with<"team">(
      { kind: "team", team: "acme/risk" },
      missing("forbidden", "the token cannot read teams"),
    );
    const roles = { risk: { users: [], teams: ["acme/risk"], permission: null } };
    const answer = await ask({ ...given, ask: { roles } }, source);
    expect(answer.findings.map(({ code }) => code)).toContain("FACT-UNREADABLE");
  });
});

describe("several roles", () => {
  const both = { roles: ["risk", "security"] };
  const rows: readonly (Case & { readonly name: string; readonly told: readonly string[] })[] = [
    {
      name: "one person each",
      pull: { reviews: inTurn("approved raj", "approved sam") },
      told: [],
    },
    {
      name: "one person for both",
      pull: { reviews: [review("approved ana")] },
      told: ["failed SIGN-OFF-SAME-PERSON security"],
    },
    {
      name: "one person for both, where that is allowed",
      options: { ...both, distinct_people: false },
      pull: { reviews: [review("approved ana")] },
      told: [],
    },
    {
      name: "Ana takes the one that Sam cannot",
      pull: { reviews: inTurn("approved sam", "approved ana") },
      told: [],
    },
    {
      name: "one is missing",
      pull: { reviews: [review("approved raj")] },
      told: ["pending SIGN-OFF-WAITING security"],
    },
    {
      name: "one by comment for one role only",
      pull: { commands: [comment("security ana")] },
      told: ["pending SIGN-OFF-WAITING risk"],
    },
    {
      name: "one approved an old commit",
      pull: { reviews: inTurn("approved raj", "approved sam b") },
      told: ["pending SIGN-OFF-CHANGED security"],
    },
  ];
  it.each(rows)("$name", async (row) => {
    expect(told(await ask({ options: both, ...row }))).toEqual(row.told);
  });
});

const DOCUMENT = [
  "# Production readiness",
  "",
  "## Data",
  "",
  "- [x] `data.parity` Quality holds · [audit](docs/audit.md)",
  "- [x] `data.safe` Safe to use",
  "  - Evidence: evidence/report.pdf",
  "",
  "See [the folder](evidence/runs) and [the plan][plan].",
  "",
  "## Other",
  "",
  "Nothing.",
  "",
  "[plan]: docs/plan.md",
  "",
].join("\n");

const TREE = {
  "READINESS.md": DOCUMENT,
  "docs/audit.md": "All well.",
  "docs/plan.md": "First this.",
  "docs/other-plan.md": "First that.",
  "docs/security/threats.md": "None.",
  "evidence/report.pdf": "%PDF 1",
  "evidence/runs/1.txt": "green",
  "src/app.ts": "code",
};

const COVERING = { roles: ["risk"], covers: ["docs/security/**"] };

const OLD = commit("b");

function changed(changes: Readonly<Record<string, Content | null>>): Record<string, Content> {
  const tree: Record<string, Content> = { ...TREE };
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) delete tree[path];
    else tree[path] = content;
  }
  return tree;
}

describe("a role that covers the gate's section, its evidence and some files", () => {
  const rows: readonly {
    readonly name: string;
    readonly since: Readonly<Record<string, Content | null>>;
    readonly names?: string;
  }[] = [
    { name: "nothing changed", since: {} },
    { name: "other code changed", since: { "src/app.ts": "other code" } },
    { name: "a new file elsewhere", since: { "docs/new.md": "new" } },
    {
      name: "another section changed",
      since: { "READINESS.md": DOCUMENT.replace("Nothing.", "Something.") },
    },
    { name: "the line ends changed", since: { "READINESS.md": DOCUMENT.replaceAll("\n", "\r\n") } },
    {
      name: "the section changed",
      since: { "READINESS.md": DOCUMENT.replace("Quality holds", "Quality") },
      names: "READINESS.md",
    },
    {
      name: "a box unticked",
      since: { "READINESS.md": DOCUMENT.replace("[x] `data.safe`", "[ ] `data.safe`") },
      names: "READINESS.md",
    },
    {
      name: "a link led elsewhere, though its line is the same",
      since: {
        "READINESS.md": DOCUMENT.replace("[plan]: docs/plan.md", "[plan]: docs/other-plan.md"),
      },
      names: "READINESS.md",
    },
    {
      name: "the heading gone",
      since: { "READINESS.md": DOCUMENT.replace("## Data", "## Facts") },
      names: "READINESS.md",
    },
    {
      name: "a covered file changed",
      since: { "docs/security/threats.md": "Some." },
      names: "docs/security/threats.md",
    },
    {
      name: "a covered file added",
      since: { "docs/security/new.md": "New." },
      names: "docs/security/new.md",
    },
    {
      name: "a covered file gone",
      since: { "docs/security/threats.md": null, "docs/security/old.md": "Old." },
      names: "docs/security/old.md",
    },
    { name: "linked evidence changed", since: { "docs/audit.md": "Hm." }, names: "docs/audit.md" },
    {
      name: "linked evidence was not there",
      since: { "docs/audit.md": null },
      names: "docs/audit.md",
    },
    {
      name: "evidence named without a link changed",
      since: { "evidence/report.pdf": "%PDF 2" },
      names: "evidence/report.pdf",
    },
    {
      name: "a file in a linked folder changed",
      since: { "evidence/runs/1.txt": "red" },
      names: "evidence/runs/1.txt",
    },
  ];
  const gate = { id: "data", title: "Data", heading: "Data" };

  it.each(rows)("an old approval, $name", async ({ since, names }) => {
    const answer = await ask({
      options: COVERING,
      pull: { reviews: [review("approved ana b")] },
      trees: { evidence: TREE, [OLD]: changed(since) },
      ask: { gate },
    });
    expect(told(answer)).toEqual(names === undefined ? [] : ["pending SIGN-OFF-CHANGED risk"]);
    if (names === undefined) return;
    expect(answer.findings[0]?.problem).toContain(names);
    expect(answer.findings[0]?.problem).toContain(OLD.slice(0, 10));
    expect(answer.findings[0]?.at?.file).toBe(names);
  });

  const aLink = { path: "docs/security/key", blob: "1", kind: "link" } as const;
  const aModule = { path: "docs/security/key", blob: "1", kind: "submodule" } as const;
  it.each<{ name: string; before: PathEntry; after: PathEntry; isSame: boolean }>([
    { name: "a link that leads where it led", before: aLink, after: aLink, isSame: true },
    { name: "a link led elsewhere", before: aLink, after: { ...aLink, blob: "2" }, isSame: false },
    {
      name: "a submodule moved on",
      before: aModule,
      after: { ...aModule, blob: "2" },
      isSame: false,
    },
    {
      name: "a file in the place of a link, with its target for text",
      before: aLink,
      after: { path: aLink.path, blob: aLink.blob },
      isSame: false,
    },
  ])("an old approval, and $name", async ({ before, after, isSame }) => {
    const given = {
      options: COVERING,
      pull: { reviews: [review("approved ana b")] },
      trees: { evidence: TREE, [OLD]: TREE },
      ask: { gate },
    };
    const asked = { kind: "files", glob: "docs/security/**", entries: "all" } as const;
    const source = sourceOf(given)
      .with<"files">({ ...asked, revision: OLD }, [before])
      .with<"files">({ ...asked, revision: "evidence" }, [after]);
    expect(told(await ask(given, source))).toEqual(isSame ? [] : ["pending SIGN-OFF-CHANGED risk"]);
  });

  it("also where the base branch brought the change, which the head does not show", async () => {
    const answer = await ask({
      options: COVERING,
      pull: { reviews: [review("approved ana a")] },
      trees: { evidence: TREE, [HEAD]: changed({ "docs/audit.md": "Old." }) },
      ask: { gate },
    });
    expect(told(answer)).toEqual(["pending SIGN-OFF-CHANGED risk"]);
  });

  it("takes another look at old commits only where the head's approvals fall short", async () => {
    const given = {
      options: COVERING,
      pull: { reviews: inTurn("approved ana b", "approved raj a") },
      trees: { evidence: TREE, [HEAD]: TREE },
      ask: { gate },
    };
    expect(told(await ask(given))).toEqual([]);
  });

  it("is not unsettled by a stranger who approved a commit that is gone", async () => {
    const given = {
      options: COVERING,
      pull: { reviews: inTurn("approved eve c", "approved ana b") },
      trees: { evidence: TREE, [OLD]: TREE },
      ask: { gate },
    };
    expect(told(await ask(given))).toEqual(["noted SIGN-OFF-NOT-A-HOLDER eve"]);
  });

  it("is errored where a holder's commit is gone", async () => {
    const given = {
      options: COVERING,
      pull: { reviews: [review("approved ana c")] },
      trees: { evidence: TREE },
      ask: { gate },
    };
    const { findings } = await ask(given);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["FACT-UNREADABLE"]));
  });

  it("asks in three rounds at most", async () => {
    const answer = await ask({
      options: COVERING,
      pull: { reviews: [review("approved ana b")] },
      trees: { evidence: TREE, [OLD]: TREE },
      ask: { gate },
    });
    expect(answer.rounds).toBeLessThanOrEqual(3);
  });

  it("reads names of files as text, so that no name hides a change", async () => {
    const document = DOCUMENT.replace("docs/audit.md", "docs/a%3F[1]*.md");
    const tree = { ...TREE, "READINESS.md": document, "docs/a?[1]*.md": "new" };
    const answer = await ask({
      options: COVERING,
      pull: { reviews: [review("approved ana b")] },
      trees: { evidence: tree, [OLD]: { ...tree, "docs/a?[1]*.md": "old" } },
      ask: { gate },
    });
    expect(told(answer)).toEqual(["pending SIGN-OFF-CHANGED risk"]);
  });
});

describe("what a role covers", () => {
  const gate = { id: "data", title: "Data", heading: null };
  const rows: readonly (Case & { readonly name: string; readonly told: readonly string[] })[] = [
    {
      name: "`[]` is the section and its evidence",
      options: { roles: ["risk"], covers: [] },
      trees: { evidence: TREE, [OLD]: changed({ "docs/security/threats.md": "Some." }) },
      told: [],
    },
    {
      name: "a role's own globs stand for the rule's",
      options: { roles: [{ role: "risk", covers: ["src/**"] }], covers: ["docs/security/**"] },
      trees: { evidence: TREE, [OLD]: changed({ "docs/security/threats.md": "Some." }) },
      told: [],
    },
    {
      name: "and are looked at",
      options: { roles: [{ role: "risk", covers: ["src/**"] }] },
      trees: { evidence: TREE, [OLD]: changed({ "src/app.ts": "old" }) },
      told: ["pending SIGN-OFF-CHANGED risk"],
    },
    {
      name: "a glob without files is a remark",
      options: { roles: ["risk"], covers: ["docs/securty/**"] },
      trees: { evidence: TREE, [OLD]: TREE },
      told: ["noted SIGN-OFF-UNUSED-GLOB risk"],
    },
    {
      name: "nothing at all is errored",
      options: { roles: ["risk"], covers: ["nowhere/**"] },
      trees: { evidence: { ...TREE, "READINESS.md": "# Readiness\n" } },
      told: ["errored SIGN-OFF-COVERS-NOTHING risk"],
    },
    {
      name: "`[]` without a section is errored",
      options: { roles: ["risk"], covers: [] },
      trees: { evidence: { "READINESS.md": "# Readiness\n" } },
      told: ["errored SIGN-OFF-COVERS-NOTHING risk"],
    },
    {
      name: "no readiness document",
      options: COVERING,
      trees: { evidence: { "src/app.ts": "code" } },
      told: ["failed READINESS-MISSING READINESS.md"],
    },
    {
      name: "the section is missing",
      options: COVERING,
      trees: { evidence: { "READINESS.md": "# Readiness\n" } },
      ask: { gate: { ...gate, heading: "Data" } },
      told: ["failed SECTION-MISSING Data"],
    },
  ];
  it.each(rows)("$name", async (row) => {
    const answer = await ask({
      pull: { reviews: [review("approved ana b")] },
      ...row,
      ask: { gate, ...row.ask },
    });
    expect(told(answer)).toEqual(row.told);
  });

  it("follows the service's folder, whatever its name holds", async () => {
    const path = "services/[a]*";
    const trees = {
      evidence: {
        [`${path}/READINESS.md`]: DOCUMENT,
        [`${path}/docs/x.md`]: "new",
        "services/a/docs/x.md": "new",
      },
      [OLD]: {
        [`${path}/READINESS.md`]: DOCUMENT,
        [`${path}/docs/x.md`]: "new",
        "services/a/docs/x.md": "old",
      },
    };
    const answer = await ask({
      options: { roles: ["risk"], covers: ["{path}/docs/**"] },
      pull: { reviews: [review("approved ana b")] },
      trees,
      ask: { gate, service: { id: "[a]*", path, readiness: [`${path}/READINESS.md`] } },
    });
    expect(told(answer)).toEqual([]);
  });
});

it("a gate's section that has gone since it was approved is a change", async () => {
  const answer = await ask({
    options: { roles: ["risk"], covers: ["src/**"] },
    pull: { reviews: [review("approved ana b")] },
    trees: { evidence: changed({ "READINESS.md": "# Readiness\n" }), [OLD]: TREE },
    ask: { gate: { id: "data", title: "Data", heading: null } },
  });
  expect(told(answer)).toEqual(["pending SIGN-OFF-CHANGED risk"]);
});

describe("how long a sign-off holds", () => {
  const at = (text: string, when: string, pull: Partial<PullRequestFact> = {}) => ({
    pull: { ...pull, reviews: [review(text, when)] },
  });
  const rows: readonly (Case & {
    readonly name: string;
    readonly told: readonly string[];
    readonly validUntil: string | null;
  })[] = [
    {
      name: "for ever, while nothing changes",
      ...at("approved ana", "2026-01-01T00:00:00Z"),
      told: [],
      validUntil: null,
    },
    {
      name: "until anything is pushed, whatever it covers",
      options: { ...COVERING, valid_while: "head-unchanged" },
      ...at("approved ana b", "2026-09-30T00:00:00Z"),
      told: ["pending SIGN-OFF-CHANGED risk"],
      validUntil: null,
    },
    {
      name: "for a week, whatever is pushed",
      options: { roles: ["risk"], valid_while: "7d" },
      ...at("approved ana b", "2026-09-25T00:00:00Z"),
      told: [],
      validUntil: "2026-10-02T00:00:00.000Z",
    },
    {
      name: "for a week, a second short of it",
      options: { roles: ["risk"], valid_while: "7d" },
      ...at("approved ana b", "2026-09-24T12:00:01Z"),
      told: [],
      validUntil: "2026-10-01T12:00:01.000Z",
    },
    {
      name: "for a week, at its end",
      options: { roles: ["risk"], valid_while: "7d" },
      ...at("approved ana b", "2026-09-24T12:00:00Z"),
      told: ["pending SIGN-OFF-EXPIRED risk"],
      validUntil: null,
    },
    {
      name: "`max_age` beside the content",
      ask: { maxAge: "2d" },
      ...at("approved ana", "2026-09-30T00:00:00Z"),
      told: [],
      validUntil: "2026-10-02T00:00:00.000Z",
    },
    {
      name: "older than `max_age`",
      ask: { maxAge: "1d" },
      ...at("approved ana", "2026-09-30T00:00:00Z"),
      told: ["pending SIGN-OFF-EXPIRED risk"],
      validUntil: null,
    },
    {
      name: "the shorter of the two",
      options: { roles: ["risk"], valid_while: "7d" },
      ask: { maxAge: "30d" },
      ...at("approved ana", "2026-09-25T00:00:00Z"),
      told: [],
      validUntil: "2026-10-02T00:00:00.000Z",
    },
  ];
  it.each(rows)("$name", async (row) => {
    const answer = await ask(row);
    expect([told(answer), answer.validUntil]).toEqual([row.told, row.validUntil]);
  });
});

describe("its settings", () => {
  it.each([
    { name: "no role", options: { roles: [] } },
    { name: "one role twice", options: { roles: ["risk", { role: "Risk" }] } },
    { name: "no way", options: { roles: ["risk"], via: [] } },
    { name: "another way", options: { roles: ["risk"], via: ["label"] } },
    { name: "a length of time that is none", options: { roles: ["risk"], valid_while: "7 days" } },
    { name: "a key it does not know", options: { roles: ["risk"], quorum: 2 } },
  ])("refuse $name", ({ options }) => {
    expect(signOff.options.safeParse(options).success).toBe(false);
  });

  it("ask GitHub for nothing the rule does not declare", async () => {
    const source = sourceOf({ trees: { evidence: TREE } });
    await ask({ options: COVERING }, source);
    const kinds = new Set(source.asked.map((request: FactRequest) => request.kind));
    expect([...kinds].filter((kind) => !signOff.reads.includes(kind))).toEqual([]);
  });
});
