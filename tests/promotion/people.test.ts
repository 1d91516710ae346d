import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Comment } from "../../sandbox/world/issue.ts";
import {
  addComment,
  deleteComment,
  editComment,
  openIssue,
  setLabels,
} from "../../sandbox/world/issue-changes.ts";
import { addReview, dismissReview, followBranch } from "../../sandbox/world/pull-requests.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { type PromotedShop, promotedShop } from "./promote-shop.ts";

/**
 * What people say on a pull request, and who they are by then. `raj` and `ana` hold the role that
 * waives and signs off; `ana` opened the pull request.
 */
const POLICY = `version: 1
stages:
  - {id: production, branches: [production]}
roles:
  leads: {users: [raj, ana, max, zoe, gone, helper, "helper[bot]", "github-actions[bot]"]}
waivers: {approvers: [leads], max_days: 30}
gates:
  - id: runbook
    rules:
      - {id: there, type: document, path: docs/runbook.md}
`;

const WAIVE =
  "/gate waive runbook/there --until 2026-10-20 --codes FILE-MISSING --reason 'it is new'";

let shop: PromotedShop;

async function open(policy: string): Promise<void> {
  shop = await promotedShop({ ".github/stage-gates.yml": policy });
  const { world, repository } = shop;
  for (const login of ["max", "zoe", "otto", "helper"]) world.addUser(login);
  world.addApp("helper");
  // Of those the policy names max reads, zoe has left, and gone has no account any more.
  repository.collaborators.set("max", "read").set("otto", "write").set("helper[bot]", "write");
}

afterEach(() => stopBlameless(shop));

/** The decision, and the codes of the notes. */
async function judged(): Promise<string> {
  const { outcome } = await shop.promote();
  if (outcome.state !== "judged") return outcome.state;
  const { decision, notes } = outcome.verdict;
  return [decision, ...new Set(notes.map(({ code }) => code))].join(" ");
}

const state = () => shop.status()?.state;

