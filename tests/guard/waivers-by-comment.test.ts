import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readComments } from "../../src/commands/read-comments.ts";
import { HEAD, said } from "../support/pull-request.ts";
import {
  codesIn,
  forbidden,
  judgeComments,
  policyWith,
  TICKED,
  WAIVE,
  waived,
} from "./commenting.ts";

const at = (time: string) => Date.parse(time);

describe("a waiver by comment", () => {
  test("lets pass on conditions what it names, and is told with who gave it and why", async () => {
    const verdict = await judgeComments({ comments: [waived("ana")] });
    expect(verdict.decision).toBe("conditional-go");
    expect(verdict.gates).toMatchObject([
      {
        outcome: "conditional",
        rules: [
          {
            outcome: "waived",
            findings: [{ code: "CHECKLIST-UNTICKED" }],
            waiver: {
              kind: "waiver",
              approvedBy: ["ana"],
              approvedIn: null,
              reason: "CRM",
              until: "2026-10-26",
            },
          },
        ],
      },
    ]);
    expect(verdict.notes).toEqual([]);
    expect(new Date(verdict.validUntil ?? 0).toISOString()).toBe("2026-10-27T00:00:00.000Z");
  });

  test.each(["mira", "RAJ"])(
    "may be given by a member of a team, whatever the case: %s",
    async (who) => {
      const facts = [
        [
          { kind: "account" as const, login: "RAJ" },
          { state: "user" as const, access: "write" as const },
        ],
      ] as const;
      expect((await judgeComments({ comments: [waived(who)], facts })).decision).toBe(
        "conditional-go",
      );
    },
  );

  test.each<{ name: string; who: string; why: string }>([
    {
      name: "a stranger who can write",
      who: "eve",
      why: "`@eve` does not hold `release-managers`",
    },
    {
      name: "somebody who can only read",
      who: "vic",
      why: "`@vic` does not hold `release-managers`",
    },
    {
      name: "one of the role who left",
      who: "kim",
      why: "`@kim` does not hold `release-managers`",
    },
    {
      name: "an account that is gone",
      who: "gone",
      why: "`@gone` does not hold `release-managers`",
    },
    { name: "the author, who is of the role", who: "otto", why: "`@otto` wrote this pull request" },
    { name: "the author by another case", who: "OTTO", why: "`@OTTO` wrote this pull request" },
    { name: "a bot that the policy names", who: "deploy[bot]", why: "`@deploy[bot]` is no person" },
  ])("by $name changes nothing and is listed", async ({ who, why }) => {
    const verdict = await judgeComments({ comments: [waived(who)] });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.notes).toEqual([
      {
        code: "COMMAND-NOT-ALLOWED",
        message: `the \`waive data\` of \`@${who}\` changes nothing: ${why}`,
        at: null,
      },
    ]);
  });

  test("by somebody who also pushed changes nothing", async () => {
    const pull = { authors: ["eve", "ana"] };
    const verdict = await judgeComments({ comments: [waived("ana")], pull });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "COMMAND-NOT-ALLOWED"]);
  });

  test.each<{ name: string; line?: string; code: string; pull?: object; now?: string }>([
    { name: "another gate", line: WAIVE.replace("data", "date"), code: "WAIVER-UNKNOWN" },
    { name: "another rule", line: WAIVE.replace("data", "data/item"), code: "WAIVER-UNKNOWN" },
    { name: "the built-in gate", line: WAIVE.replace("data", "freeze"), code: "WAIVER-UNKNOWN" },
    {
      name: "a service where there are none",
      line: `${WAIVE} --service api`,
      code: "WAIVER-UNKNOWN",
    },
    {
      name: "longer than the policy allows",
      line: WAIVE.replace("2026-10-26", "2026-10-30"),
      code: "WAIVER-TOO-LONG",
    },
    { name: "its last day is over", now: "2026-10-27T00:00:00Z", code: "WAIVER-EXPIRED" },
    {
      name: "the base was changed after it",
      pull: { baseChangedAt: at("2026-09-29T10:00:01Z") },
      code: "COMMAND-LAPSED",
    },
    {
      name: "the base was changed in its very second",
      pull: { baseChangedAt: at("2026-09-29T10:00:00Z") },
      code: "COMMAND-LAPSED",
    },
  ])("waives nothing and is listed: $name", async ({ line = WAIVE, code, pull = {}, now }) => {
    const rest = now === undefined ? {} : { now };
    const verdict = await judgeComments({ comments: [said("ana", line)], pull, ...rest });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", code]);
  });

  test.each<{ name: string; line?: string; pull?: object; now?: string }>([
    { name: "its last second", now: "2026-10-26T23:59:59Z" },
    { name: "the last day the policy allows", line: WAIVE.replace("2026-10-26", "2026-10-29") },
    { name: "the base was changed before it", pull: { baseChangedAt: at("2026-09-29T09:59:59Z") } },
    { name: "a push since: it is for the pull request", pull: { head: "b".repeat(40) } },
  ])("holds: $name", async ({ line = WAIVE, pull = {}, now }) => {
    const rest = now === undefined ? {} : { now };
    const verdict = await judgeComments({ comments: [said("ana", line)], pull, ...rest });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["conditional-go"]);
  });
});

