import { afterEach, describe, expect, test } from "vitest";
import type { Issue } from "../../sandbox/world/issue.ts";
import { changeIssue, deleteComment } from "../../sandbox/world/issue-changes.ts";
import { followBranch } from "../../sandbox/world/pull-requests.ts";
import { AUTHOR, stopBlameless } from "../sandbox/start-sandbox.ts";
import { type PromotedShop, promotedShop } from "./promote-shop.ts";

let shop: PromotedShop;

afterEach(() => stopBlameless(shop));

const RUNBOOK = "# Runbook\n\nRestart it, then look.\n";

async function push(changes: Readonly<Record<string, string | null>>): Promise<void> {
  await shop.repository.commit("main", { changes, message: "Change", author: AUTHOR });
  await followBranch(shop.world, shop.repository, "main", "ana");
}

/** What failed of what was to be written. */
async function failures(): Promise<readonly string[]> {
  const { applied } = await shop.promote();
  return applied.flatMap(({ effect, failure }) =>
    failure === null ? [] : [`${effect.kind}: ${failure.message}`],
  );
}

describe("T76: 200 gates with 50 open items each", () => {
  const ids = Array.from({ length: 200 }, (_, index) => `gate-${index}`);
  const policy = `version: 1
stages: [{id: production, branches: [production]}]
gates:
${ids.map((id) => `  - {id: ${id}, heading: ${id}, rules: [{id: items, type: checklist, extra: require, items: [{id: item-0}]}]}`).join("\n")}
`;
  const items = Array.from({ length: 50 }, (_, index) => `- [ ] \`item-${index}\` Do ${index}`);
  const readiness = ids.map((id) => `## ${id}\n\n${items.join("\n")}\n`).join("\n");

  test("are one comment that GitHub takes, which ends with what it leaves out", async () => {
    shop = await promotedShop({ ".github/stage-gates.yml": policy, "READINESS.md": readiness });
    expect(await failures()).toEqual([]);
    const [{ body } = { body: "" }, ...others] = shop.comments();
    expect(others).toEqual([]);
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body).toContain("200 of 200 gates");
    expect(body).toMatch(/Too long to show: .*\d+ more/);
    expect(shop.status()?.description).toMatch(/^200 of 200 gates fail: .* more/);
    expect(shop.status()?.description?.length).toBeLessThanOrEqual(140);
  });
});

describe("T77: nothing changed", () => {
  test("has nothing written, whoever talks, comes or goes meanwhile", async () => {
    shop = await promotedShop();
    await shop.promote();
    shop.say("eve", "Any news?");
    shop.repository.collaborators.set("eve", "read");
    shop.world.now += 30 * 60_000;
    shop.server.traffic.clear();
    expect((await shop.promote()).applied).toEqual([]);
    expect(shop.server.traffic.writes).toEqual([]);
  });
});

describe("T78: a conversation", () => {
  test("whose comment of ours was hidden is told in the same one", async () => {
    shop = await promotedShop();
    await shop.promote();
    const [comment] = shop.comments();
    if (comment !== undefined) comment.minimized = "OUTDATED";
    await push({ "docs/runbook.md": RUNBOOK });
    expect(await failures()).toEqual([]);
    expect(shop.comments()).toEqual([comment]);
    expect(comment?.body).toContain("✅");
  });

  test("that is locked gets its verdict all the same, and what kept the comment back is said", async () => {
    shop = await promotedShop();
    shop.pull.locked = true;
    expect(await failures()).toEqual(["create-comment: the conversation is locked"]);
    expect(shop.status()?.state).toBe("failure");
    shop.pull.locked = false;
    expect(await failures()).toEqual([]);
    expect(shop.comments()).toHaveLength(1);
  });

  test("whose comment of ours was deleted gets another", async () => {
    shop = await promotedShop();
    await shop.promote();
    const [comment] = shop.comments();
    if (comment !== undefined) {
      deleteComment(shop.world, shop.repository, shop.pull, { comment, by: "raj" });
    }
    expect(await failures()).toEqual([]);
    expect(shop.comments()).toHaveLength(1);
  });
});

describe("T79: the issue for a missing runbook", () => {
  const open = () => shop.issues().filter(({ state }) => state === "open");
  const close = (issue: Issue, stateReason: "completed" | "not_planned") =>
    changeIssue(shop.world, shop.repository, issue, { state: "closed", stateReason }, "ana");
  const only = (): Issue => {
    const [issue, ...others] = open();
    if (issue === undefined || others.length > 0) throw new Error(`${1 + others.length} are open`);
    return issue;
  };

  test("is one, under eight runs at once, and so is the comment", async () => {
    shop = await promotedShop();
    await Promise.all(Array.from({ length: 8 }, () => shop.promote()));
    await shop.promote();
    expect(open()).toHaveLength(1);
    expect(open()[0]?.number).toBe(Math.min(...shop.issues().map(({ number }) => number)));
    expect(shop.comments()).toHaveLength(1);
    expect(shop.comments()[0]?.body).toContain(`#${open()[0]?.number}`);
    // Whoever follows one that was too many is told so once.
    for (const issue of shop.issues().filter(({ state }) => state === "closed")) {
      expect(issue.comments).toHaveLength(1);
    }
    expect((await shop.promote()).applied).toEqual([]);
  });

  test("stays closed once a person has closed it as not planned, and the gate still blocks", async () => {
    shop = await promotedShop();
    await shop.promote();
    const issue = only();
    close(issue, "not_planned");
    await shop.promote();
    await push({ "src/c.txt": "c\n" });
    await shop.promote();
    expect(shop.issues()).toEqual([issue]);
    expect([issue.state, shop.status()?.state]).toEqual(["closed", "failure"]);
  });

  test("is reopened once where it is said to be done and is not", async () => {
    shop = await promotedShop();
    await shop.promote();
    const issue = only();
    close(issue, "completed");
    await shop.promote();
    expect(only()).toBe(issue);
    expect(issue.comments).toHaveLength(1);
    close(issue, "completed");
    await shop.promote();
    expect(shop.issues()).toEqual([issue]);
    expect([issue.state, issue.comments.length]).toEqual(["closed", 1]);
  });

  test("is reopened when what was mended is missing again", async () => {
    shop = await promotedShop();
    await shop.promote();
    const issue = only();
    await push({ "docs/runbook.md": RUNBOOK });
    await shop.promote();
    expect(issue.state).toBe("closed");
    await push({ "docs/runbook.md": null });
    await shop.promote();
    expect(only()).toBe(issue);
  });

  test("is not opened where issues are switched off, and the comment says so", async () => {
    shop = await promotedShop();
    shop.repository.hasIssues = false;
    expect(await failures()).toEqual([]);
    expect(shop.issues()).toEqual([]);
    expect(shop.comments()[0]?.body).toContain("issues are switched off");
  });
});