describe("T69: a waiver by", () => {
  beforeEach(() => open(POLICY));

  test.each([
    { who: "a role holder who writes", by: "raj", is: "conditional-go" },
    { who: "the author, who holds the role", by: "ana", is: "no-go COMMAND-NOT-ALLOWED" },
    { who: "a role holder who only reads", by: "max", is: "no-go COMMAND-NOT-ALLOWED" },
    { who: "a role holder who has left", by: "zoe", is: "no-go COMMAND-NOT-ALLOWED" },
    { who: "somebody who writes without the role", by: "otto", is: "no-go COMMAND-NOT-ALLOWED" },
    { who: "an outsider", by: "eve", is: "no-go COMMAND-NOT-ALLOWED" },
    { who: "an account that is gone", by: "gone", is: "no-go" },
    { who: "a bot that the policy names", by: "helper[bot]", is: "no-go" },
    { who: "our own bot, which it names as well", by: "github-actions[bot]", is: "no-go" },
  ])("$who: $is", async ({ by, is }) => {
    await shop.promote();
    shop.say(by, WAIVE);
    expect(await judged()).toBe(is);
    expect(state()).toBe(is === "conditional-go" ? "success" : "failure");
  });

  test("who leaves, or only reads from now on, takes the waiver along", async () => {
    shop.say("raj", WAIVE);
    expect(await judged()).toBe("conditional-go");
    shop.repository.collaborators.set("raj", "read");
    expect(await judged()).toBe("no-go COMMAND-NOT-ALLOWED");
    expect(state()).toBe("failure");
  });

  test("nobody is spoken to by name for what changes nothing", async () => {
    shop.say("eve", WAIVE);
    await shop.promote();
    expect(shop.comments()[0]?.body).toContain("`@eve`");
    expect(shop.comments()[0]?.body).not.toMatch(/@eve(?!`)/);
  });
});

describe("T70: a waiver", () => {
  beforeEach(() => open(POLICY));

  test("that no reader would take for a command is none", async () => {
    for (const text of [
      `> ${WAIVE}`,
      `\`\`\`\n${WAIVE}\n\`\`\``,
      `~~~\n\n${WAIVE}`,
      `\`${WAIVE}\``,
      `    ${WAIVE}`,
      `<!--\n${WAIVE}\n-->`,
      `<details>\n\n${WAIVE}\n\n</details>`,
      `- ${WAIVE}`,
      `please ${WAIVE}`,
      `${WAIVE} please`,
    ]) {
      shop.say("raj", text);
    }
    expect(await judged()).toBe("no-go");
  });

  test.each([
    { how: "with text below it", text: `${WAIVE}\n\nThanks!`, is: "conditional-go" },
    { how: "twice", text: `${WAIVE}\n${WAIVE}`, is: "conditional-go" },
    {
      how: "and taken back at once",
      text: `${WAIVE}\n/gate unwaive runbook`,
      is: "no-go WAIVER-TAKEN-BACK",
    },
  ])("$how: $is", async ({ text, is }) => {
    shop.say("raj", text);
    expect(await judged()).toBe(is);
  });

  const edit = (comment: Comment, body: string, by: string) =>
    editComment(shop.world, shop.repository, shop.pull, { comment, body, by });

  test("edited in was never given, whoever edited", async () => {
    edit(shop.say("raj", "Looks fine."), WAIVE, "raj");
    edit(shop.say("raj", "Looks fine."), WAIVE, "ana");
    expect(await judged()).toBe("no-go");
  });

  test.each([
    { what: "another reason", body: WAIVE.replace("new", "old"), by: "raj" },
    { what: "another reason by a maintainer", body: WAIVE.replace("new", "old"), by: "ana" },
    { what: "nothing left of it", body: "Never mind.", by: "raj" },
  ])("edited to have $what is gone for good, and the pass with it", async ({ body, by }) => {
    const comment = shop.say("raj", WAIVE);
    expect(await judged()).toBe("conditional-go");
    edit(comment, body, by);
    expect(await judged()).toBe("no-go");
    edit(comment, WAIVE, "raj");
    expect(await judged()).toBe("no-go");
    expect(state()).toBe("failure");
  });

  test("deleted or hidden is gone, and the pass with it", async () => {
    const comment = shop.say("raj", WAIVE);
    expect(await judged()).toBe("conditional-go");
    comment.minimized = "OUTDATED";
    expect(await judged()).toBe("no-go");
    comment.minimized = null;
    expect(await judged()).toBe("conditional-go");
    deleteComment(shop.world, shop.repository, shop.pull, { comment, by: "ana" });
    expect(await judged()).toBe("no-go");
    expect(state()).toBe("failure");
  });

  test("taken back stays so when the words that took it back are deleted", async () => {
    shop.say("raj", WAIVE);
    const unwaive = shop.say("raj", "/gate unwaive runbook");
    expect(await judged()).toBe("no-go WAIVER-TAKEN-BACK");
    deleteComment(shop.world, shop.repository, shop.pull, { comment: unwaive, by: "ana" });
    expect(await judged()).toBe("no-go WAIVER-TAKEN-BACK");
    shop.say("raj", WAIVE);
    expect(await judged()).toBe("conditional-go WAIVER-TAKEN-BACK");
  });

  test("in an issue, or in the text of the pull request or of a review, is none", async () => {
    const { world, repository, pull } = shop;
    const issue = openIssue(world, repository, { author: "raj", title: "Other", body: WAIVE });
    addComment(world, repository, issue, { author: "raj", body: WAIVE });
    pull.body = WAIVE;
    addReview(world, repository, pull, { author: "raj", state: "COMMENTED", body: WAIVE });
    expect(await judged()).toBe("no-go");
  });
});

