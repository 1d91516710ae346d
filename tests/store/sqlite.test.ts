import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";
import { networkDisk, refuseNetworkDisk } from "../../src/store/sqlite/network-disk.ts";
import type { Store } from "../../src/store/store.ts";
import type { StoreError } from "../../src/store/store-error.ts";
import { startStoreProcess } from "../support/store-process.ts";
import { sqlitePlaces } from "../support/stores.ts";

const NOW = 1_800_000_000_000;
const places = sqlitePlaces();
afterAll(() => places.remove());

let place: StorePlace;
let file: string;
beforeEach(() => {
  place = places.place();
  file = place.place;
  mkdirSync(dirname(file), { recursive: true });
});

function marks(count: number, length = 8) {
  return Array.from({ length: count }, (_, at) => ({
    installation: 1,
    repository: "acme/shop",
    subject: `pull/${at}`.padEnd(length, "x"),
    readyAt: NOW,
  }));
}

async function failure(of: Promise<unknown>): Promise<StoreError> {
  return of.then(
    () => Promise.reject(new Error("it did not fail")),
    (error: StoreError) => error,
  );
}

/** The number of subjects that are ready in a store, which is then closed. */
async function readyIn(store: Store): Promise<number> {
  const { ready } = await store.counts(NOW);
  await store.close();
  return ready;
}

describe("a copy of a file that is in use", () => {
  test("holds all that was committed, and takes the place of the one before", async () => {
    const store = await openStore(place);
    const copy = `${file}.backup`;
    for (const count of [1, 3]) {
      await store.mark(marks(count), NOW);
      expect(await store.backUp(copy)).toBe(true);
      expect(await readyIn(await openStore({ place: copy }))).toBe(count);
    }
    expect(await readyIn(store)).toBe(3);
  });

  test("is made while the store is written to", async () => {
    const store = await openStore(place);
    const copy = `${file}.backup`;
    let isOver = false;
    const write = async () => {
      while (!isOver) await store.mark(marks(3), NOW);
    };
    const writing = write();
    await store.mark(marks(3), NOW);
    for (let count = 0; count < 10; count += 1) await store.backUp(copy);
    isOver = true;
    await writing;
    expect(await readyIn(await openStore({ place: copy }))).toBe(3);
  });

  test("is whole though it is asked for twice at once", async () => {
    const store = await openStore(place);
    await store.mark(marks(2), NOW);
    const copy = `${file}.backup`;
    expect(await Promise.all([store.backUp(copy), store.backUp(copy)])).toEqual([true, true]);
    expect(await readyIn(await openStore({ place: copy }))).toBe(2);
  });

  test("is not half there where it cannot be written", async () => {
    const store = await openStore(place);
    const copy = join(dirname(file), "nowhere", "copy.db");
    expect(await failure(store.backUp(copy))).toMatchObject({ name: "StoreError" });
    expect(existsSync(copy)).toBe(false);
    await store.mark(marks(1), NOW);
    expect(await readyIn(store)).toBe(1);
  });
});

describe("T25: a file that another process has", () => {
  test("is refused, and free once that process is gone, however it went", async () => {
    const holder = startStoreProcess(place, "hold");
    await holder.said(1);
    const { code, message, help } = await failure(openStore(place));
    expect(code).toBe("store-in-use");
    expect(message).toBe(`The store \`${file}\` is in use by another process`);
    expect(help).toContain("DATABASE_URL");
    await holder.kill();
    expect(await readyIn(await openStore(place))).toBe(0);
  });

  test("is refused also within one process", async () => {
    const store = await openStore(place);
    expect((await failure(openStore(place))).code).toBe("store-in-use");
    await store.mark(marks(1), NOW);
    expect(await readyIn(store)).toBe(1);
  });
});

describe("T27: a file that is damaged is refused and left as it is:", () => {
  async function written(): Promise<void> {
    const store = await openStore(place);
    await store.mark(marks(500), NOW);
    await store.close();
  }

  test.each([
    { title: "no database", damage: () => writeFileSync(file, "GIF89a".repeat(900)) },
    { title: "cut off", damage: () => truncateSync(file, 3 * 4096) },
    {
      title: "overwritten in the middle",
      damage: () => {
        const bytes = readFileSync(file);
        bytes.fill(0xa5, 4096, bytes.length - 4096);
        writeFileSync(file, bytes);
      },
    },
  ])("$title", async ({ damage }) => {
    await written();
    damage();
    const before = readFileSync(file);
    const { code, help } = await failure(openStore(place));
    expect(code).toBe("store-damaged");
    expect(help).toContain("move it and the files beside it");
    expect(readFileSync(file).equals(before)).toBe(true);
    renameSync(file, `${file}.damaged`);
    expect(await readyIn(await openStore(place))).toBe(0);
  });

  test("an empty file is a new store", async () => {
    writeFileSync(file, "");
    expect(await readyIn(await openStore(place))).toBe(0);
  });
});

describe("a place that will not do is refused:", () => {
  test("a database of something else", async () => {
    const other = new DatabaseSync(file);
    other.exec("create table customer (name text)");
    other.close();
    const { code, message } = await failure(openStore(place));
    expect(code).toBe("store-foreign");
    expect(message).toContain("`customer`");
  });

  test("a folder", async () => {
    expect((await failure(openStore({ place: dirname(file) }))).code).toBe("store-unwritable");
  });

  test("a folder that cannot be made", async () => {
    writeFileSync(file, "");
    const { code, help } = await failure(openStore({ place: `${file}/data/store.db` }));
    expect(code).toBe("store-unwritable");
    expect(help).toContain("create its folder");
  });

  test.each([
    { type: 0x6969, disk: "NFS" },
    { type: 0xfe534d42, disk: "SMB" },
    { type: 0xff534d42 - 2 ** 32, disk: "CIFS" },
    { type: 0xef53, disk: null },
    { type: 0x01021994, disk: null },
  ])("T26: a disk of type $type is $disk", ({ type, disk }) => {
    expect(networkDisk(type)).toBe(disk);
    const refuse = () => refuseNetworkDisk("/data", () => type);
    if (disk === null) expect(refuse).not.toThrow();
    else expect(refuse).toThrow(`The folder \`/data\` is on a network disk (${disk})`);
  });
});

