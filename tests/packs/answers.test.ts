import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readPack } from "../../scripts/generate/pack-answers.ts";
import { packPages } from "../../scripts/generate/pack-pages.ts";
import { RULE_TYPES } from "../../src/rules/index.ts";

const PACKS = new URL("../../templates/packs/", import.meta.url);
const ids = (await readdir(PACKS, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** How many rows each playbook has, so that no row is dropped together with its answer. */
const ROWS: Readonly<Record<string, { readonly prefix: string; readonly count: number }>> = {
  "enterprise-scaling": { prefix: "S3", count: 52 },
  "five-phase": { prefix: "S1", count: 65 },
  "operating-change": { prefix: "S2", count: 36 },
  "scaling-readiness": { prefix: "S0", count: 46 },
  "stage-gate-roadmap": { prefix: "S4", count: 55 },
};

async function read(id: string) {
  const [pack, inventory] = await Promise.all(
    ["pack.yml", "inventory.yml"].map((name) => readFile(new URL(`${id}/${name}`, PACKS), "utf8")),
  );
  return readPack(id, parse(pack ?? ""), parse(inventory ?? ""));
}

test("every shipped pack has a playbook of known length", () => {
  expect(ids).toEqual(Object.keys(ROWS));
});

describe.each(ids)("pack %s", (id) => {
  test("has every row of its playbook, each once", async () => {
    const { demands } = await read(id);
    const { prefix, count } = ROWS[id] ?? { prefix: "", count: 0 };
    const rows = Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, "0"));
    expect(demands.map((demand) => demand.id)).toEqual(rows.map((row) => `${prefix}-${row}`));
  });

  test("answers nine rows of ten at least, and says why of the others", async () => {
    const { demands } = await read(id);
    const omitted = demands.filter((demand) => demand.answers.length === 0);
    expect(omitted.length).toBeLessThanOrEqual(demands.length / 10);
    expect(omitted.every(({ omitted: why }) => why !== null)).toBe(true);
  });

  test("says in its gates and rules what a person understands", async () => {
    const { gates } = await read(id);
    const titles = gates.flatMap((gate) => [gate.title, ...gate.rules.map((rule) => rule.title)]);
    for (const title of titles) expect(title).toMatch(/^[A-Z][^`{}<>]{2,100}[^.\s]$/);
    const names = gates.flatMap((gate) => [gate.id, ...gate.rules.map((rule) => rule.id)]);
    for (const name of names) expect(name).toMatch(/^[a-z]+[a-z0-9]*(-[a-z0-9]+)*$/);
    const paths = gates.flatMap((gate) => gate.rules.map((rule) => `${gate.id}/${rule.id}`));
    expect(new Set(paths).size).toBe(paths.length);
  });

  test("uses only rule types that exist", async () => {
    const { gates } = await read(id);
    const used = new Set(gates.flatMap((gate) => gate.rules.map((rule) => rule.type)));
    const known = new Set(RULE_TYPES.map(({ type }) => type));
    expect([...used].filter((type) => !known.has(type))).toEqual([]);
  });

  test("has a page with every row", async () => {
    const page = (await packPages()).get(`docs/packs/${id}.md`) ?? "";
    const { demands, gates } = await read(id);
    for (const demand of demands) expect(page).toContain(`| ${demand.id} | `);
    for (const gate of gates) expect(page).toContain(`### ${gate.id}\n`);
  });
});

describe("a pack that does not fit its inventory is refused", () => {
  const inventory = {
    playbook: { title: "Playbook", publisher: "Somebody", published: "2026-01-01" },
    demands: [{ id: "X-01", demand: "Something must hold before launch" }],
  };
  const pack = (answers: readonly string[], omitted: readonly object[] = []) => ({
    description: "For trying.",
    gates: [gate(answers)],
    omitted,
  });
  const gate = (answers: readonly string[]) => ({
    id: "gate",
    title: "Gate",
    rules: [{ id: "rule", type: "issues", title: "Rule", answers }],
  });
  const why = "nothing of it can be checked";
  const rows = [
    { name: "forgotten row", pack: pack([]), error: "neither answered nor left out" },
    { name: "invented row", pack: pack(["X-01", "X-02"]), error: "answers X-02" },
    {
      name: "row answered and left out",
      pack: pack(["X-01"], [{ id: "X-01", why }]),
      error: "answered and left out",
    },
    {
      name: "invented omission",
      pack: pack(["X-01"], [{ id: "X-09", why }]),
      error: "X-09 is left out",
    },
  ];
  test.each(rows)("$name", ({ pack: data, error }) => {
    expect(() => readPack("x", data, inventory)).toThrow(error);
  });
  test("while one that fits is read", () => {
    const [demand] = readPack("x", pack(["X-01"]), inventory).demands;
    expect(demand?.answers.map(({ rule }) => rule?.id)).toEqual(["rule"]);
  });
});
