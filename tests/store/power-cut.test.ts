import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startStoreProcess } from "../support/store-process.ts";

/** Not on every machine, nor allowed on each that has it. */
const isTraceable = spawnSync("strace", ["-e", "trace=none", "true"]).status === 0;
if (!isTraceable) process.stderr.write("SKIPPED: T21, for `strace` is not here or not allowed\n");

/**
 * What was not synced a power cut takes. To cut it needs root; that nothing is acknowledged before the
 * system was told to bring it to the disk can be seen in what the process asks the system for.
 */
test.skipIf(!isTraceable)("T21: what is acknowledged was brought to the disk before", async () => {
  const folder = mkdtempSync(join(tmpdir(), "power-cut-"));
  const trace = join(folder, "trace");
  const calls = "trace=write,writev,pwrite64,fsync,fdatasync";
  const process = startStoreProcess({ place: join(folder, "store.db") }, "some, and end", "one", [
    ...["strace", "-f", "-y", "-s", "20", "-e", calls, "-o", trace],
  ]);
  await process.gone;
  const { acknowledged, early } = readTrace(readFileSync(trace, "utf8"));
  rmSync(folder, { recursive: true });
  expect(acknowledged).toBe(20);
  expect(early).toEqual([]);
});

function readTrace(text: string): { acknowledged: number; early: readonly string[] } {
  /** By thread: syncs that have not returned. */
  const syncing = new Set<string>();
  let [isDirty, acknowledged] = [true, 0];
  const early: string[] = [];
  for (const line of text.split("\n")) {
    const [thread = ""] = line.split(" ");
    const isOfLog = line.includes("store.db-wal>");
    if (isOfLog && /\bpwrite64\(|\bwritev?\(/.test(line)) isDirty = true;
    if (isOfLog && /\bf(data)?sync\(/.test(line)) {
      if (line.includes("<unfinished")) syncing.add(thread);
      else if (line.endsWith("= 0")) isDirty = false;
    }
    if (/sync resumed>.*= 0$/.test(line) && syncing.delete(thread)) isDirty = false;
    if (/\bwrite\(1<.*"acknowledged/.test(line)) {
      acknowledged += 1;
      if (isDirty) early.push(line);
    }
  }
  return { acknowledged, early };
}