describe("T71: an approval", () => {
  const SIGNED = POLICY.replace(
    "{id: there, type: document, path: docs/runbook.md}",
    "{id: signed, type: sign-off, roles: [leads]}",
  );
  beforeEach(() => open(SIGNED));

  const review = (author: string, as: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED") =>
    addReview(shop.world, shop.repository, shop.pull, { author, state: as });

  async function push(file: string, by = "ana"): Promise<void> {
    const said = { changes: { [file]: `${file}\n` }, message: file, author: AUTHOR };
    await shop.repository.commit("main", said);
    await followBranch(shop.world, shop.repository, "main", by);
  }

  /** The outcome of the rule, and the codes it found. */
  async function signed(): Promise<string> {
    const { outcome } = await shop.promote();
    const rule = outcome.state === "judged" ? outcome.verdict.gates[0]?.rules[0] : undefined;
    const codes = new Set(rule?.findings.map(({ code }) => code));
    return [rule?.outcome, ...codes].join(" ");
  }

  test.each([
    { who: "a role holder who writes", by: "raj", is: "passed" },
    { who: "a role holder who only reads", by: "max", is: "pending SIGN-OFF-WAITING" },
    { who: "a role holder who has left", by: "zoe", is: "pending SIGN-OFF-WAITING" },
    { who: "an outsider", by: "eve", is: "pending SIGN-OFF-WAITING" },
    { who: "somebody who writes", by: "otto", is: "pending SIGN-OFF-WAITING" },
    { who: "a bot that the policy names", by: "helper[bot]", is: "passed" },
  ])("by $who: $is", async ({ by, is }) => {
    review(by, "APPROVED");
    expect((await signed()).replace(/ SIGN-OFF-NOT-A-HOLDER/, "")).toBe(is);
  });

  test("is for its commit: a push asks again, and what was given before stays old", async () => {
    review("raj", "APPROVED");
    expect(await signed()).toBe("passed");
    expect(state()).toBe("success");
    await push("src/c.txt");
    expect(await signed()).toBe("pending SIGN-OFF-CHANGED");
    expect(state()).toBe("failure");
    review("raj", "COMMENTED");
    expect(await signed()).toBe("pending SIGN-OFF-CHANGED");
    review("raj", "APPROVED");
    expect(await signed()).toBe("passed");
  });

  test("of an old commit does not come back with another push of the same files", async () => {
    review("raj", "APPROVED");
    const first = shop.pull.headSha;
    await push("src/c.txt");
    shop.say("raj", `/gate sign-off leads ${first}`);
    expect(await signed()).toBe("pending SIGN-OFF-CHANGED");
    shop.say("raj", `/gate sign-off leads ${shop.pull.headSha.slice(0, 12)}`);
    expect(await signed()).toMatch(/^failed|^pending/);
    shop.say("raj", `/gate sign-off leads ${shop.pull.headSha}`);
    expect(await signed()).toBe("passed");
  });

  test("dismissed is gone, and a dismissed request for changes is not", async () => {
    const { world, repository, pull } = shop;
    const approval = review("raj", "APPROVED");
    expect(await signed()).toBe("passed");
    dismissReview(world, repository, pull, { review: approval, by: "ana" });
    expect(await signed()).toBe("pending SIGN-OFF-WAITING");
    expect(state()).toBe("failure");
    const objection = review("raj", "CHANGES_REQUESTED");
    expect(await signed()).toBe("failed SIGN-OFF-CHANGES-REQUESTED");
    dismissReview(world, repository, pull, { review: objection, by: "ana" });
    expect(await signed()).toBe("failed SIGN-OFF-CHANGES-REQUESTED");
    review("raj", "APPROVED");
    expect(await signed()).toBe("passed");
  });

  test("hidden is gone", async () => {
    const approval = review("raj", "APPROVED");
    approval.minimized = true;
    expect(await signed()).toBe("pending SIGN-OFF-WAITING");
  });

  test("of whoever brought the head by force is none, and of somebody else is one", async () => {
    const { world, repository } = shop;
    const before = (await repository.git.branch("main")) ?? "";
    await repository.git.setRef(
      "refs/heads/main",
      (await repository.git.branch("production")) ?? "",
    );
    const changes = { ".github/stage-gates.yml": SIGNED, "src/mine.txt": "mine\n" };
    await repository.commit("main", { changes, message: "Mine", author: AUTHOR });
    await followBranch(world, repository, "main", "raj");
    expect(shop.pull.headSha).not.toBe(before);
    shop.say("raj", `/gate sign-off leads ${shop.pull.headSha}`);
    review("raj", "APPROVED");
    expect(await signed()).toBe("failed SIGN-OFF-BY-AUTHOR");
    await push("src/another.txt", "ana");
    review("raj", "APPROVED");
    expect(await signed()).toBe("passed");
  });

  test("of the author is none, by review or by comment", async () => {
    shop.say("ana", `/gate sign-off leads ${shop.pull.headSha}`);
    expect(await signed()).toBe("failed SIGN-OFF-BY-AUTHOR");
  });
});

describe("T73: a label", () => {
  beforeEach(() => open(POLICY));

  test("put on and taken off fifty times loosens nothing and has nothing written", async () => {
    const { world, repository, pull, server } = shop;
    expect(await judged()).toBe("no-go");
    server.traffic.clear();
    for (let time = 0; time < 50; time += 1) {
      const names = time % 2 === 0 ? ["break-glass", "waived"] : [];
      setLabels(world, repository, pull, { names, by: "raj" });
      if (time % 10 === 0) expect(await judged()).toBe("no-go");
    }
    expect(server.traffic.writes).toEqual([]);
    expect(state()).toBe("failure");
  });
});
