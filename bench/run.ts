import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureGrowth } from "./after-parsing.ts";
import { measureApp, OTHERS } from "./app/measure-app.ts";
import { actionSize } from "./bundle-size.ts";
import { checklistRepository } from "./checklist-repository.ts";
import { measureFirstRequest } from "./first-request.ts";
import { measureParsing } from "./parsing.ts";
import { measureRequests } from "./requests.ts";
import { compareWithBareNode } from "./whole-process.ts";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const EXAMPLE = fileURLToPath(new URL("../examples/claims-triage/", import.meta.url));
const MONOREPO = fileURLToPath(new URL("../examples/monorepo/", import.meta.url));
const AT = "2026-10-01T12:00:00Z";

console.log(`Node ${process.version}, medians of 15 runs for whole processes, of 5 for the rest\n`);

const parsing = measureParsing(checklistRepository(200).readiness);
row("parse 200 items", `${ms(parsing.ours)} against ${ms(parsing.bare)} of the bare parser`, [
  parsing.ours / parsing.bare,
  1.5,
]);

const folder = mkdtempSync(join(tmpdir(), "stage-gates-bench-"));
try {
  const large = join(folder, "large");
  const repository = checklistRepository(200);
  write(large, ".github/stage-gates.yml", repository.policy);
  write(large, "READINESS.md", repository.readiness);
  write(large, "docs/audit.md", "# Audit\n\nAll records were compared.\n");
  const judged = compareWithBareNode([CLI, "check", large, "--at", AT, "--quiet"], 0);
  const cpu = judged.run.cpu - judged.bare.cpu;
  const limits = `limit 500 ms; bare Node takes ${ms(judged.bare.cpu)}`;
  row("200 items, 200 rules", `${ms(cpu)} of CPU beyond Node's start, ${limits}`, [cpu / 500, 1]);

  // Judged where it is, the example would be a folder of this repository.
  const copy = join(folder, "claims-triage");
  cpSync(EXAMPLE, copy, { recursive: true });
  const facts = join(copy, "facts.json");
  const args = [CLI, "check", copy, "--facts", facts, "--at", AT, "--quiet"];
  const example = compareWithBareNode(args, 0);
  const wall = example.run.wall - example.bare.wall;
  const bare = `bare Node takes ${ms(example.bare.wall)}`;
  row("check the example", `${ms(wall)} beyond bare Node, limit 250 ms; ${bare}`, [wall / 250, 1]);

  const shop = join(folder, "monorepo");
  cpSync(MONOREPO, shop, { recursive: true });
  const recorded = join(shop, "facts.json");
  // One of its services is not ready: 1 is the exit code of a blocked promotion.
  const many = compareWithBareNode([CLI, "check", shop, "--facts", recorded, "--at", AT], 1).run
    .wall;
  row("check 30 services", `${ms(many)} for the whole process, limit 1500 ms`, [many / 1500, 1]);
} finally {
  rmSync(folder, { recursive: true });
}

for (const { name, growth } of await measureGrowth()) {
  const points = growth.sizes.map((size, index) => `${size}: ${ms(growth.times[index] ?? 0)}`);
  row(name, `${points.join(", ")}; grows as n^${growth.exponent.toFixed(2)}`, [growth.exponent, 1]);
}

const size = await actionSize();
row("size of the action", `${(size / 1e6).toFixed(2)} MB unminified, limit 2.2 MB`, [
  size / 2.2e6,
  1,
]);

const first = await measureFirstRequest();
const beyond = first.action - first.bare;
const start = `${ms(beyond)} beyond bare Node, limit 100 ms; bare Node takes ${ms(first.bare)}`;
row("first request", start, [beyond / 100, 1]);

/** What policy-bot (2024-10) and mergeable (2024-06) take for one event, by the same count. */
const CALLS_OF_OTHERS = 8;
for (const { name, queries, reads, writes } of await measureRequests()) {
  const count = (calls: Readonly<Record<string, number>>) =>
    Object.values(calls).reduce((sum, times) => sum + times, 0);
  const calls = queries + count(reads) + count(writes);
  const parts = `${queries} queries, ${count(reads)} REST reads, ${count(writes)} writes`;
  row(name, `${parts}; policy-bot and mergeable take ${CALLS_OF_OTHERS} calls`, [
    calls / CALLS_OF_OTHERS,
    1,
  ]);
}

console.log(`\nThe service${OTHERS}\n`);
for await (const { name, figure, ratio } of measureApp({ isLong: process.argv.includes("--long") }))
  row(name, figure, ratio);

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The figure, and its ratio to the reference it is measured against. */
function row(name: string, figure: string, [ratio, limit]: readonly [number, number]): void {
  console.log(`${name.padEnd(30)} ratio ${ratio.toFixed(2)} (reference ${limit})  ${figure}`);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
}
