import { connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Delivery } from "../../src/store/delivery.ts";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";
import { postgresFailure } from "../../src/store/postgres/postgres-failure.ts";
import type { Store } from "../../src/store/store.ts";
import { StoreError } from "../../src/store/store-error.ts";
import type { Lease } from "../../src/store/work.ts";
import { postgresPlaces, type StorePlaces } from "../support/stores.ts";

const NOW = 1_800_000_000_000;
const places = await postgresPlaces();
afterAll(() => places?.remove());

const DELIVERY: Delivery = {
  guid: "one",
  event: "push",
  action: null,
  installation: 1,
  repository: "acme/shop",
  receivedAt: NOW,
  size: 1,
};

function marks(...numbers: readonly number[]) {
  return numbers.map((number) => ({
    installation: 1,
    repository: "acme/shop",
    subject: `pull/${number}`,
    readyAt: NOW,
  }));
}

function heard(store: Store, wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.listen((news) => {
      if (news !== wanted) return;
      stop();
      resolve();
    });
  });
}

/** Repeats what a server that is just starting refuses. */
async function untilItAnswers<T>(step: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "store-unreachable") throw error;
    }
  }
}

function specification({ place: newPlace, postgres }: StorePlaces): void {
  if (postgres === null) throw new Error("these are places in PostgreSQL");
  let place: StorePlace;
  beforeEach(() => {
    place = newPlace();
  });

  async function administrator<T>(step: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client(place.place);
    await client.connect();
    return step(client).finally(() => client.end());
  }

  /** Those that the server had to break since it was started. */
  async function deadlocks(): Promise<number> {
    const { rows } = await administrator((client) =>
      client.query("select sum(deadlocks)::integer as broken from pg_stat_database"),
    );
    return rows[0]?.broken;
  }

  test("replicas that start at once make one schema", async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(place)));
    await Promise.all(stores.map((store, at) => store.mark(marks(at), NOW)));
    expect((await stores[0]?.counts(NOW))?.ready).toBe(4);
    for (const store of stores) await store.close();
  });

  test("replicas that claim at once get all the work, and none of it twice", async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore(place)));
    const numbers = Array.from({ length: 60 }, (_, at) => at);
    const wanted = marks(...numbers).map((mark, at) => ({ ...mark, installation: at % 4 }));
    await stores[0]?.mark(wanted, NOW);
    const leases: Lease[] = [];
    while (leases.length < numbers.length) {
      const claims = stores.flatMap((store) =>
        [1, 2].map(() => store.claim({ now: NOW, until: NOW + 9, limit: 3 })),
      );
      const found = (await Promise.all(claims)).flat();
      expect(found.length).toBeGreaterThan(0);
      leases.push(...found);
    }
    expect(new Set(leases.map(({ subject }) => subject)).size).toBe(numbers.length);
    for (const store of stores) await store.close();
  });

  test("marks of the same subjects in any order do not keep each other from it", async () => {
    const stores = await Promise.all([1, 2].map(() => openStore(place)));
    const rounds = Array.from({ length: 20 }, (_, at) => at);
    await Promise.all(
      rounds.map((at) => stores[at % 2]?.mark(at % 3 === 0 ? marks(1, 2, 3) : marks(3, 2, 1), NOW)),
    );
    const leases = await stores[0]?.claim({ now: NOW, until: NOW + 9, limit: 9 });
    expect(leases?.map(({ generation }) => generation)).toEqual([20, 20, 20]);
    for (const store of stores) await store.close();
    expect(await deadlocks()).toBe(0);
  });

  test("one replica hears of what another marks", async () => {
    const [here, there] = await Promise.all([openStore(place), openStore(place)]);
    const told = heard(there, "work");
    await here.receive(DELIVERY, marks(1));
    await told;
    await here.close();
    await there.close();
  });

  test("T24: connections that are cut fail what runs, and nothing after it", async () => {
    const store = await openStore(place);
    await store.mark(marks(1), NOW);
    await administrator(async (client) => {
      await client.query(`begin; lock table "${place.schema}".work`);
      const received = store.receive(DELIVERY, marks(2));
      const outcome = received.catch((error: StoreError) => error);
      const waiting =
        "select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'stage-gates'";
      while ((await client.query(waiting)).rowCount === 0);
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stage-gates'",
      );
      expect(await outcome).toMatchObject({ code: "store-unreachable" });
      await client.query("rollback");
    });
    expect(await store.receive(DELIVERY, marks(2))).toBe("new");
    const leases = await store.claim({ now: NOW, until: NOW + 1, limit: 9 });
    expect(leases.map(({ subject }) => subject).toSorted()).toEqual(["pull/1", "pull/2"]);
    await store.close();
  });

  test("T24: a connection cut in the middle of the commit leaves a delivery that is known", async () => {
    await openStore(place).then((store) => store.close());
    const proxy = await proxyThatCutsCommits(place.place);
    const store = await openStore({ ...place, place: proxy.url });
    proxy.cut();
    await expect(store.receive(DELIVERY, marks(1))).rejects.toMatchObject({
      code: "store-unreachable",
    });
    expect(await store.receive(DELIVERY, marks(1))).toBe("known");
    const [lease] = await store.claim({ now: NOW, until: NOW + 1, limit: 9 });
    expect(lease).toMatchObject({ subject: "pull/1", generation: 1 });
    if (lease === undefined) throw new Error("it was marked");
    proxy.cut();
    await expect(store.done(lease, { now: NOW, next: null })).rejects.toThrow(StoreError);
    expect(await store.done(lease, { now: NOW, next: null })).toBe("lost");
    await store.close();
    await proxy.close();
  });

  test.each([
    { title: "stopped", stop: () => postgres.stop() },
    { title: "killed", stop: () => postgres.kill() },
  ])("T24: a server that is $title and started again is used again", async ({ stop }) => {
    const store = await openStore(place);
    await store.receive(DELIVERY, marks(1));
    const [lease] = await store.claim({ now: NOW, until: NOW + 60_000, limit: 1 });
    if (lease === undefined) throw new Error("it was marked");
    await stop();
    await expect(store.mark(marks(2), NOW)).rejects.toMatchObject({ code: "store-unreachable" });
    await expect(store.check()).rejects.toMatchObject({ code: "store-unreachable" });
    const told = heard(store, "work");
    await postgres.start();
    await untilItAnswers(() => store.check());
    // Without anybody marking: whoever listens again may have missed something.
    await told;
    expect(await store.receive(DELIVERY, marks(1))).toBe("known");
    expect(await store.extend(lease, NOW + 60_000)).toBe("held");
    await store.mark(marks(2), NOW);
    expect(await store.done(lease, { now: NOW, next: null })).toBe("done");
    expect(await store.claim({ now: NOW, until: NOW + 1, limit: 9 })).toHaveLength(1);
    await store.close();
  });

  test("T31: a schema that is dropped is made anew, empty, and listeners are told", async () => {
    const store = await openStore(place);
    await store.mark(marks(1, 2), NOW);
    const [lease] = await store.claim({ now: NOW, until: NOW + 9, limit: 1 });
    if (lease === undefined) throw new Error("two were marked");
    const lost = heard(store, "lost");
    await administrator((client) => client.query(`drop schema "${place.schema}" cascade`));
    expect(await store.done(lease, { now: NOW, next: null })).toBe("lost");
    await lost;
    await Promise.all([3, 4, 5].map((number) => store.mark(marks(number), NOW)));
    expect((await store.counts(NOW)).ready).toBe(3);
    await store.close();
  });

  test("a schema of something else is refused", async () => {
    await administrator(async (client) => {
      await client.query(`create schema "${place.schema}"`);
      await client.query(`create table "${place.schema}".customer (name text)`);
    });
    await expect(openStore(place)).rejects.toMatchObject({ code: "store-foreign" });
  });

  test("commits wait for the disk, and go to our schema, whatever else is set", async () => {
    const options = encodeURIComponent("-c synchronous_commit=off -c search_path=public");
    const store = await openStore({ ...place, place: `${place.place}?options=${options}` });
    await administrator(async (client) => {
      await client.query(`create table "${place.schema}".seen (setting text)`);
      await client.query(`create function "${place.schema}".see() returns trigger as $$ begin
          insert into seen values (current_setting('synchronous_commit')); return new; end $$
        language plpgsql`);
      await client.query(`create trigger see before insert on "${place.schema}".work
        for each row execute function "${place.schema}".see()`);
    });
    await store.mark(marks(1), NOW);
    const { rows } = await administrator((client) =>
      client.query(`select setting from "${place.schema}".seen`),
    );
    expect(rows).toEqual([{ setting: "on" }]);
    await store.close();
  });

  test.each([
    {
      title: "a wrong password",
      change: ["secret-of-the-test", "wrong-secret"],
      code: "store-denied",
    },
    {
      title: "a database that is not there",
      change: ["/postgres", "/absent"],
      code: "store-denied",
    },
    { title: "a port where nobody is", change: [/:\d+\//, ":1/"], code: "store-unreachable" },
  ] as const)("$title is told without the password", async ({ change, code }) => {
    const url = place.place.replace(change[0], change[1]);
    const error = await openStore({ place: url }).catch((error: StoreError) => error);
    expect(error).toMatchObject({ code });
    const said = error instanceof StoreError ? `${error.message} ${error.help}` : "";
    expect(said).toContain("127.0.0.1");
    expect(said).not.toMatch(/secret|stage:/);
  });
}

describe.skipIf(places === null)("the store in PostgreSQL", () => {
  if (places !== null) specification(places);
});

/** Stands between a store and its server. Once told to, it lets a commit through, but not its answer. */
async function proxyThatCutsCommits(url: string) {
  const port = Number(new URL(url).port);
  const sockets = new Set<Socket>();
  let cutsNext = false;
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    let cutting = false;
    const end = () => [client, upstream].map((socket) => socket.destroy());
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", end);
      socket.on("close", end);
    }
    client.on("data", (bytes) => {
      if (cutsNext && bytes.includes("commit\0")) {
        cutsNext = false;
        cutting = true;
      }
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => (cutting ? end() : client.write(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const own = address !== null && typeof address === "object" ? address.port : 0;
  return {
    url: url.replace(`:${port}/`, `:${own}/`),
    cut() {
      cutsNext = true;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.each([
  { state: "53100", code: "store-full" },
  { state: "25006", code: "store-unwritable" },
  { state: "XX001", code: "store-damaged" },
  { state: "55P03", code: "store-busy" },
  { state: "42501", code: "store-denied" },
  { state: "53300", code: "store-unreachable" },
  { state: "22P02", code: "store-failed" },
  { state: "ETIMEDOUT", code: "store-unreachable" },
])("the server's $state is told as $code", ({ state, code }) => {
  const failure = postgresFailure(Object.assign(new Error("who knows"), { code: state }), "`db`");
  expect(failure).toMatchObject({ code });
});