describe("the codes of a waiver by comment", () => {
  const items = ", items: [{id: data.parity}, {id: data.owned, require: [owner]}]";
  const policy = policyWith().replace(", items: [{id: data.parity}]", items);

  test("have to be named: without them it waives nothing, and the line to paste is told", async () => {
    const comments = [said("ana", '/gate waive data/items --until 2026-10-26 --reason "CRM \'s"')];
    const verdict = await judgeComments({ comments });
    expect(verdict.decision).toBe("no-go");
    const line =
      '/gate waive data/items --until 2026-10-26 --codes CHECKLIST-UNTICKED --reason "CRM \'s"';
    expect(verdict.notes).toEqual([
      {
        code: "WAIVER-NO-CODES",
        message: `the \`waive data/items\` of \`@ana\` changes nothing: it names no codes; to waive what blocks now: \`${line}\``,
        at: null,
      },
    ]);
    const pasted = await judgeComments({ comments: [said("ana", line)] });
    expect(pasted.decision).toBe("conditional-go");
  });

  test("do not cover others that appear later, and the line for all is told", async () => {
    const verdict = await judgeComments({ policy, comments: [waived("ana")] });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.notes).toMatchObject([{ code: "WAIVER-OPEN" }]);
    expect(verdict.notes[0]?.message).toContain("`CHECKLIST-DELETED` of `data/items`");
    const line = /`(\/gate [^`]*)`/.exec(verdict.notes[0]?.message ?? "")?.[1] ?? "";
    expect(line).toContain("--codes CHECKLIST-DELETED,CHECKLIST-UNTICKED");
    const pasted = { policy, comments: [said("ana", line)] };
    expect((await judgeComments(pasted)).decision).toBe("conditional-go");
  });

  test("never cover what could not be judged", async () => {
    const rest = "  - id: open\n    rules: [{id: bugs, type: issues, labels: [blocker]}]\n";
    const line = '/gate waive open --until 2026-10-26 --codes NEEDS-GITHUB --reason "CRM"';
    const verdict = await judgeComments({
      policy: policyWith({ rest }),
      readiness: TICKED,
      comments: [said("ana", line)],
    });
    expect(verdict.decision).toBe("no-go");
    expect(verdict.notes.map(({ message }) => message)).toEqual([
      "the `waive open` of `@ana` does not cover `open/bugs`: what could not be judged cannot be waived",
    ]);
  });

  test("never cover a rule that the policy wants held", async () => {
    const held = policyWith({ settings: ", waivable: false" });
    const verdict = await judgeComments({ policy: held, comments: [waived("ana")] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "WAIVER-REFUSED"]);
  });

  test("need no word where nothing blocks any more", async () => {
    const verdict = await judgeComments({ readiness: TICKED, comments: [waived("ana")] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["go"]);
  });
});

describe("what is taken back", () => {
  const later = (who: string, line = "/gate unwaive data") =>
    said(who, line, "2026-09-29T11:00:00Z");

  test.each<{ name: string; by: string; line?: string }>([
    { name: "by another approver", by: "raj" },
    { name: "by whoever gave it", by: "ana" },
    { name: "by an approver of a team", by: "mira" },
    { name: "by an approver who wrote the pull request: it only takes away", by: "otto" },
    { name: "with its rule", by: "raj", line: "/gate unwaive data/items" },
  ])("$name waives nothing any more, and its comment is to be marked", async ({ by, line }) => {
    const given = waived("ana", WAIVE.replace("data", line === undefined ? "data" : "data/items"));
    const verdict = await judgeComments({ comments: [given, later(by, line)] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "WAIVER-TAKEN-BACK"]);
    expect(verdict.takenBack).toEqual([given[0]?.id]);
  });

  test("stays so when the command that did it is deleted, by the mark on the comment", async () => {
    const marked = waived("ana").map((comment) => ({ ...comment, void: true }));
    const verdict = await judgeComments({ comments: [marked] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "WAIVER-TAKEN-BACK"]);
    expect(verdict.takenBack).toEqual([]);
  });

  test("may be given anew", async () => {
    const anew = said("ana", WAIVE, "2026-09-29T12:00:00Z");
    const verdict = await judgeComments({ comments: [waived("ana"), later("raj"), anew] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual([
      "conditional-go",
      "WAIVER-TAKEN-BACK",
    ]);
  });

  test("in one comment goes by the order of its lines", async () => {
    const states = [`/gate unwaive data\n${WAIVE}`, `${WAIVE}\n/gate unwaive data`].map(
      async (body) => (await judgeComments({ comments: [said("ana", body)] })).decision,
    );
    expect(await Promise.all(states)).toEqual(["conditional-go", "no-go"]);
  });

  test.each<{ name: string; by: string; line?: string; codes: string[] }>([
    { name: "by a stranger", by: "eve", codes: ["COMMAND-NOT-ALLOWED"] },
    { name: "of another gate", by: "raj", line: "/gate unwaive date", codes: ["UNWAIVE-NOTHING"] },
    {
      name: "of one rule of a waived gate",
      by: "raj",
      line: "/gate unwaive data/items",
      codes: ["UNWAIVE-NOTHING"],
    },
  ])("$name: changes nothing and is listed", async ({ by, line, codes }) => {
    const verdict = await judgeComments({ comments: [waived("ana"), later(by, line)] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["conditional-go", ...codes]);
    expect(verdict.takenBack).toEqual([]);
  });

  test("before it was given changes nothing", async () => {
    const before = said("raj", "/gate unwaive data", "2026-09-29T09:59:59Z");
    const verdict = await judgeComments({ comments: [before, waived("ana")] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["conditional-go", "UNWAIVE-NOTHING"]);
  });

  test("by somebody whose role cannot be read is taken back, and not marked for good", async () => {
    const facts = [[{ kind: "team" as const, team: "acme/release" }, forbidden]] as const;
    const verdict = await judgeComments({ comments: [waived("ana"), later("eve")], facts });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "WAIVER-TAKEN-BACK"]);
    expect(verdict.takenBack).toEqual([]);
  });
});

describe("comments that cannot be read", () => {
  test("of the whole pull request: no command counts, and it is said", async () => {
    const facts = [[{ kind: "pull-request" as const }, forbidden]] as const;
    const verdict = await judgeComments({ comments: [waived("ana")], facts });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "FACT-UNREADABLE"]);
  });

  test("of one person: that person's do not count, and others' do", async () => {
    const facts = [[{ kind: "account" as const, login: "raj" }, forbidden]] as const;
    const alone = await judgeComments({ comments: [waived("raj")], facts });
    expect([alone.decision, ...codesIn(alone)]).toEqual(["no-go", "FACT-UNREADABLE"]);
    const both = await judgeComments({ comments: [waived("raj"), waived("ana")], facts });
    expect(both.decision).toBe("conditional-go");
  });
});

describe("a comment that was touched", () => {
  const whole = {
    id: "1",
    author: "ana",
    by: "person",
    createdAt: at("2026-09-29T10:00:00Z"),
    body: WAIVE,
  } as const;
  const fine = { edited: false, minimised: false, void: false };
  test.each([
    { name: "as it was written", comment: { ...whole, ...fine }, decision: "conditional-go" },
    {
      name: "edited in by a maintainer",
      comment: { ...whole, ...fine, edited: true },
      decision: "no-go",
    },
    {
      name: "edited out",
      comment: { ...whole, ...fine, edited: true, body: "never mind" },
      decision: "no-go",
    },
    { name: "minimised", comment: { ...whole, ...fine, minimised: true }, decision: "no-go" },
    {
      name: "by an app in her name",
      comment: { ...whole, ...fine, by: "app" as const },
      decision: "no-go",
    },
    { name: "quoted", comment: { ...whole, ...fine, body: `> ${WAIVE}` }, decision: "no-go" },
    {
      name: "in a code fence",
      comment: { ...whole, ...fine, body: `\`\`\`\n${WAIVE}\n\`\`\`` },
      decision: "no-go",
    },
    {
      name: "with trailing text",
      comment: { ...whole, ...fine, body: `${WAIVE} please` },
      decision: "no-go",
    },
    {
      name: "twice",
      comment: { ...whole, ...fine, body: `${WAIVE}\n${WAIVE}` },
      decision: "conditional-go",
    },
  ])("$name: $decision", async ({ comment, decision }) => {
    const comments = [readComments([comment])];
    expect((await judgeComments({ comments })).decision).toBe(decision);
  });

  test("deleted: it never was", async () => {
    expect((await judgeComments({ comments: [] })).decision).toBe("no-go");
  });
});

