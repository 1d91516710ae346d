import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { addComment } from "../../../sandbox/world/issue-changes.ts";
import { addReview } from "../../../sandbox/world/pull-requests.ts";
import {
  BOT,
  MINUTE,
  SIGNED_OFF,
  status,
  type TroubledShop,
  troubledShop,
  verdictsIn,
} from "./troubled-shop.ts";

const WAIVABLE = SIGNED_OFF.replace(
  "gates:",
  "waivers: {approvers: [leads], max_days: 30}\ngates:",
);
/** Whose gates apply is told by what changes. */
const BY_SERVICE = `version: 1
stages: [{id: production, branches: [production]}]
services: {from: "services/*", ungoverned: ["src/**", "many/**"]}
gates:
  - id: runbook
    rules: [{id: there, type: document, path: "{path}/runbook.md"}]
`;
const DAY = 24 * 3_600_000;

let shop: TroubledShop;

beforeAll(async () => {
  shop = await troubledShop(WAIVABLE);
});

afterEach(() => shop.server.faults.clear());

afterAll(() => shop.end());

describe("T42: what fills more than a page", () => {
  test("101 reviews: the last takes back what one before it said", async () => {
    const { world, repository, service } = shop;
    const pull = await shop.promotion("reviewed");
    shop.approve(pull);
    for (let count = 0; count < 99; count += 1) {
      addReview(world, repository, pull, { author: "eve", state: "COMMENTED" });
    }
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("success");
    addReview(world, repository, pull, { author: "raj", state: "CHANGES_REQUESTED" });
    await service.settled(0);
    expect(pull.reviews).toHaveLength(101);
    expect(await shop.settledRight(pull)).toBe("no-go");
  });

  test("250 comments: the command in the last counts, and there is one comment of ours", async () => {
    const { world, repository, service } = shop;
    const pull = await shop.promotion("discussed");
    await service.settled(0);
    const [own] = pull.comments;
    for (let count = 0; own !== undefined && count < 249; count += 1) {
      pull.comments.push({ ...own, id: world.nextId(), author: "eve", body: `Talk ${count}` });
    }
    const until = new Date(world.now + 7 * DAY).toISOString().slice(0, 10);
    const waive = `/gate waive approval/leads --until ${until} --codes SIGN-OFF-WAITING`;
    const body = `${waive} --reason "Nobody is there to sign it off, and it cannot wait"`;
    addComment(world, repository, pull, { author: "raj", body });
    await service.settled(0);
    expect(pull.comments.filter(({ author }) => author === BOT)).toMatchObject([{ id: own?.id }]);
    expect(await shop.settledRight(pull)).toBe("conditional-go");
    expect(shop.conclusion(pull)).toBe("success");
  });

  test("a cursor that GitHub does not know: no pass, and the right word afterwards", async () => {
    const { world, repository, service, server } = shop;
    const pull = await shop.promotion("lost");
    shop.approve(pull);
    for (let count = 0; count < 110; count += 1) {
      addReview(world, repository, pull, { author: "eve", state: "COMMENTED" });
    }
    await service.settled(0);
    expect(shop.conclusion(pull)).toBe("success");
    const since = server.traffic.exchanges.length;
    const path = ["repository", "a1"];
    const errors = [
      {
        type: "INVALID_CURSOR_ARGUMENTS",
        message: "`x` does not appear to be a valid cursor.",
        path,
      },
    ];
    shop.fail(status(200, { body: { data: { repository: { a1: null } }, errors } }), {
      from: 2,
      times: 1,
      matches: ({ url }) => url?.endsWith("/graphql") === true,
    });
    addReview(world, repository, pull, { author: "eve", state: "COMMENTED" });
    await service.settled(0);
    const [first] = verdictsIn(server.traffic.exchanges.slice(since));
    expect(first).toMatchObject({ conclusion: "failure" });
    expect(first?.output.summary).toContain("valid cursor");
    await service.pass(MINUTE);
    expect(await shop.settledRight(pull)).toBe("go");
  });

  test("3,001 files: GitHub lists 3,000, so that any service may be among the rest", async () => {
    const many = await troubledShop(BY_SERVICE);
    const files: Record<string, string> = { "services/api/a.txt": "x" };
    for (let index = 0; index < 3_000; index += 1) files[`many/${index}.txt`] = "x";
    const pull = await many.promotion("many", files);
    await many.service.settled(0);
    const [run] = many.runs(pull.headSha).slice(-1);
    expect(run?.conclusion).toBe("failure");
    expect(await many.settledRight(pull)).not.toBe("go");
    await many.end();
  });
});
