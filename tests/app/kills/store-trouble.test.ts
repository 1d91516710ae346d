import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { afterPush } from "../../../sandbox/world/pushes.ts";
import { CONTEXT } from "../../promotion/promote-shop.ts";
import { AUTHOR } from "../../sandbox/start-sandbox.ts";
import { startPostgres } from "../../support/postgres.ts";
import { newDatabase } from "../../support/stores.ts";
import { KeptRunning } from "./kept-running.ts";

const postgres = await startPostgres();
afterAll(() => postgres?.remove());

const ONCE = { runs: ["failure"], comments: 1, issues: 1 };

let kept: KeptRunning;
let database = "";
let repositories = 0;

let told = 0;

beforeEach(() => {
  told = kept.sandbox.server.webhooks.deliveries.length;
});

afterEach(() => {
  const { faults, webhooks } = kept.sandbox.server;
  faults.clear();
  webhooks.faults.clear();
});

async function promoted() {
  repositories += 1;
  const repository = await kept.repository(`acme/shop-${repositories}`);
  const pull = await kept.promotion(repository);
  return { repository, pull, subject: `pull/${pull.number}` };
}

/** The answers to what the sandbox has brought in this test, in order; of one kind of event or of all. */
async function answers(of: string | null = null): Promise<readonly (number | null)[]> {
  const { webhooks } = kept.sandbox.server;
  await webhooks.settled();
  return webhooks.deliveries
    .slice(told)
    .filter(({ event }) => of === null || event === of)
    .map(({ status }) => status);
}

/** As GitHub does for whoever asks it to. */
async function bringAgain(): Promise<void> {
  const { webhooks } = kept.sandbox.server;
  for (const { id, status } of [...webhooks.deliveries]) {
    if (status === 503) await webhooks.redeliver(id);
  }
}

async function isReady(): Promise<boolean> {
  const { address } = await kept.running.told("started");
  return (await fetch(`${address}/readyz`)).ok;
}

/** Takes the store away while it is used, and has it all judged from GitHub alone. */
async function loseAll(take: () => Promise<void>): Promise<void> {
  const before = await promoted();
  await kept.looked(before.repository.fullName, before.subject);
  expect(kept.shows(before)).toEqual(ONCE);
  const { world, server } = kept.sandbox;
  // Nobody tells of it.
  server.webhooks.faults.plan({ fault: { kind: "never" }, times: Number.MAX_SAFE_INTEGER });
  const runbook = { "docs/runbook.md": "# Runbook\n\nRestart the service.\n" };
  const { repository, pull } = before;
  const old = await repository.git.branch("main");
  await repository.commit("main", { changes: runbook, message: "Mend", author: AUTHOR });
  await afterPush(world, repository, { branch: "main", before: old, by: "ana" });
  const untold = await promoted();
  const since = kept.running.lines().length;
  await take();
  for (const { repository, subject } of [before, untold]) {
    await kept.looked(repository.fullName, subject, since);
  }
  expect(kept.shows({ repository, pull })).toEqual({ ...ONCE, runs: ["success"] });
  expect(repository.runsOf(pull.headSha).map(({ name }) => name)).toEqual([CONTEXT]);
  expect(kept.shows(untold)).toEqual(ONCE);
}

describe("the service on SQLite", () => {
  beforeAll(async () => {
    kept = await KeptRunning.start();
  });

  afterAll(() => kept.stop());

  test("T31: whose store is deleted while it runs says the same again, and nothing twice", async () => {
    await loseAll(async () => rmSync(dirname(kept.file), { recursive: true }));
  });

  test("T23: whose file another process holds keeps nothing, and loses nothing", async () => {
    const { webhooks } = kept.sandbox.server;
    rmSync(dirname(kept.file), { recursive: true });
    mkdirSync(dirname(kept.file));
    // It begins a new file where its own is gone: another process is there before it.
    const other = new DatabaseSync(kept.file);
    other.exec("begin exclusive");
    const { repository, pull, subject } = await promoted();
    expect(await answers()).toEqual([503]);
    const since = kept.running.lines().length;
    other.close();
    await kept.looked(repository.fullName, subject, since);
    expect(kept.shows({ repository, pull })).toEqual(ONCE);
    await kept.until(() => webhooks.deliveries.slice(told).some(({ redelivery }) => redelivery));
    expect((await answers()).filter((status) => status !== 202)).toEqual([503]);
  });
});

describe.skipIf(postgres === null)("the service on PostgreSQL", () => {
  afterAll(() => kept.stop());

  beforeAll(async () => {
    if (postgres === null) throw new Error("there is none");
    database = await newDatabase(postgres);
    kept = await KeptRunning.start(database);
  });

  test("T31: whose tables are dropped while it runs says the same again, and nothing twice", async () => {
    await loseAll(() => asking("drop schema stage_gates cascade"));
  });

  test("T23: whose tables are locked keeps nothing meanwhile, and loses nothing", async () => {
    const client = new pg.Client(database);
    await client.connect();
    await client.query("begin; lock table stage_gates.delivery in access exclusive mode");
    const { repository, pull, subject } = await promoted();
    expect(await answers()).toEqual([503]);
    await client.query("rollback");
    await client.end();
    await bringAgain();
    expect((await answers()).slice(0, 2)).toEqual([503, 202]);
    await kept.looked(repository.fullName, subject);
    expect(kept.shows({ repository, pull })).toEqual(ONCE);
  });

  test("T24: whose server is killed in the middle of its work goes on when that is back", async () => {
    const { server, world } = kept.sandbox;
    let isWriting = false;
    server.faults.plan({
      fault: { kind: "late", by: 1_000 },
      matches: ({ method, url = "" }) => {
        const isIt = method === "POST" && url.endsWith("/check-runs");
        isWriting ||= isIt;
        return isIt;
      },
    });
    const interrupted = await promoted();
    await kept.until(() => isWriting);
    await postgres?.kill();
    const refused = await promoted();
    // Of what the service wrote itself it may have heard by then.
    expect(await answers("pull_request")).toEqual([202, 503]);
    expect(await isReady()).toBe(false);
    await postgres?.start();
    // What was under way is leased until now.
    world.now += 62_000;
    await kept.until(isReady);
    await bringAgain();
    for (const promotion of [interrupted, refused]) {
      await kept.looked(promotion.repository.fullName, promotion.subject);
      expect(kept.shows(promotion)).toEqual(ONCE);
    }
  });
});

async function asking(query: string): Promise<void> {
  const client = new pg.Client(database);
  await client.connect();
  await client.query(query);
  await client.end();
}
