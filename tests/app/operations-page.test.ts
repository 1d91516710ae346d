import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AppMetrics } from "../../src/app/metrics/app-metrics.ts";

const PAGE = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");
const APP = new URL("../../src/app/", import.meta.url);

const sources = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(new URL(path, APP), "utf8"));

describe("the page on running the app", () => {
  test("says what to do about each line of the log that warns", () => {
    const warning = /\blog\.(?:warn|error)\(\s*"([^"]+)"/g;
    const told = sources.flatMap((text) => [...text.matchAll(warning)].map(([, line]) => line));
    expect(told.length).toBeGreaterThan(8);
    expect(told.filter((line) => !PAGE.includes(`| \`${line}\` |`))).toEqual([]);
  });

  test("quotes no line that is not told", () => {
    const [, table = ""] = PAGE.split("| In the log | What to do |");
    const quoted = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, line]) => line ?? "");
    expect(quoted.length).toBeGreaterThan(8);
    expect(quoted.filter((line) => !sources.some((text) => text.includes(`"${line}"`)))).toEqual(
      [],
    );
  });

  test("has thresholds for metrics that are there", async () => {
    const text = await new AppMetrics(async () => null, Date.now).text();
    const there = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const named = [...PAGE.matchAll(/`((?:stage_gates|process)_[a-z_]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !there.has(name))).toEqual([]);
  });
});
