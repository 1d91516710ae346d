import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openPull } from "../../../sandbox/world/pull-requests.ts";
import { POLICY } from "../../promotion/promote-shop.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { MINUTE, status, type TroubledShop, troubledShop } from "./troubled-shop.ts";

let shop: TroubledShop;

beforeAll(async () => {
  shop = await troubledShop(POLICY);
});

afterEach(() => shop.server.faults.clear());

afterAll(() => shop.end());

const RUNBOOK = "# Runbook\n\nRestart the service.\n";

describe("T43: a document that", () => {
  test.each<{ what: string; text: string; decision: string; says: string }>([
    { what: "is empty", text: "", decision: "no-go", says: "`docs/runbook.md`" },
    { what: "is binary", text: `${RUNBOOK}\0\0`, decision: "no-go", says: "UTF-8" },
    {
      ...{ what: "has 2 MB", text: `${RUNBOOK}${"Look. ".repeat(350_000)}` },
      ...{ decision: "no-go", says: "it is over 1 MiB" },
    },
  ])("$what", async ({ what, text, decision, says }) => {
    const pull = await shop.promotion(what.replaceAll(" ", "-"), { "docs/runbook.md": text });
    await shop.service.settled(0);
    expect(await shop.settledRight(pull)).toBe(decision);
    const [run] = shop.runs(pull.headSha).slice(-1);
    expect(run?.conclusion).toBe(decision === "go" ? "success" : "failure");
    expect(`${run?.title}\n${run?.summary}`).toContain(says);
    pull.state = "closed";
  });

  test("GraphQL shows in part is read over REST, as soon as that answers", async () => {
    const text = `${RUNBOOK}${"Listen.\n".repeat(50_000)}`;
    const isBlob = ({ url }: { readonly url?: string | undefined }) =>
      /\/git\/blobs\//.test(url ?? "");
    shop.fail(status(502), { matches: isBlob, times: 2 });
    const pull = await shop.promotion("half", { "docs/runbook.md": text });
    await shop.service.pass(MINUTE);
    expect(await shop.settledRight(pull)).toBe("go");
    pull.state = "closed";
  });
});

describe("T41: the head of a fork that the app may not see", () => {
  test("is judged by what the repository itself shows of it", async () => {
    const { world, repository, service, server } = shop;
    const fork = await world.addRepository("eve/shop", {
      ...{ isPrivate: true, parent: "acme/shop" },
    });
    const main = (await repository.git.branch("main")) ?? "";
    await fork.git.fetchFrom(repository.git, main);
    await fork.git.setRef("refs/heads/next", main);
    const changes = { "docs/runbook.md": RUNBOOK };
    await fork.commit("next", { changes, message: "Next", author: AUTHOR });
    const said = { author: "eve", title: "Next", body: null, base: "production" };
    const pull = await openPull(world, repository, { ...said, head: "eve:next" });
    await service.settled(0);
    expect(await shop.settledRight(pull)).toBe("go");
    expect(shop.conclusion(pull)).toBe("success");
    const answers = server.traffic.exchanges.filter(({ path }) => path.includes("/repos/eve/"));
    expect(answers.map((one) => one.status)).not.toContain(200);
  });
});
