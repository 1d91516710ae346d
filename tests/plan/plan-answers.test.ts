import { describe, expect, test } from "vitest";
import type { PostedComment } from "../../src/commands/read-comments.ts";
import { known, missing } from "../../src/model/fact.ts";
import type { OwnComment, Surroundings } from "../../src/model/surroundings.ts";
import { planAnswers } from "../../src/plan/plan-answers.ts";

const comment = (body: string, parts: Partial<PostedComment> = {}): PostedComment => ({
  id: "77",
  author: "ana",
  by: "person",
  createdAt: Date.parse("2026-09-29T10:00:00Z"),
  body,
  edited: false,
  minimised: false,
  void: false,
  ...parts,
});

const policy = {
  roles: {},
  waivers: { approvers: [], max_days: 30 },
  break_glass: null,
  gates: [],
};

const plan = (
  given: PostedComment,
  {
    isAcknowledged = false,
    own = known<readonly OwnComment[]>([]) as Surroundings["comments"],
    unheeded = [] as readonly string[],
  } = {},
) => {
  const terms = { policy, typeOf: () => null };
  return planAnswers({ comment: given, isAcknowledged, pull: 482, terms, unheeded }, own);
};

describe("a comment", () => {
  test.each<{ body: string; reaction: string; reply: RegExp | null }>([
    { body: "/gate recheck", reaction: "eyes", reply: null },
    { body: "/gate unwaive data", reaction: "eyes", reply: null },
    { body: "/gate help", reaction: "eyes", reply: /What it does/ },
    { body: "/gate recheck please", reaction: "confused", reply: /^\*\*Not taken\.\*\*/ },
    { body: "/gate help\n/gate rechek", reaction: "confused", reply: /recheck/ },
  ])("that says $body is answered: $reaction", ({ body, reaction, reply }) => {
    const [first, second, ...more] = plan(comment(body));
    expect(first).toEqual({ kind: "react", comment: "77", content: reaction });
    expect(more).toEqual([]);
    if (reply === null) expect(second).toBeUndefined();
    else
      expect(second).toMatchObject({
        kind: "reply",
        pull: 482,
        body: expect.stringMatching(reply),
      });
  });

  test.each<{ name: string; given: PostedComment }>([
    { name: "says nothing to us", given: comment("Nice work") },
    { name: "quotes a command", given: comment("> /gate help") },
    { name: "was edited", given: comment("/gate help", { edited: true }) },
    { name: "is hidden", given: comment("/gate help", { minimised: true }) },
    { name: "is a bot's, our own among them", given: comment("/gate help", { by: "bot" }) },
  ])("that $name gets no answer", ({ given }) => {
    expect(plan(given)).toEqual([]);
  });

  test("with a command that changes nothing is told why, and not that it counts", () => {
    const unheeded = ["the `recheck` of `@ana` changes nothing: `@eve\n# x` is here"];
    const [reaction, reply] = plan(comment("/gate recheck"), { unheeded });
    expect(reaction).toMatchObject({ kind: "react", content: "confused" });
    expect(reply).toMatchObject({
      kind: "reply",
      body: expect.stringMatching(
        /^\*\*Not taken\.\*\* The `recheck` of `@ana` changes nothing: [^\n]*\.\n/,
      ),
    });
  });

  test("is answered once, and not where ours may be among what cannot be listed", () => {
    const help = comment("/gate help");
    const [, reply] = plan(help);
    const body = reply?.kind === "reply" ? reply.body : "";
    const own = known([{ id: 1, body, createdAt: 0 }]);
    expect(plan(help, { isAcknowledged: true, own })).toEqual([]);
    const unknown = { isAcknowledged: true, own: missing("unreadable", "no") };
    expect(plan(help, unknown)).toEqual([]);
    expect(plan(comment("/gate help", { id: "78" }), { own })).toHaveLength(2);
  });
});
