import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { redeliver } from "../../../src/app/work/redeliver.ts";
import type { GitHubClient } from "../../../src/github/client.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";

const NOW = Date.parse("2026-10-01T12:00:00Z");

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "redeliver-"));
  store = await openStore({ place: join(folder, "store.db") });
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** A GitHub with so many deliveries that it could not bring and never can, newest first. */
function failing(count: number): { readonly client: GitHubClient; readonly asked: number[] } {
  const asked: number[] = [];
  const data = Array.from({ length: count }, (_, index) => {
    const at = new Date(NOW - index * 1_000).toISOString();
    return { id: index + 1, guid: `delivery-${index + 1}`, delivered_at: at, status_code: 502 };
  });
  const request = async (route: string, given: Record<string, unknown> = {}) => {
    if (route.startsWith("POST")) asked.push(Number(given.delivery_id));
    return { data: route.startsWith("POST") ? {} : data, headers: {}, status: 200 };
  };
  return { client: { request } as unknown as GitHubClient, asked };
}

test("a hundred deliveries that fail for ever keep none of the others from being asked for", async () => {
  const { client, asked } = failing(150);
  const counts: number[] = [];
  for (let sweep = 0; sweep < 12; sweep += 1) {
    const now = () => NOW + sweep * 600_000;
    counts.push(await redeliver({ store, client, now }));
  }
  expect(Math.max(...counts)).toBe(100);
  expect(counts.at(-1)).toBe(0);
  expect(new Set(asked).size).toBe(150);
  // Each five times, and not once more.
  expect(asked).toHaveLength(150 * 5);
});
