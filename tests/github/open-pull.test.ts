import { afterEach, describe, expect, test } from "vitest";
import { addReview } from "../../sandbox/world/pull-requests.ts";
import { openPull } from "../../src/github/open-pull.ts";
import { openShop, type Shop } from "./open-shop.ts";

const NAME = { owner: "acme", name: "shop" };
let shop: Shop;

afterEach(async () => {
  expect(shop.server.traffic.violations).toEqual([]);
  await shop.stop();
});

const POLICY = ".github/stage-gates.yml";

describe("a pull request is opened with one request", () => {
  test("that brings its state, what was said, the policy and the usual documents", async () => {
    shop = await openShop({ [POLICY]: "version: 1\n", "READINESS.md": "# Ready\n" });
    addReview(shop.world, shop.repository, shop.pull, { author: "raj", state: "APPROVED" });
    const opened = await openPull({ client: shop.client(), name: NAME, number: 1 });
    expect(shop.server.traffic.exchanges.map(({ operation }) => operation)).toEqual(["graphql"]);
    const base = await shop.repository.git.branch("production");
    expect(opened.pull).toMatchObject({
      repository: "acme/shop",
      number: 1,
      author: "ana",
      baseBranch: "production",
      base,
      head: shop.pull.headSha,
      defaultBranch: { name: "main", tip: shop.pull.headSha },
    });
    expect(opened.policy).toMatchObject({
      ref: "main",
      sha: shop.pull.headSha,
      policy: {
        fact: { state: "known", value: { state: "file", file: { text: "version: 1\n" } } },
      },
      waivers: { fact: { state: "known", value: { state: "absent" } } },
      organization: { fact: { state: "known", value: { state: "absent" } } },
    });
    expect(opened.conversation.fact).toMatchObject({
      value: { reviews: [{ author: "raj", state: "approved", commit: shop.pull.headSha }] },
    });
    const [readiness] = await opened.source.read([
      { kind: "file", path: "READINESS.md", revision: "evidence" },
    ]);
    expect(readiness).toMatchObject({ value: { file: { text: "# Ready\n" } } });
    expect(shop.server.traffic.exchanges).toHaveLength(1);
  });
});
