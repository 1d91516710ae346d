import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/evidence/parse-document.ts";
import type { ImportPlan } from "../../src/import/import-plan.ts";
import { planImport } from "../../src/import/plan-import.ts";
import type { RuleDraft, TableDraft } from "../../src/import/policy-draft.ts";
import { importedPolicy } from "../../src/import/policy-text.ts";
import { loadPolicy } from "../../src/policy/load-policy.ts";
import { headingKey } from "../../src/text/key.ts";
import { openPacks } from "../../src/worktree/template-files.ts";
import { blockers, judgeFiles } from "../support/example-repository.ts";

const FOLDER = fileURLToPath(new URL("../cases/import/", import.meta.url));
const PATH = "docs/launch/checklist.md";
const NAMED = { stage: "production", branch: "production", readiness: PATH };

const samples = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}${name}`, "utf8") }));

function plan(text: string): ImportPlan {
  const planned = planImport(text);
  if (planned.state === "refused") throw new Error(planned.refusal.problem);
  return planned.plan;
}

function documentOf(text: string) {
  const parsed = parseDocument({ text, blob: "" });
  if (parsed.state === "error") throw new Error(parsed.error.problem);
  return parsed.document;
}

/** What blocks the document under the policy that was made of it. */
async function blocking(text: string, policy: string): Promise<readonly string[]> {
  const facts = '{"schemaVersion": 1, "repository": "acme/checkout"}';
  const evidence = { [PATH]: text, "docs/launch/runbook.md": "Run it.\n", "facts.json": facts };
  return blockers(await judgeFiles({ evidence, policy, input: { local: true } }));
}

/** The document as it is when all is done. */
function done(text: string): string {
  return text
    .replaceAll(/^([\s>]*(?:[-*+]|\d+\.) )\[ \](?= \S)/gm, "$1[x]")
    .replaceAll("| [ ] |", "| [x] |")
    .replaceAll("| In progress |", "| Done |")
    .replaceAll("❌", "✅")
    .replaceAll(/\? \| \|/g, "? | 40 EUR a month |")
    .replace("Reviewed: 12/03/2026", "Reviewed: 2026-03-12")
    .replace("Evidence: see the wiki", "Evidence: https://wiki.acme.example/backups");
}

/** Lines with one of them, counted from 1, replaced; `null` takes it out. */
function withLine(text: string, line: number, change: (old: string) => string | null): string {
  const lines = text.split("\n");
  const now = change(lines[line - 1] ?? "");
  lines.splice(line - 1, 1, ...(now === null ? [] : [now]));
  return lines.join("\n");
}

const imported = samples.map(({ name, text }) => {
  const first = plan(done(text));
  const policy = importedPolicy(first.gates, NAMED);
  const rules = first.gates.flatMap((gate) => gate.rules.map((rule) => ({ gate, rule })));
  return { name, text, first, policy, rules };
});

/** The samples whose gates have rules of a type, with those. */
function withRules<Type extends RuleDraft["type"]>(type: Type) {
  return imported.flatMap(({ rules, ...sample }) => {
    const own = rules.flatMap(({ gate, rule }) =>
      rule.type === type ? [{ gate, rule: rule as Extract<RuleDraft, { type: Type }> }] : [],
    );
    return own.length === 0 ? [] : [{ ...sample, rules: own }];
  });
}

describe.each(imported)("$name", ({ text, first, policy }) => {
  test("becomes a policy without problems, whatever of it is done", () => {
    const repository = { name: ".github/stage-gates.yml", text: policy };
    const loaded = loadPolicy({
      repository,
      organization: null,
      packs: openPacks(),
      repositoryName: null,
    });
    expect(loaded).toMatchObject({ state: "valid", notes: [] });
    expect(plan(text).gates.map(({ id }) => id)).toEqual(first.gates.map(({ id }) => id));
  });

  test("keeps every byte, and its ids are put into comments alone", () => {
    const { insertions, text: edited } = plan(text);
    let back = edited;
    for (const { text: added } of insertions) {
      expect(added).toMatch(/^ <!-- id: [^\s<>]+ -->$/);
      back = back.replace(added, "");
    }
    expect(back).toBe(text);
  });

  test("is imported once: the second time there is nothing to do", () => {
    const second = plan(first.text);
    expect(second.insertions).toEqual([]);
    expect(importedPolicy(second.gates, NAMED)).toBe(policy);
  });

  test("passes when all is done", async () => {
    expect(await blocking(first.text, policy)).toEqual([]);
  });
});

describe.each(withRules("checklist"))("$name", ({ first, policy, rules }) => {
  test("is blocked by any item that is unticked, without box or deleted", async () => {
    const { items } = documentOf(first.text);
    for (const { gate, rule } of rules) {
      for (const { id } of rule.items) {
        const line = items.find((one) => one.id.toLowerCase() === id)?.at.line ?? 0;
        const unticked = withLine(first.text, line, (old) => old.replace(/\[[xX]\]/, "[ ]"));
        // Ids are compared whatever their case.
        const blocked = (await blocking(unticked, policy)).map((one) => one.toLowerCase());
        expect(blocked).toContain(`${gate.id}/${rule.id} checklist-unticked ${id}`);
        const boxless = withLine(first.text, line, (old) => old.replace(/\[[xX]\] /, ""));
        expect(await blocking(boxless, policy), `${id} without box`).not.toEqual([]);
        const deleted = withLine(first.text, line, () => null);
        expect(await blocking(deleted, policy), `${id} deleted`).not.toEqual([]);
      }
    }
  });
});

describe.each(withRules("table"))("$name", ({ first, policy, rules }) => {
  test("is blocked by any row that is emptied, undone or deleted", async () => {
    const { tables } = documentOf(first.text);
    const cells = rules.flatMap(({ rule }) => cellsOf(rule, tables));
    expect(cells).toHaveLength(rules.reduce((sum, { rule }) => sum + rule.rows.length, 0));
    for (const { at, column, isStatus } of cells) {
      for (const change of isStatus ? ["", "No", "[ ]", "N/A"] : ["", "N/A"]) {
        const changed = withLine(first.text, at, (old) => withCell(old, column, change));
        expect(await blocking(changed, policy), `${change} ${at}`).not.toEqual([]);
      }
      const deleted = withLine(first.text, at, () => null);
      expect(await blocking(deleted, policy), `${at} deleted`).not.toEqual([]);
    }
  });
});

describe.each(withRules("document"))("$name", ({ first, policy, rules }) => {
  test("is blocked by any question whose answer is emptied, and by one that is deleted", async () => {
    const { sections } = documentOf(first.text);
    for (const heading of rules.flatMap(({ rule }) => rule.sections)) {
      const asked = sections.filter(({ key }) => key === headingKey(heading));
      expect(asked, heading).not.toEqual([]);
      for (const section of asked) {
        const lines = first.text.split("\n");
        const [from, to] = [section.at.line, section.endLine - 1];
        const emptied = [...lines.slice(0, from), "", ...lines.slice(to)].join("\n");
        const blocked = await blocking(emptied, policy);
        expect(blocked, heading).not.toEqual([]);
        expect(new Set(blocked).size, "each is told once").toBe(blocked.length);
        const deleted = [...lines.slice(0, from - 1), ...lines.slice(to)].join("\n");
        expect(await blocking(deleted, policy), heading).not.toEqual([]);
      }
    }
  });
});

function cellsOf(rule: TableDraft, tables: ReturnType<typeof documentOf>["tables"]) {
  const status = Object.keys(rule.columns).at(-1) ?? "";
  return tables
    .filter(({ headers }) =>
      [rule.key, status].every((name) => headers.some((h) => h.text === name)),
    )
    .filter((table) => {
      const key = table.headers.findIndex(({ text }) => text === rule.key);
      return table.rows.every((row, index) => row[key]?.text === rule.rows[index]);
    })
    .flatMap(({ headers, rows }) => {
      const column = headers.findIndex(({ text }) => text === status);
      const isStatus = rule.columns[status]?.one_of !== undefined;
      return rows.map((row) => ({ at: row[0]?.at.line ?? 0, column, isStatus }));
    });
}

/** A line of a table with another cell; `\|` is no end of one. */
function withCell(line: string, column: number, text: string): string {
  const cells = line.split(/(?<!\\)\|/);
  return cells.map((cell, index) => (index === column + 1 ? ` ${text} ` : cell)).join("|");
}
