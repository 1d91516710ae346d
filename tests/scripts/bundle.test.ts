import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { actionSize } from "../../bench/bundle-size.ts";
import { type Bundle, bundle } from "../../scripts/build/bundle.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

let built: Bundle;

beforeAll(async () => {
  built = await bundle();
});

test("what is committed is what is built", () => {
  for (const { name, contents } of built.files) {
    expect(readFileSync(`${DIST}${name}`).equals(contents), `${name}: npm run build`).toBe(true);
  }
});

test("building twice gives the same bytes", async () => {
  expect(await bundle()).toEqual(built);
});

describe("the action", () => {
  test("is at most 2.2 MB that a reviewer can read", async () => {
    const size = await actionSize();
    expect(size).toBeLessThanOrEqual(2_200_000);
    expect(size).toBeGreaterThan(1_000_000);
  });

  test("loads a copy of undici where there is a proxy alone", () => {
    const texts = built.files.map(
      ({ name, contents }) => [name, new TextDecoder().decode(contents)] as const,
    );
    const holders = texts.filter(([, text]) => text.includes("var require_proxy_agent"));
    expect(holders.map(([name]) => name.replace(/-\w+\.js$/, ""))).toEqual(["undici"]);
    const [[name = ""] = []] = holders;
    const importers = texts.filter(([, text]) => text.includes(name));
    expect(importers).toHaveLength(1);
    expect(importers[0]?.[1]).toContain(`isProxied ? (await import("./${name}"))`);
  });
});
