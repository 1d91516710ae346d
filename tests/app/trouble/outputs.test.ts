import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { registerApp } from "../../../sandbox/world/apps.ts";
import {
  requestAction,
  rerequestRun,
  rerequestSuite,
} from "../../../sandbox/world/check-suites.ts";
import { addCheckRun, addStatus } from "../../../sandbox/world/checks.ts";
import { deleteComment } from "../../../sandbox/world/issue-changes.ts";
import { CONTEXT } from "../../promotion/promote-shop.ts";
import {
  BOT,
  MINUTE,
  SIGNED_OFF,
  status,
  type TroubledShop,
  troubledShop,
} from "./troubled-shop.ts";

const NAMES = Array.from({ length: 120 }, (_, index) => `item-${index}-${"x".repeat(40)}`);

/** So much to say that no comment and no check run holds it. */
const MUCH = `${SIGNED_OFF}${NAMES.map(
  (name) => `  - id: ${name}
    title: "${"Long ".repeat(30)}"
    heading: ${name}
    rules: [{id: items, type: checklist, extra: require, items: [{id: a}, {id: b}]}]
`,
).join("")}`;
const READINESS = NAMES.map((name) => `## ${name}\n\n- [ ] \`a\` Do it\n- [ ] \`b\` And it\n`).join(
  "\n",
);

let shop: TroubledShop;

beforeAll(async () => {
  shop = await troubledShop();
});

afterEach(() => shop.server.faults.clear());

afterAll(() => shop.end());

const ours = (pull: {
  readonly comments: readonly { readonly author: string; readonly id: number }[];
}) => pull.comments.filter(({ author }) => author === BOT);

describe("T44: what is more than GitHub takes", () => {
  test("is cut before it is sent: texts, titles, comments; annotations come in parts", async () => {
    const much = await troubledShop(MUCH);
    const pull = await much.promotion("much", { "READINESS.md": READINESS });
    await much.service.settled(0);
    expect(await much.settledRight(pull)).toBe("no-go");
    const [run] = much.runs(pull.headSha).slice(-1);
    expect(run?.annotations.length).toBeGreaterThan(51);
    expect(run?.text?.length).toBeLessThanOrEqual(65_535);
    expect(run?.title?.length).toBeLessThanOrEqual(255);
    expect(ours(pull)).toHaveLength(1);
    expect(pull.comments[0]?.body.length).toBeLessThanOrEqual(65_536);
    expect(much.service.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
    await much.end();
  });

  test("and is refused all the same, is said without its details, then with them", async () => {
    const { service } = shop;
    const pull = await shop.promotion("refused");
    await service.settled(0);
    shop.approve(pull);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("success");
    shop.fail(status(422), {
      matches: ({ url, method }) => method === "PATCH" && url?.includes("/check-runs/") === true,
    });
    shop.dismiss(pull);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("failure");
    await service.pass(2 * MINUTE);
    expect(await shop.settledRight(pull)).toBe("no-go");
    expect(service.lines.some((line) => line.startsWith("warn could not be said"))).toBe(true);
  });
});

describe("T45: our comment", () => {
  test("that somebody deletes while it is edited is written anew, once", async () => {
    const { service, world, repository } = shop;
    const pull = await shop.promotion("deleted");
    await service.settled(0);
    const [comment] = pull.comments;
    shop.fail(status(404), {
      matches({ method, url }) {
        if (method === "PATCH" && url?.includes("/comments/") && comment !== undefined) {
          deleteComment(world, repository, pull, { comment, by: "raj" });
        }
        return false;
      },
    });
    shop.approve(pull);
    await service.pass(2 * MINUTE);
    expect(await shop.settledRight(pull)).toBe("go");
    expect(ours(pull)).toHaveLength(1);
    expect(pull.comments[0]?.id).not.toBe(comment?.id);
  });
});

describe("T46: whoever asks for it again", () => {
  test.each<{ by: string; ask: (head: string) => void }>([
    {
      by: "its button",
      ask: (head) => {
        const [run] = shop.runs(head).slice(-1);
        if (run)
          requestAction(shop.world, shop.repository, run, { identifier: "reevaluate", by: "ana" });
      },
    },
    {
      by: "re-running the check",
      ask: (head) => {
        const [run] = shop.runs(head).slice(-1);
        if (run) rerequestRun(shop.world, shop.repository, run, { by: "ana" });
      },
    },
    {
      by: "re-running all checks",
      ask: (head) => {
        const suite = shop.repository.suites.find(
          (one) => one.head === head && one.app === shop.service.settings.app,
        );
        if (suite) rerequestSuite(shop.world, shop.repository, suite, { by: "ana" });
      },
    },
  ])("by $by has it judged again, and answered", async ({ by, ask }) => {
    const { service, server } = shop;
    const pull = await shop.promotion(by.replaceAll(" ", "-"));
    await service.settled(0);
    // Something that no event told of.
    server.webhooks.faults.plan({ fault: { kind: "never" } });
    shop.approve(pull);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("failure");
    ask(pull.headSha);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("success");
    expect(await shop.settledRight(pull)).toBe("go");
    // The same once more: whoever asks waits for an answer.
    ask(pull.headSha);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("success");
    const [suite] = shop.repository.suites.filter(
      ({ head, app }) => head === pull.headSha && app === service.settings.app,
    );
    expect(suite?.rerequested).toBe(false);
  });

  test("where it could not be judged the button hurries nobody, and it is judged when its turn comes", async () => {
    const { service, world, repository } = shop;
    const pull = await shop.promotion("unjudged");
    await service.settled(0);
    shop.approve(pull);
    await service.settled(0);
    shop.fail(status(500), {
      matches: ({ url }) =>
        url?.endsWith("/files?per_page=100&page=1") === true || url?.endsWith("/graphql") === true,
      times: 2,
    });
    shop.approve(pull);
    await service.settled(0);
    const [run] = shop.runs(pull.headSha).slice(-1);
    if (run) requestAction(world, repository, run, { identifier: "reevaluate", by: "ana" });
    await service.settled(0);
    await service.pass(5_000);
    expect(await shop.settledRight(pull)).toBe("go");
  });
});

describe("T47: a check of our name by somebody else", () => {
  test("neither passes for ours, nor is it touched, nor does it keep ours from being said", async () => {
    const { service, world, repository, server } = shop;
    const pull = await shop.promotion("forged");
    await service.settled(0);
    const since = server.traffic.exchanges.length;
    const { app } = registerApp(world, {
      slug: "forger",
      permissions: { checks: "write" },
      events: [],
    });
    const forged = addCheckRun(world, repository, {
      app: app.id,
      head: pull.headSha,
      name: CONTEXT,
      conclusion: "success",
    });
    addStatus(world, repository, {
      head: pull.headSha,
      state: "success",
      context: CONTEXT,
      creator: "eve",
    });
    await service.settled(0);
    expect(await shop.settledRight(pull)).toBe("no-go");
    expect(shop.conclusion(pull)).toBe("failure");
    expect(forged).toMatchObject({ conclusion: "success", externalId: "" });
    const warned = service.lines.filter((line) => line.includes("somebody else wrote"));
    expect(warned).toEqual([
      expect.stringMatching(/^warn .*"by":"forger"/),
      expect.stringMatching(/^warn .*"by":"eve"/),
    ]);
    expect(
      server.traffic.exchanges
        .slice(since)
        .filter(({ method, path }) => method === "PATCH" && path.endsWith(`/${forged.id}`)),
    ).toEqual([]);
    shop.approve(pull);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("success");
    shop.dismiss(pull);
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("failure");
  });
});
