import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  approvingReviews,
  commentsFor,
  standingObjections,
} from "../../../src/rules/approval/statements.ts";
import { comment, commit, inTurn, pullRequest, review } from "../../support/pull-request.ts";

describe("what the reviews of a person come to", () => {
  const rows: readonly {
    readonly name: string;
    readonly reviews: readonly string[];
    readonly approves?: string;
    readonly objects?: true;
  }[] = [
    { name: "an approval", reviews: ["approved ana a"], approves: "a" },
    {
      name: "approved, pushed, approved again",
      reviews: ["approved ana a", "approved ana b"],
      approves: "b",
    },
    {
      name: "a comment after an approval undoes nothing",
      reviews: ["approved ana a", "commented ana b"],
      approves: "a",
    },
    { name: "a dismissed approval is gone", reviews: ["approved ana a dismissed"] },
    {
      name: "and brings no older one back",
      reviews: ["approved ana a", "approved ana b dismissed"],
    },
    { name: "a request for changes", reviews: ["changes-requested ana a"], objects: true },
    {
      name: "changes requested after an approval",
      reviews: ["approved ana a", "changes-requested ana b"],
      objects: true,
    },
    {
      name: "an approval lifts one's own request",
      reviews: ["changes-requested ana a", "approved ana b"],
      approves: "b",
    },
    {
      name: "a comment does not",
      reviews: ["changes-requested ana a", "commented ana b"],
      objects: true,
    },
    {
      name: "nor does dismissing the request",
      reviews: ["changes-requested ana a dismissed"],
      objects: true,
    },
    {
      name: "nor answering the dismissal",
      reviews: ["changes-requested ana a dismissed", "commented ana b"],
      objects: true,
    },
    {
      name: "approving after the dismissal does",
      reviews: ["changes-requested ana a dismissed", "approved ana b"],
      approves: "b",
    },
    {
      name: "a dismissed approval lifts nothing",
      reviews: ["changes-requested ana a", "approved ana b dismissed"],
      objects: true,
    },
    { name: "a comment only", reviews: ["commented ana a"] },
  ];
  it.each(rows)("$name", ({ reviews, approves, objects }) => {
    const pull = pullRequest({ reviews: inTurn(...reviews) });
    expect(approvingReviews(pull).map((each) => each.commit)).toEqual(
      approves === undefined ? [] : [commit(approves)],
    );
    expect(standingObjections(pull).length).toBe(objects === true ? 1 : 0);
  });

  it("takes people apart, and one login in two cases together", () => {
    const pull = pullRequest({
      reviews: inTurn("approved ana a", "changes-requested raj a", "approved RAJ b"),
    });
    expect(approvingReviews(pull).map(({ login }) => login)).toEqual(["ana", "RAJ"]);
    expect(standingObjections(pull)).toEqual([]);
  });

  it("does not depend on the order of the list, not even for reviews of one moment", () => {
    const given = ["approved ana a", "changes-requested ana b", "approved ana c dismissed"];
    const at = "2026-09-29T10:00:00Z";
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: 3 }), (texts) => {
        const pull = pullRequest({ reviews: texts.map((text) => review(text, at)) });
        expect(approvingReviews(pull)).toEqual([]);
        expect(standingObjections(pull).length).toBe(1);
      }),
    );
  });
});

describe("sign-off comments", () => {
  it("are of a role, whatever its case, and all of them count", () => {
    const pull = pullRequest({
      commands: [
        comment("security ana b", "2026-09-30T10:00:00Z"),
        comment("Security ana a", "2026-09-29T10:00:00Z"),
        comment("legal ana c", "2026-09-30T11:00:00Z"),
      ],
    });
    const commits = commentsFor(pull, "SECURITY").map((each) => each.commit);
    expect(commits).toEqual([commit("a"), commit("b")]);
  });
});
