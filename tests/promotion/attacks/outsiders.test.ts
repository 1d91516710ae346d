import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Comment, PullRequest } from "../../../sandbox/world/issue.ts";
import { addComment, editComment, openIssue } from "../../../sandbox/world/issue-changes.ts";
import { addReview, followBranch, openPull } from "../../../sandbox/world/pull-requests.ts";
import { addReaction } from "../../../sandbox/world/reactions.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { type AttackShop, attackShop, close } from "./attack-shop.ts";

/**
 * What somebody can do who only reads, `eve`: none of it turns a green promotion red or has anything
 * written. Commands of theirs are listed in the folded notes of our comment, a few at most.
 */
const POLICY = `version: 1
stages: [{id: production, branches: [production]}]
roles:
  leads: {users: [raj, ana]}
waivers: {approvers: [leads], max_days: 30}
gates:
  - id: runbook
    rules:
      - {id: there, type: document, path: docs/runbook.md, issue: runbook}
  - id: approval
    rules:
      - {id: leads, type: sign-off, roles: [leads]}
`;

let shop: AttackShop;
let green: PullRequest;

beforeAll(async () => {
  shop = await attackShop(POLICY);
  const { world, repository } = shop;
  await world.addRepository("eve/shop", { parent: "acme/shop" });
  green = shop.pull;
  await repository.commit("main", {
    changes: { "docs/runbook.md": "# Runbook\n\nCall raj.\n" },
    message: "Get ready",
    author: AUTHOR,
  });
  await followBranch(world, repository, "main", "ana");
  addReview(world, repository, green, { author: "raj", state: "APPROVED" });
  expect(await shop.judged(green)).toBe("go");
});

afterAll(() => close(shop));

/** Bodies of ours on the pull request. */
const said = () => shop.comments().map(({ body }) => body);
let before: readonly string[];

beforeEach(() => {
  before = said();
  expect(before).toHaveLength(1);
  expect(shop.stateOf(green)).toBe("success");
});

/** Judged for whatever the event was, it is as it was, and GitHub was told nothing. */
async function expectUntouched(comment?: Comment): Promise<void> {
  const { outcome, applied } = await shop.promote(green.number, comment);
  expect(outcome).toMatchObject({ verdict: { decision: "go", validUntil: null } });
  expect(applied).toEqual([]);
  expect(said()).toEqual(before);
  expect(shop.stateOf(green)).toBe("success");
}

/** The same, but for the notes, which are few however much was said. */
async function expectOnlyListed(comment?: Comment): Promise<void> {
  const { outcome, applied } = await shop.promote(green.number, comment);
  expect(outcome).toMatchObject({ verdict: { decision: "go", validUntil: null } });
  expect(applied.map(({ effect }) => effect.kind)).toEqual(["update-comment"]);
  expect(said().map(withoutNotes)).toEqual(before.map(withoutNotes));
  const [notes = ""] = NOTES.exec(said()[0] ?? "") ?? [];
  expect(notes.match(/^- /gm)?.length).toBeLessThan(20);
  expect(shop.stateOf(green)).toBe("success");
}

const NOTES = /<details>\n<summary>\d+ notes?<\/summary>[\s\S]*?<\/details>\n\n/;

function withoutNotes(body: string): string {
  return body.replace(NOTES, "");
}

describe("an outsider's words on a green promotion", () => {
  const OURS = "<!-- stage-gates:status v1 stage=production -->";
  const COMMANDS = [
    "/gate waive runbook --until 2026-10-20 --codes FILE-MISSING --reason 'why not'",
    "/gate unwaive runbook",
    "/gate sign-off leads 0000000000000000000000000000000000000000",
    "/gate break-glass 0000000000000000000000000000000000000000 --reason 'fire'",
    "/gate unfreeze 0000000000000000000000000000000000000000 --reason 'fire'",
    "/gate recheck",
    "/gate help",
    "/gate explain runbook",
    "/gate nonsense",
  ];

  test.each([
    { what: "our whole comment, marker and all", body: () => before[0] ?? "" },
    { what: "our marker alone", body: () => `No-go\n\n${OURS}` },
    { what: "an answer's marker", body: () => "x\n\n<!-- stage-gates:answer v1 comment=1 -->" },
    { what: "a megabyte less a bit", body: () => `/gate help\n${"x".repeat(60_000)}` },
    { what: "ten thousand quotes", body: () => `${">".repeat(10_000)} /gate help` },
  ])("by a comment: $what", async ({ body }) => {
    const { world, repository } = shop;
    const comment = addComment(world, repository, green, { author: "eve", body: body() });
    await expectUntouched(comment);
    expect(comment.reactions).toEqual([]);
  });

  test("by editing what they said", async () => {
    const { world, repository } = shop;
    const comment = addComment(world, repository, green, { author: "eve", body: "Nice." });
    const [body = ""] = before;
    editComment(world, repository, green, { comment, body, by: "eve" });
    await expectUntouched();
  });

  test("by three hundred reviews that ask for changes, with commands in them", async () => {
    const { world, repository } = shop;
    const states = ["CHANGES_REQUESTED", "APPROVED", "COMMENTED"] as const;
    for (let count = 0; count < 300; count += 1) {
      const state = states[count % states.length] ?? "COMMENTED";
      addReview(world, repository, green, { author: "eve", state, body: COMMANDS.join("\n") });
    }
    await expectOnlyListed();
  });

  test("by reactions to our comment", async () => {
    const { world } = shop;
    const [ours] = shop.comments();
    if (ours === undefined) throw new Error("there is no comment of ours");
    for (const content of ["-1", "confused"] as const) {
      addReaction(world, ours, { author: "eve", content });
    }
    await expectUntouched();
  });

  test("by three hundred comments full of commands", async () => {
    const { world, repository } = shop;
    let last: Comment | undefined;
    for (let count = 0; count < 300; count += 1) {
      const body = COMMANDS[count % COMMANDS.length] ?? "";
      last = addComment(world, repository, green, { author: "eve", body });
    }
    await expectOnlyListed(last);
    expect(green.comments.flatMap(({ reactions }) => reactions)).toHaveLength(2);
  });

  test("by issues with our marker, open and closed", async () => {
    const { world, repository } = shop;
    const marker = "<!-- stage-gates:issue v1 fingerprint=runbook/- -->";
    for (const labels of [[], ["stage-gates"]]) {
      const body = `Nobody has a runbook.\n\n${marker}`;
      openIssue(world, repository, { author: "eve", title: "Runbook", body, labels });
    }
    await expectUntouched();
  });
});

describe("an outsider's own promotion of the same commit", () => {
  test("from a fork, many times, neither reddens it nor has them all judged", async () => {
    const { world, repository, server } = shop;
    const fork = world.repository("eve/shop");
    await fork.git.fetchFrom(repository.git, green.headSha);
    const theirs: PullRequest[] = [];
    for (let count = 0; count < 5; count += 1) {
      await fork.git.setRef(`refs/heads/again-${count}`, green.headSha);
      const head = `eve:again-${count}`;
      const about = { author: "eve", title: "Mine", body: null, base: "production", head };
      theirs.push(await openPull(world, repository, about));
    }
    await shop.promote(theirs[0]?.number);
    expect(shop.stateOf(green)).toBe("success");
    const asked = server.traffic.exchanges.length;
    await expectUntouched();
    // Some are further pages of what was said above.
    expect(server.traffic.exchanges.length - asked).toBeLessThan(15);
  });
});