describe("people without a role", () => {
  it("are not looked up where the roles are of named people alone", async () => {
    const policy = policyWith().replace(", teams: [acme/release]", "");
    const verdict = await judgeComments({ policy, comments: [waived("nobody-known")] });
    expect([verdict.decision, ...codesIn(verdict)]).toEqual(["no-go", "COMMAND-NOT-ALLOWED"]);
  });

  it.each([
    { line: WAIVE, code: "COMMAND-NOT-ALLOWED" },
    { line: "/gate unwaive date", code: "UNWAIVE-NOTHING" },
    { line: `/gate break-glass ${HEAD} --reason "a"`, code: "BREAK-GLASS-UNKNOWN" },
  ])("who are many are listed in part: $line", async ({ line, code }) => {
    const crowd = Array.from({ length: 30 }, (_, index) => `eve-${index + 10}`);
    const facts = crowd.map(
      (login) => [{ kind: "account" as const, login }, { state: "absent" as const }] as const,
    );
    const comments = [...crowd.map((login) => said(login, line)), waived("ana")];
    const verdict = await judgeComments({ comments, facts });
    expect(verdict.decision).toBe("conditional-go");
    expect(codesIn(verdict)).toEqual(Array(6).fill(code));
  });

  const lines = fc.constantFrom(
    WAIVE,
    "/gate unwaive data",
    `/gate unfreeze ${HEAD} --reason "a"`,
    `/gate break-glass ${HEAD} --reason "a"`,
    `/gate sign-off release-managers ${HEAD}`,
    "/gate recheck",
    "/gate help",
  );
  const stranger = fc.constantFrom("eve", "vic", "kim", "gone", "otto", "deploy[bot]");
  /** Authors who hold the role may take back. */
  const isTheirs = ([who, line]: readonly string[]) =>
    who !== "otto" || line?.startsWith("/gate unwaive") === false;
  const minute = fc
    .integer({ min: 0, max: 59 })
    .map((n) => `2026-09-29T10:${String(n).padStart(2, "0")}:00Z`);
  const theirs = fc.array(
    fc
      .tuple(stranger, lines, minute)
      .filter(isTheirs)
      .map((given) => said(...given)),
    {
      maxLength: 5,
    },
  );
  const rest = `freeze: [{from: 2026-09-30, to: 2026-10-01, reason: audit}]
break_glass: {roles: [release-managers], approvals: 1, review_within: 3d}
`;

  it("change nothing, for better or worse", async () => {
    const held = fc.subarray([
      waived("ana"),
      said("raj", `/gate unfreeze ${HEAD} --reason "a"`),
      said("mira", `/gate break-glass ${HEAD} --reason "a"`),
    ]);
    await fc.assert(
      fc.asyncProperty(held, theirs, async (holders, strangers) => {
        const policy = policyWith({ rest });
        const without = await judgeComments({ policy, comments: holders });
        const all = await judgeComments({ policy, comments: [...strangers, ...holders] });
        const judged = ({ notes: _, unheeded: __, ...verdict }: typeof all) => verdict;
        expect(judged(all)).toEqual(judged(without));
      }),
      { numRuns: 100 },
    );
  });
});
