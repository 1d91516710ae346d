import { describe, expect, test } from "vitest";
import type { Gate, Policy, Rule } from "../../src/model/policy.ts";
import {
  renderGates,
  renderItem,
  renderMergedGate,
  renderRule,
  renderStages,
  renderWholePolicy,
} from "../../src/render/policy.ts";
import type { Look } from "../../src/render/terminal-text.ts";
import { HOSTILE } from "./verdicts.ts";

const LOOK: Look = { width: 80, paint: (_, text) => text };
const AT = { file: "p.yml", line: 7, column: 3 };

function aPolicyRule(parts: Partial<Rule> = {}): Rule {
  return {
    id: "audit",
    type: "document",
    title: "The audit is fresh",
    severity: "block",
    when: null,
    enforce_from: null,
    max_age: null,
    remedy: null,
    asks: null,
    waivable: true,
    issue: "none",
    controls: [],
    options: { path: "docs/audit.md" },
    at: AT,
    ...parts,
  };
}

function aPolicyGate(parts: Partial<Gate> = {}): Gate {
  return {
    id: "data",
    title: "Data",
    heading: null,
    require: "all",
    depends_on: [],
    changed: null,
    when: null,
    enforce_from: null,
    rules: [aPolicyRule()],
    at: AT,
    ...parts,
  };
}

describe("a gate and its rules", () => {
  test.each([
    { gate: aPolicyGate(), shown: ["data  Data", "  audit  document  The audit is fresh"] },
    {
      gate: aPolicyGate({ require: { at_least: 2 }, depends_on: ["cost"], changed: ["x"] }),
      shown: ["data  Data  (2 rules are enough; after cost; only where its paths change)"],
    },
    {
      gate: aPolicyGate({ rules: [aPolicyRule({ severity: "warn", max_age: 30 * 86_400_000 })] }),
      shown: ["  audit  document  The audit is fresh (warns; at most 30 days old)"],
    },
  ])("$shown", ({ gate, shown }) => {
    const lines = renderGates([gate], LOOK).split("\n");
    for (const line of shown) expect(lines).toContain(line);
  });
});

test("stages list their gates", () => {
  const stage = { id: "production", branches: ["main", "release/*"], paths: null, gates: null };
  const text = renderStages([{ ...stage, cumulative: true, at: AT }], () => [aPolicyGate()], LOOK);
  expect(text).toBe("production: 1 gate, for branch main, release/*\n  data  Data (1 rule)\n");
});

test("a rule shows each setting with where it was set", () => {
  const rule = aPolicyRule({
    max_age: 7 * 86_400_000,
    options: {
      path: "docs/audit.md",
      items: [{ id: "data.parity", title: "Parity: holds" }],
      sections: [{ heading: "A", min_words: 5 }],
      forbid: [],
    },
  });
  const origins = new Map([
    ["gates.data.rules.audit.max_age", 3],
    ['gates.data.rules.audit.items["data.parity"]', 4],
    ['gates.data.rules.audit.items["data.parity"].title', 5],
  ]);
  const originOf = (path: string) => {
    const line = origins.get(path);
    return line === undefined ? null : { file: "p.yml", line, column: 1 };
  };
  const facts = { holdsWhen: "it holds", why: "because", codes: { "DOCUMENT-OLD": "It is old" } };
  const lines = renderRule(aPolicyGate(), rule, facts, originOf, LOOK)
    .split("\n")
    .map((line) => line.replace(/ {2,}#/, " #"));
  expect(lines).toEqual(
    expect.arrayContaining([
      "data/audit  The audit is fresh",
      "Holds when  it holds",
      "  max_age: 7d # p.yml:3",
      "    - id: data.parity # p.yml:4",
      '      title: "Parity: holds" # p.yml:5',
      "  path: docs/audit.md # default",
      "  sections: [{heading: A, min_words: 5}] # default",
      "  DOCUMENT-OLD  It is old",
    ]),
  );
  expect(lines.join("\n")).not.toContain("forbid");
});

test("foreign text in a policy moves no cursor and opens no second line", () => {
  for (const text of HOSTILE) {
    const gate = aPolicyGate({
      title: text,
      rules: [aPolicyRule({ title: text, options: { a: text } })],
    });
    const policy = { gates: [gate], stages: [], exemptions: [], mode: text } as unknown as Policy;
    const [rule = aPolicyRule()] = gate.rules;
    const item = { id: text, title: text };
    const shown = [
      renderGates([gate], LOOK),
      renderMergedGate(gate, () => null, LOOK),
      renderItem({ gate, rule, item }, () => null, LOOK),
      renderWholePolicy(policy, () => null, LOOK),
    ].join("");
    expect(shown).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    expect(shown).not.toMatch(/^\s*::/m);
  }
});
