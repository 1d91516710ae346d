import { describe, expect, test } from "vitest";
import type { GateVerdict, NextStep, Verdict } from "../../src/model/verdict.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { aFinding, aGate, aRule, aVerdict, HOSTILE } from "./verdicts.ts";

type Outcomes = Readonly<Record<string, GateVerdict["outcome"]>>;

function verdictOf(services: Readonly<Record<string, Outcomes>>): Verdict {
  const gates = Object.entries(services).flatMap(([service, outcomes]) =>
    Object.entries(outcomes).map(([id, outcome]) => ({
      ...aGate(id, outcome, {
        rules: outcome === "failed" ? [aRule("failed", { findings: [aFinding()] })] : [],
      }),
      id,
      service,
    })),
  );
  return aVerdict({ services: Object.keys(services), gates });
}

/** Rows of the first table, as cells. */
function tableOf(text: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith("| Service "));
  if (start === -1) return [];
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  return rest
    .slice(0, end)
    .filter((_, index) => index !== 1)
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

const shop = verdictOf({
  cart: { ownership: "passed", runbook: "not-applicable" },
  pricing: { ownership: "warned", runbook: "conditional" },
  search: { ownership: "failed", runbook: "errored" },
});

test("many services are a table of services and gates, what blocks first", () => {
  expect(tableOf(renderMarkdown(shop))).toEqual([
    ["Service", "`ownership`", "`runbook`"],
    ["`search`", "❌ fails", "❌ not judged"],
    ["`pricing`", "⚠️ warns", "🔓 on conditions"],
    ["`cart`", "✅ passes", "–"],
  ]);
});

test("what fails is behind one line for each service, and nothing of those that pass", () => {
  const text = renderMarkdown(shop);
  const folds = [...text.matchAll(/<summary>(.*)<\/summary>/g)].map(([, summary]) => summary);
  expect(folds).toEqual(["<code>search</code>: ❌ 2 gates block"]);
  const shown = text.replace(/<details>[\s\S]*?<\/details>/g, "");
  expect(shown).not.toContain("data.parity");
  expect(text).toContain("`data.parity` is not ticked");
});

test("one service has no table", () => {
  expect(tableOf(renderMarkdown(verdictOf({ cart: { ownership: "failed" } })))).toEqual([]);
});

test("of gates beyond the widest table those that all pass go first", () => {
  const outcomes = (last: GateVerdict["outcome"]): Outcomes =>
    Object.fromEntries(
      Array.from(
        { length: 20 },
        (_, index) => [`gate-${index}`, index === 19 ? last : "passed"] as const,
      ),
    );
  const text = renderMarkdown(verdictOf({ cart: outcomes("failed"), search: outcomes("passed") }));
  const [head = []] = tableOf(text);
  expect(head).toHaveLength(17);
  expect(head.at(-1)).toBe("`gate-19`");
  expect(text).toContain("Not shown: 4 gates more.");
});

test.each([2, 61, 5000])(
  "of %i services what has no room is counted, within the budget",
  (count) => {
    const services = Array.from(
      { length: count },
      (_, index) => `s${String(index).padStart(4, "0")}`,
    );
    const failing = services.at(-1) ?? "";
    const text = renderMarkdown(
      verdictOf(
        Object.fromEntries(
          services.map((id) => [id, { ownership: id === failing ? "failed" : "passed" } as const]),
        ),
      ),
    );
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(tableOf(text)[1]).toEqual([`\`${failing}\``, "❌ fails"]);
    const left = count - 60;
    if (left > 0) {
      const noun = left === 1 ? "service" : "services";
      const many = String(left).replace(/(\d)(\d{3})$/, "$1,$2");
      expect(text).toContain(`Not shown: ${many} ${noun} more with nothing against them.`);
    }
  },
);

test("services that block keep their details longer than those that only warn", () => {
  const long = "x ".repeat(280);
  const many = (outcome: GateVerdict["outcome"], prefix: string) =>
    Array.from({ length: 100 }, (_, index) => ({
      ...aGate("ownership", outcome, {
        rules: [
          aRule(outcome, {
            findings: [
              aFinding({
                problem: `${long}${prefix}${index}`,
                outcome: outcome === "warned" ? "warned" : "failed",
              }),
            ],
          }),
        ],
      }),
      service: `${prefix}${index}`,
    }));
  const gates = [...many("warned", "warns"), ...many("failed", "fails")];
  const services = gates.map(({ service }) => service);
  const text = renderMarkdown(aVerdict({ services, gates }));
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text).toContain("<code>fails0</code>: ❌ 1 gate blocks");
  expect(text).not.toContain("<code>warns0</code>");
  expect(text).toMatch(/Too long to show: \d+ more services/);
});

describe("a hostile name of a service", () => {
  test.each([...HOSTILE, "a | b", "x".repeat(500), "a\nb", "`"])("%j stays in its cell", (name) => {
    const text = renderMarkdown(
      verdictOf({ [name]: { ownership: "failed" }, cart: { ownership: "passed" } }),
    );
    const rows = tableOf(text);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toHaveLength(2);
    expect(rows[1]?.[0]).toMatch(/^`.*`$/);
    expect(text).not.toMatch(/^\s*[/@]/m);
  });
});

describe("steps of several people", () => {
  const step = (who: string | null, problem: string): NextStep => ({
    step: "tick it",
    problem,
    at: { file: "READINESS.md", line: 3, column: 1 },
    who,
    service: null,
    paste: null,
    gate: "data",
    rule: "items",
  });

  test("stand together behind one line", () => {
    const next = [step("@ana", "one"), step(null, "two"), step("@ana", "three")];
    const text = renderMarkdown(aVerdict({ next }));
    const fold = /<summary>Steps, person by person<\/summary>\n\n([\s\S]*?)\n\n<\/details>/.exec(
      text,
    );
    expect(fold?.[1]?.split("\n")).toEqual([
      "- **`@ana`**: 2 steps",
      "  - one (`READINESS.md:3`)",
      "  - three (`READINESS.md:3`)",
      "- **Whoever opened the pull request**: 1 step",
      "  - two (`READINESS.md:3`)",
    ]);
  });

  test("of one person are not told twice", () => {
    const text = renderMarkdown(aVerdict({ next: [step("@ana", "one"), step("@ana", "two")] }));
    expect(text).not.toContain("person by person");
  });
});
