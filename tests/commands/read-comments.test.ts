import { describe, expect, test } from "vitest";
import { type PostedComment, readComments } from "../../src/commands/read-comments.ts";

const posted = (given: Partial<PostedComment> = {}): PostedComment => ({
  id: "1",
  author: "ana",
  by: "person",
  createdAt: Date.parse("2026-09-29T10:00:00Z"),
  body: "/gate recheck",
  edited: false,
  minimised: false,
  void: false,
  ...given,
});

describe("a comment's commands count", () => {
  test("where a person wrote it and nobody touched it", () => {
    expect(readComments([posted()])).toEqual([
      {
        id: "1",
        author: "ana",
        createdAt: Date.parse("2026-09-29T10:00:00Z"),
        command: { verb: "recheck" },
        void: false,
      },
    ]);
  });

  test.each<{ name: string; comment: PostedComment }>([
    {
      name: "edited: the command may have been put in by another",
      comment: posted({ edited: true }),
    },
    { name: "minimised", comment: posted({ minimised: true }) },
    { name: "by a bot", comment: posted({ by: "bot", author: "dependabot[bot]" }) },
    { name: "by a person through an app", comment: posted({ by: "app" }) },
    { name: "a command that is refused", comment: posted({ body: "/gate recheck please" }) },
  ])("not where it is $name", ({ comment }) => {
    expect(readComments([comment])).toEqual([]);
  });

  test("with its mark, which outlives the command that brought it", () => {
    expect(readComments([posted({ void: true })])).toMatchObject([{ void: true }]);
  });
});

test("commands come in the order of their comments, and in a comment as they stand", () => {
  const later = posted({ id: "2", createdAt: Date.parse("2026-09-29T11:00:00Z") });
  const first = posted({ id: "9", body: "/gate help\n/gate explain" });
  const same = posted({ id: "3", createdAt: later.createdAt, body: "/gate explain data" });
  const order = ["help", "explain", "recheck", "explain"];
  for (const comments of [
    [first, later, same],
    [same, later, first],
  ]) {
    expect(readComments(comments).map(({ command }) => command.verb)).toEqual(order);
  }
});
