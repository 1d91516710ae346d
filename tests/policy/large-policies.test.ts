import { describe, expect, test } from "vitest";
import { load, VALID } from "./loading.ts";

const fill = (line: (index: number) => string, bytes = 250_000) => {
  const lines: string[] = [];
  for (let size = 0; size < bytes; size += lines.at(-1)?.length ?? 0)
    lines.push(line(lines.length));
  return lines.join("");
};

const RULES = "rules: [{id: r, type: owners, roles: [x]}]";
const HEAD = "version: 1\nstages: [{id: production, branches: [production]}]\n";

/** As large as a policy may be, and each kind of trouble as often as fits. */
describe("a large file is read in seconds, whatever is wrong in it", () => {
  test.each([
    {
      what: "gates that are fine",
      text: `${HEAD}gates:\n${fill((i) => `  - {id: g${i}, ${RULES}}\n`)}`,
    },
    {
      what: "misspelt keys",
      text: `${HEAD}gates:\n${fill((i) => `  - {id: g${i}, requier: any, ${RULES}}\n`)}`,
    },
    {
      what: "misspelt settings",
      text: `${HEAD}gates:\n${fill((i) => `  - {id: g${i}, rules: [{id: r, type: owners, rols: [x]}]}\n`)}`,
    },
    { what: "unknown keys", text: VALID + fill((i) => `key${i}: 1\n`) },
    {
      what: "unknown references",
      text: `${HEAD}gates:\n${fill((i) => `  - {id: gate${i}, depends_on: [gatte${i}, gate${i}x], ${RULES}}\n`)}`,
    },
    { what: "one id", text: `${HEAD}gates:\n${fill(() => `  - {id: g, ${RULES}}\n`)}` },
    {
      what: "a long chain",
      text: `${HEAD}gates:\n${fill((i) => `  - {id: g${i}, depends_on: [g${i + 1}], ${RULES}}\n`)}`,
    },
    { what: "words that are ambiguous", text: `${VALID}fields:\n${fill((i) => `  f${i}: no\n`)}` },
    { what: "values that are missing", text: `${VALID}fields:\n${fill((i) => `  f${i}: #x\n`)}` },
    {
      what: "items of one checklist",
      text: `${HEAD}gates: [{id: g, rules: [{id: r, type: checklist, items: [\n${fill((i) => `  {id: item.${i}, titel: x},\n`)}]}]}]\n`,
    },
    {
      what: "branches",
      text: `version: 1\nstages: [{id: p, branches: [\n${fill((i) => `  "*a*b-${i}",\n`)}]}]\n`,
    },
    { what: "one long line", text: `${VALID}fields: {${fill((i) => `f${i}: 1, `)}}\n` },
  ])("$what", ({ text }) => {
    const started = performance.now();
    const loaded = load({
      repository: text,
      organization: `version: 1\nroles: {s: {users: [a]}}\ngates: [{id: locked, locked: true, rules: [{id: r, type: sign-off, roles: [s]}]}]\n`,
    });
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(loaded.state).toMatch(/^(valid|invalid)$/);
  });
});
