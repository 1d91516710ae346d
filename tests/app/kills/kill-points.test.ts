import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPull } from "../../../sandbox/world/pull-requests.ts";
import { POLICY } from "../../promotion/promote-shop.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { startPostgres } from "../../support/postgres.ts";
import { newDatabase } from "../../support/stores.ts";
import { KeptRunning } from "./kept-running.ts";

const postgres = await startPostgres();
afterAll(() => postgres?.remove());

const STORES = [
  { driver: "SQLite", database: async () => undefined },
  ...(postgres === null ? [] : [{ driver: "PostgreSQL", database: () => newDatabase(postgres) }]),
];

const GRAPHQL = /\/graphql$/;
const RUN = /\/check-runs$/;
const ISSUE = /\/issues$/;
const COMMENT = /\/comments$/;

describe.each(STORES)("T20: the service on $driver, killed", ({ driver, database }) => {
  let kept: KeptRunning;

  beforeAll(async () => {
    kept = await KeptRunning.start(await database());
  });

  afterAll(() => kept.stop());

  /** Sweeps look at promotions alone: of a change of the policy only its delivery tells. */
  test.each([
    { at: "before it is kept" },
    { at: "before the commit" },
    { at: "after the commit" },
  ] as const)("with a delivery, $at, looks at what that tells of", async ({ at }) => {
    const { world, server } = kept.sandbox;
    const repository = await kept.repository(`acme/${at.replaceAll(" ", "-")}`);
    await repository.git.setRef("refs/heads/loosen", await repository.git.branch("main"));
    const changes = { ".github/stage-gates.yml": POLICY.replace("gates:", "gatse:") };
    await repository.commit("loosen", { changes, message: "Loosen it", author: AUTHOR });
    kept.dieAt(at);
    const pull = await openPull(world, repository, {
      ...{ author: "ana", title: "Loosen", body: null, base: "main", head: "loosen" },
    });
    await kept.afterDeath();
    await kept.looked(repository.fullName, `pull/${pull.number}`);
    expect(repository.runsOf(pull.headSha)).toMatchObject([
      { name: "stage-gates / policy", conclusion: "failure" },
    ]);
    expect(server.webhooks.deliveries.some(({ status }) => status === null)).toBe(true);
  });

  const POINTS = [
    { point: "after the claim", kind: "hang", method: "POST", path: GRAPHQL },
    { point: "after it has read", kind: "hang", method: "POST", path: RUN },
    { point: "after the first write", kind: "hang-after", method: "POST", path: RUN },
    { point: "after an issue", kind: "hang-after", method: "POST", path: ISSUE },
    { point: "after a comment", kind: "hang-after", method: "POST", path: COMMENT },
    {
      point: "before it is done",
      kind: "hang-after",
      method: "POST",
      path: GRAPHQL,
      after: COMMENT,
    },
  ] as const;
  // Between two calls of GitHub's the stores have the same part: the ends of the work do for the other.
  const points = driver === "SQLite" ? POINTS : [POINTS[0], POINTS[5]];
  test.each(points)("$point, says what is right, and says it once", async (row) => {
    const { point, kind, method, path } = row;
    const { server } = kept.sandbox;
    const repository = await kept.repository(`acme/${point.replaceAll(" ", "-")}`);
    let isAfter = !("after" in row);
    let isHeld = false;
    server.faults.plan({
      fault: { kind },
      matches: (request) => {
        const url = request.url ?? "";
        const isIt = isAfter && request.method === method && path.test(url);
        if ("after" in row && row.after.test(url)) isAfter = true;
        if (isIt) isHeld = true;
        return isIt;
      },
    });
    const before = server.traffic.exchanges.length;
    const pull = await kept.promotion(repository);
    const unanswered = () =>
      server.traffic.exchanges.slice(before).some(({ status }) => status === null);
    await kept.until(() => isHeld && (kind === "hang" || unanswered()));
    kept.kill();
    await kept.afterDeath();
    expect(kept.shows({ repository, pull })).toEqual({
      ...{ runs: ["failure"], comments: 1, issues: 1 },
    });
  });

  test("so often, has said nothing twice", () => {
    const shown = kept.promotions.map((promotion) => kept.shows(promotion));
    expect(shown).toEqual(shown.map(() => ({ runs: ["failure"], comments: 1, issues: 1 })));
  });
});