test("T22: a full disk is told of, keeps what it had, and does again once there is room", async () => {
  const small = await openStore({ ...place, largest: 200_000 });
  await small.mark(marks(10), NOW);
  const { code, help } = await failure(small.mark(marks(900, 400), NOW));
  expect(code).toBe("store-full");
  expect(help).toContain("free space");
  // What needs no room is done all the same, also in the commit of something that fails.
  const [lease] = await small.claim({ now: NOW, until: NOW + 1, limit: 1 });
  if (lease === undefined) throw new Error("ten were marked");
  const [done, full] = await Promise.allSettled([
    small.done(lease, { now: NOW, next: null }),
    small.mark(marks(900, 400), NOW),
  ]);
  expect(full).toMatchObject({ status: "rejected", reason: { code: "store-full" } });
  if (done.status === "rejected") {
    expect(done.reason).toMatchObject({ code: "store-full" });
    expect(await small.done(lease, { now: NOW, next: null })).toBe("done");
  }
  expect((await small.counts(NOW + 1)).ready).toBe(9);
  await small.close();
  const large = await openStore(place);
  await large.mark(marks(900, 400), NOW);
  expect(await readyIn(large)).toBe(909);
});

describe("T31: a store that is taken away while it is used", () => {
  test.each([
    { title: "its folder", take: () => rmSync(dirname(file), { recursive: true }) },
    { title: "its file", take: () => rmSync(file) },
    { title: "its file, moved", take: () => renameSync(file, `${file}.old`) },
  ])("is made anew, empty, and says so: $title", async ({ take }) => {
    const store = await openStore(place);
    await store.mark(marks(3), NOW);
    const [lease] = await store.claim({ now: NOW, until: NOW + 9, limit: 1 });
    const lost = new Promise((resolve) => store.listen((news) => news === "lost" && resolve(news)));
    take();
    if (lease === undefined) throw new Error("three were marked");
    expect(await store.extend(lease, NOW + 9)).toBe("lost");
    expect(await lost).toBe("lost");
    expect((await store.counts(NOW)).ready).toBe(0);
    await store.mark(marks(2), NOW);
    expect(statSync(file).size).toBeGreaterThan(0);
    await store.close();
    expect(await readyIn(await openStore(place))).toBe(2);
  });

  test("says so, too, where an old copy of it was put back", async () => {
    await openStore(place).then((store) => store.close());
    copyFileSync(file, `${file}.copy`);
    const store = await openStore(place);
    await store.mark(marks(3), NOW);
    const lost = new Promise((resolve) => store.listen((news) => news === "lost" && resolve(news)));
    renameSync(`${file}.copy`, file);
    expect((await store.counts(NOW)).ready).toBe(0);
    expect(await lost).toBe("lost");
    await store.close();
  });

  test("says so once it could be made anew, and fails until then", async () => {
    const store = await openStore(place);
    await store.mark(marks(3), NOW);
    const lost = new Promise((resolve) => store.listen((news) => news === "lost" && resolve(news)));
    rmSync(dirname(file), { recursive: true });
    writeFileSync(dirname(file), "in the way");
    expect((await failure(store.mark(marks(1), NOW))).code).toBe("store-unwritable");
    expect((await failure(store.check())).code).toBe("store-unwritable");
    rmSync(dirname(file));
    await store.mark(marks(2), NOW);
    expect(await lost).toBe("lost");
    expect(await readyIn(store)).toBe(2);
  });

  test("loses nothing where only what was not taken in yet is taken away", async () => {
    const store = await openStore(place);
    const heard: string[] = [];
    store.listen((news) => heard.push(news));
    await store.mark(marks(3), NOW);
    rmSync(`${file}-wal`);
    await store.mark(marks(5), NOW);
    expect((await store.counts(NOW)).ready).toBe(5);
    expect(heard).not.toContain("lost");
    await store.close();
    expect(await readyIn(await openStore(place))).toBe(5);
  });
});

test("a store in memory is gone when it is closed", async () => {
  const store = await openStore({ place: ":memory:" });
  const other = await openStore({ place: ":memory:" });
  await store.mark(marks(3), NOW);
  expect(await readyIn(store)).toBe(3);
  expect(await readyIn(other)).toBe(0);
  expect(existsSync(":memory:")).toBe(false);
});

test("operations that come together are each told their own result", async () => {
  const store = await openStore(place);
  const bad = { ...marks(1)[0], installation: 1, repository: "", subject: "a", readyAt: 0.5 };
  const results = await Promise.allSettled([
    store.mark(marks(2), NOW),
    store.mark([bad], NOW),
    store.claim({ now: NOW, until: NOW + 1, limit: 9 }),
    store.counts(NOW),
  ]);
  expect(results).toMatchObject([
    { status: "fulfilled" },
    { status: "rejected", reason: { code: "store-invalid" } },
    { status: "fulfilled", value: [{ subject: "pull/0xx" }, { subject: "pull/1xx" }] },
    { status: "fulfilled", value: { running: 2 } },
  ]);
  await store.close();
});
