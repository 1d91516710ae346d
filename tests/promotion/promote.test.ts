import { afterEach, describe, expect, test } from "vitest";
import { addStatus } from "../../sandbox/world/checks.ts";
import { stopBlameless } from "../sandbox/start-sandbox.ts";
import { CONTEXT, type PromotedShop, promotedShop } from "./promote-shop.ts";

let shop: PromotedShop;

afterEach(() => stopBlameless(shop));

const POLICY = ".github/stage-gates.yml";

describe("a policy with problems lets nothing pass", () => {
  test("under the branch's name where nothing else is known", async () => {
    shop = await promotedShop({ [POLICY]: "version: 1\nstagez: []\n" });
    const { outcome } = await shop.promote();
    expect(outcome.state).toBe("invalid");
    expect(shop.status()).toMatchObject({ state: "failure" });
    expect(shop.comments()[0]?.body).toContain("stagez");
  });

  test("under the names that the branch requires", async () => {
    shop = await promotedShop({ [POLICY]: "version: 1\nstagez: []\n" });
    shop.repository.rulesets.push({
      ...{ id: 5, name: "gates", enforcement: "active", include: ["refs/heads/production"] },
      ...{ exclude: [], bypass: [] },
      rules: [
        {
          type: "required_status_checks",
          parameters: {
            strict_required_status_checks_policy: false,
            required_status_checks: [{ context: "stage-gates / live" }, { context: "build" }],
          },
        },
      ],
    });
    await shop.promote();
    const contexts = shop.repository.statusesOf(shop.pull.headSha).map(({ context }) => context);
    expect(contexts).toEqual(["stage-gates / live"]);
  });

  test("and takes a pass back that the head carries", async () => {
    shop = await promotedShop({ [POLICY]: "version: 1\nstagez: []\n" });
    addStatus(shop.world, shop.repository, {
      ...{ head: shop.pull.headSha, state: "success", context: CONTEXT, creator: "raj" },
    });
    await shop.promote();
    expect(shop.status()).toMatchObject({ state: "failure" });
  });
});

describe("commands are answered", () => {
  test("help by a reply, once, however often the event is worked on", async () => {
    shop = await promotedShop();
    const comment = shop.say("raj", "/gate help");
    await shop.promote(1, comment);
    await shop.promote(1, comment);
    const replies = shop.comments().filter(({ body }) => body.includes("/gate recheck"));
    expect(replies).toHaveLength(1);
    expect(comment.reactions.map(({ content }) => content)).toEqual(["eyes"]);
  });

  test("what is misspelt by what is wrong", async () => {
    shop = await promotedShop();
    const comment = shop.say("raj", "/gate waiv runbook");
    await shop.promote(1, comment);
    expect(comment.reactions.map(({ content }) => content)).toEqual(["confused"]);
    expect(shop.comments().some(({ body }) => body.includes("/gate waive"))).toBe(true);
  });

  test("a waiver by the verdict, without a word more", async () => {
    shop = await promotedShop();
    await shop.promote();
    // The comment says what to paste, but for the date and the reason.
    const [, pasted = ""] =
      /^(\/gate waive .*) --reason/m.exec(shop.comments()[0]?.body ?? "") ?? [];
    const line = `${pasted.replace("<YYYY-MM-DD>", "2026-10-20")} --reason "new service"`;
    const { outcome } = await shop.promote(1, shop.say("raj", line));
    expect(outcome).toMatchObject({ verdict: { decision: "conditional-go" } });
    expect(shop.status()).toMatchObject({ state: "success" });
    expect(shop.comments()).toHaveLength(1);
  });

  test("a waiver that changes nothing by why, and not as one that counts", async () => {
    shop = await promotedShop();
    const line = '/gate waive runbook --until 2026-10-20 --codes DOCUMENT-MISSING --reason "later"';
    // She opened the pull request.
    const comment = shop.say("ana", line);
    await shop.promote(1, comment);
    await shop.promote(1, comment);
    expect(comment.reactions.map(({ content }) => content)).toEqual(["confused"]);
    const replies = shop.comments().filter(({ body }) => body.startsWith("**Not taken.**"));
    expect(replies).toHaveLength(1);
    expect(replies[0]?.body).toContain("`@ana` wrote this pull request");
    const outsiders = shop.say("eve", line);
    await shop.promote(1, outsiders);
    expect(outsiders.reactions).toEqual([]);
  });

  test("but not those of an outsider, as often as they come", async () => {
    shop = await promotedShop();
    const { outcome } = await shop.promote();
    for (const line of ["/gate help", "/gate waiv", "/gate recheck"]) {
      const comment = shop.say("eve", line);
      await shop.promote(1, comment);
      expect(comment.reactions).toEqual([]);
    }
    expect(outcome.state).toBe("judged");
    expect(shop.comments()).toHaveLength(1);
  });

  test("those of whoever opened the pull request are, without access too", async () => {
    shop = await promotedShop();
    shop.repository.collaborators.delete("ana");
    const comment = shop.say("ana", "/gate help");
    await shop.promote(1, comment);
    expect(comment.reactions.map(({ content }) => content)).toEqual(["eyes"]);
  });

  test("and chatter by nothing", async () => {
    shop = await promotedShop();
    const comment = shop.say("eve", "What does `/gate help` do?");
    await shop.promote(1, comment);
    expect(comment.reactions).toEqual([]);
    expect(shop.comments()).toHaveLength(1);
  });
});
