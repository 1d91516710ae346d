import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The page promises a test for each attack. */
const PAGE = readFileSync("docs/security.md", "utf8");
const [, table = ""] = /^## Attacks[\s\S]*?\|---\|---\|---\|\n((?:\|.*\n)+)/m.exec(PAGE) ?? [];
const rows = table
  .trimEnd()
  .split("\n")
  .map((line) => {
    const [attack = "", stop = "", tests = ""] = line.split("|").slice(1, -1);
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
    return { attack: attack.trim(), stop: stop.trim(), files };
  });

test("there are attacks to try", () => {
  expect(rows.length).toBeGreaterThan(20);
});

test.each(rows)("$attack", ({ attack, stop, files }) => {
  expect([attack, stop]).not.toContain("");
  expect(files).not.toEqual([]);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test("each file of attacks is named", () => {
  const named = new Set(rows.flatMap(({ files }) => files));
  const attacks = ["tests/attacks", "tests/promotion/attacks"].flatMap((folder) =>
    readdirSync(folder).map((name) => `${folder}/${name}`),
  );
  const missing = attacks.filter(
    (path) =>
      path.endsWith(".test.ts") && !path.endsWith("/security-page.test.ts") && !named.has(path),
  );
  expect(missing).toEqual([]);
});
