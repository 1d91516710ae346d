import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Bundle, bundle } from "../../scripts/build/bundle.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const MEGABYTE = 1_000_000;

let built: Bundle;
let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
  built = await bundle();
  texts = new Map(
    built.files.map(({ name, contents }) => [name, new TextDecoder().decode(contents)]),
  );
});

/** A module and what it may load, at once or when it is needed. */
function reach(entry: string, without: RegExp): readonly string[] {
  const found = new Set<string>([entry]);
  for (const name of found) {
    for (const [, other = ""] of textOf(name).matchAll(
      /(?:from|import)\s*\(?\s*"\.\/([^"]+\.js)"/g,
    )) {
      if (!without.test(other)) found.add(other);
    }
  }
  return [...found];
}

function textOf(name: string): string {
  const text = texts.get(name);
  if (text === undefined) throw new Error(`${name} is not built`);
  return text;
}

test("what is committed is what is built", () => {
  for (const { name, contents } of built.files) {
    expect(readFileSync(`${DIST}${name}`).equals(contents), `${name}: npm run build`).toBe(true);
  }
});

test("building twice gives the same bytes", async () => {
  expect(await bundle()).toEqual(built);
});

describe("the action", () => {
  test("is at most 2.2 MB that a reviewer can read", () => {
    const loaded = reach("action.js", /^undici-/);
    const size = loaded.reduce((sum, name) => sum + textOf(name).length, 0);
    expect(size).toBeLessThanOrEqual(2.2 * MEGABYTE);
    expect(loaded.length).toBeGreaterThan(10);
  });

  test("loads a copy of undici where there is a proxy alone", () => {
    const holders = [...texts].filter(([, text]) => text.includes("var require_proxy_agent"));
    expect(holders.map(([name]) => name.replace(/-\w+\.js$/, ""))).toEqual(["undici"]);
    const [[name = ""] = []] = holders;
    const importers = [...texts].filter(([, text]) => text.includes(name));
    expect(importers).toHaveLength(1);
    expect(importers[0]?.[1]).toContain(`isProxied ? (await import("./${name}"))`);
  });
});
