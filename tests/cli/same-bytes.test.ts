import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { EXAMPLE_DATE, exampleFiles, type Files } from "../support/example-repository.ts";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "stage-gates-bytes-"));

afterAll(() => rmSync(folder, { recursive: true }));

/** The example with its gaps: a verdict with every kind of text in it. */
const files = exampleFiles("claims-triage", "claims-triage-gaps");

function lay(name: string, paths: readonly string[], texts: Files): string {
  const root = join(folder, name);
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), texts[path] ?? "");
  }
  return root;
}

const forward = lay("forward", Object.keys(files), files);
const backward = lay("backward", Object.keys(files).toReversed(), files);

interface Machine {
  readonly node?: string;
  readonly root?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function reportOn({ node = process.execPath, root = forward, env = {} }: Machine): Buffer {
  const args = ["check", root, "--facts", join(root, "facts.json"), "--at", EXAMPLE_DATE];
  const run = spawnSync(node, [CLI, ...args, "--format", "json"], {
    env: { PATH: process.env.PATH, HOME: folder, ...env },
  });
  expect(run.stderr.toString()).toBe("");
  expect(run.status).toBe(1);
  return run.stdout;
}

const reference = reportOn({});

test("there is something to compare", () => {
  expect(JSON.parse(reference.toString())).toMatchObject({ schemaVersion: 1, decision: "no-go" });
});

test.each([
  { TZ: "Asia/Tokyo" },
  { TZ: "America/St_Johns" },
  { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  { LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
  { LANG: "C", LC_ALL: "C", NO_COLOR: "1" },
  { FORCE_COLOR: "3", COLUMNS: "40" },
])("the report has the same bytes with %j", (env) => {
  expect(reportOn({ env }).equals(reference)).toBe(true);
});

test("the report has the same bytes whatever the order in which files were made", () => {
  expect(reportOn({ root: backward }).equals(reference)).toBe(true);
});

/** The Node that npm was started with: on many machines an older one than the tests run on. */
const otherNode = process.env.npm_node_execpath ?? process.execPath;
const otherVersion = spawnSync(otherNode, ["--version"]).stdout.toString().trim();

test.skipIf(otherVersion === process.version)(
  `the report has the same bytes on Node ${otherVersion} as on ${process.version}`,
  () => {
    expect(reportOn({ node: otherNode }).equals(reference)).toBe(true);
  },
);
